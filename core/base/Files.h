#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// The whole file. Fails with NotFound or Unreadable, naming the file; folders are Unreadable.
Result<std::vector<std::byte>> readFile(const std::filesystem::path& file);

/// The whole file as text.
Result<std::string> readTextFile(const std::filesystem::path& file);

/// Writes all or nothing: a temporary file beside the target, every write checked, fsync, rename, fsync of
/// the folder. What stood there before is whole until the new content is. Fails with Unwritable ("no space
/// left").
Result<void> writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);
Result<void> writeFileAtomically(const std::filesystem::path& file, std::string_view text);

/// Gives a file that is written whole its name, in the same folder: fsync, rename over what stands there,
/// fsync of the folder. Fails with Unwritable and leaves both as they were.
Result<void> moveIntoPlace(const std::filesystem::path& written, const std::filesystem::path& file);

/// What writing to the file fails with where a call left that errno.
tl::unexpected<Error> writeFailure(const std::filesystem::path& file, int number);

/// A folder, which need not exist, by the one name that stands for it: absolute, links resolved as far as it
/// exists, without a separator at the end.
std::filesystem::path wholeFolder(const std::filesystem::path& folder);

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
std::string sha256(std::span<const std::byte> bytes);
std::string sha256(std::string_view text);
Result<std::string> sha256OfFile(const std::filesystem::path& file);

} // namespace fissure
