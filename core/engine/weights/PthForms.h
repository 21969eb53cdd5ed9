#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/ByteReader.h"
#include "core/engine/weights/Pickle.h"

#include <map>
#include <string>
#include <string_view>

namespace fissure {

/// What torch.save wrote, in pieces that look into the file.
struct PthContent {
    Pickle pickle;
    std::map<std::string_view, ByteSpan> storages; ///< by the keys of its PickleStorages
};

/// The form since PyTorch 1.6: a zip archive with data.pkl and an entry a storage. Every checksum is
/// verified. Fails with WrongFormat (no weights, a TorchScript program, big-endian) or Damaged; origin names
/// the file.
Result<PthContent> readZipForm(ByteSpan bytes, const std::string& origin);

/// True for what starts as the pickles of the form below do.
bool isPickle(ByteSpan bytes);

/// The form before: pickles of a magic number, a version, facts about the machine, the object and the keys of
/// the storages, and then these, raw. Fails as readZipForm() does.
Result<PthContent> readLegacyForm(ByteSpan bytes, const std::string& origin);

} // namespace fissure
