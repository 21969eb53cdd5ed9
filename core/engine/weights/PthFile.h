#pragma once

#include "core/base/FileBytes.h"
#include "core/base/Result.h"
#include "core/engine/weights/NamedTensors.h"

#include <cstddef>
#include <span>
#include <string>

namespace fissure {

/// True for what starts as files of torch.save do.
bool isPthFile(std::span<const std::byte> bytes);

/// The tensors of a file that torch.save wrote in Python, as torchvision's .pth files are, zip or legacy
/// form: those that stateDictOf() finds, in its order, made dense where they are views, without metadata.
/// Nothing of what the file says is executed, and no more memory is taken for copies than twice the file's
/// size. Free of torch.
///
/// Fails with WrongFormat where the file holds something else than weights, among that whatever Python would
/// have to execute, or types that weights do not come in, and with Damaged where it is broken; origin names
/// it.
Result<NamedTensors> parsePthFile(FileBytes file, const std::string& origin);

} // namespace fissure
