#pragma once

#include <string>
#include <string_view>

namespace fissure {

/// UTF-8 with the large letters of the Latin, Greek and Cyrillic scripts made small, one letter for one:
/// names that are equal in it may be one name to a disk. The same whatever the locale; what is no letter of
/// these, or no UTF-8, stays as it is.
std::string withSmallLetters(std::string_view text);

} // namespace fissure
