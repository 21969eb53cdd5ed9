#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/Pickle.h"

#include <optional>
#include <string>
#include <string_view>

namespace fissure {

/// The global of that name, of the few that weights have a use for; nothing for all others.
std::optional<PickleGlobal> knownGlobal(std::string_view module, std::string_view name);

/// What calling a global with these arguments makes, which is a description and no call. Fails with
/// WrongFormat or Damaged; origin names the file.
Result<PickleValue> describeCall(const Pickle& pickle, const PickleGlobal& global,
                                 const PickleTuple& arguments, const std::string& origin);

/// The storage that a persistent id of torch.save names. Fails as describeCall() does.
Result<PickleStorage> describeStorage(const Pickle& pickle, PickleRef persistentId,
                                      const std::string& origin);

} // namespace fissure
