#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace fissure {

/// Damaged: a file of weights whose content is broken. cause is a clause.
tl::unexpected<Error> damagedWeights(const std::string& origin, Text cause);

/// WrongFormat: a file that may be whole and whose content is not what weights are read from.
tl::unexpected<Error> unusableWeights(const std::string& origin, Text cause);

/// A name out of a foreign file as an error shows it: printable, in UTF-8 and not too long.
std::string shownName(std::string_view name);

/// True where it is UTF-8 (RFC 3629) without control characters.
bool isPrintableUtf8(std::string_view text);

} // namespace fissure
