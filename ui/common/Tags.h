#pragma once

#include <QString>

#include <string>
#include <vector>

namespace fissure::ui {

/// "night, baseline": tags as a field shows them.
QString joinTags(const std::vector<std::string>& tags);

/// Tags from a text with commas between them: without the space around them, without empty ones, each once.
std::vector<std::string> splitTags(const QString& text);

} // namespace fissure::ui
