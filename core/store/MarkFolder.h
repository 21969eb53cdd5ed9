#pragma once

#include <string>

namespace fissure {

/// The name marks are kept under for a folder of crops: the same whether or not a slash stands at its end.
std::string markFolder(const std::string& folder);

} // namespace fissure
