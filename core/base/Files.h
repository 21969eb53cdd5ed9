#pragma once

#include "core/base/FileBytes.h"
#include "core/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace fissure {

/// The whole file. Fails with NotFound or Unreadable, naming the file; folders are Unreadable.
Result<std::vector<std::byte>> readFile(const std::filesystem::path& file);

/// The same, mapped into memory where the system can. Fails as readFile() does.
Result<FileBytes> mapFile(const std::filesystem::path& file);

/// The whole file as text.
Result<std::string> readTextFile(const std::filesystem::path& file);

/// Writes all or nothing: a temporary file beside the target, every write checked, fsync, rename, fsync of
/// the folder. What stood there before is whole until the new content is; a link stays one, and a device or a
/// pipe is refused. Fails with Unwritable ("no space left").
Result<void> writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);
Result<void> writeFileAtomically(const std::filesystem::path& file, std::string_view text);

/// Gives a file that is written whole its name, in the same folder: fsync, rename over what stands there,
/// fsync of the folder. Fails with Unwritable and leaves both as they were.
Result<void> moveIntoPlace(const std::filesystem::path& written, const std::filesystem::path& file);

/// What writing to the file fails with where a call left that errno.
tl::unexpected<Error> writeFailure(const std::filesystem::path& file, int number);

/// What becomes of a file that is there already.
enum class Existing { Replace, Refuse };

/// Writes a file without synchronising it, for those who synchronise many at once. What there is of it after
/// a failure is removed; a file that was refused is left alone.
std::error_code writeFile(const std::filesystem::path& file, std::span<const std::byte> bytes,
                          Existing existing);

/// True where the disk, or the user's share of it, has no room left.
bool isDiskFull(const std::error_code& error);

/// The Error of a file that could not be written.
Error notWritten(const std::filesystem::path& file, const std::error_code& error);

/// What companions of a file are called after, so that a suffix of up to 20 bytes fits behind it: its own
/// name, or the beginning of its hash where that is long.
std::string nameForCompanions(const std::string& name);

/// A folder, which need not exist, by the one name that stands for it: absolute, links resolved as far as it
/// exists, without a separator at the end.
std::filesystem::path wholeFolder(const std::filesystem::path& folder);

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
std::string sha256(std::span<const std::byte> bytes);
std::string sha256(std::string_view text);
Result<std::string> sha256OfFile(const std::filesystem::path& file);

} // namespace fissure
