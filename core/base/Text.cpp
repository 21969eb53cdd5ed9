#include "core/base/Text.h"

#include <fmt/format.h>

namespace fissure {

Text Text::toText(double number) {
    return fmt::format("{:.10g}", number);
}

std::string Text::str() const {
    return str([](const char*, const std::string& pattern) { return pattern; });
}

std::string Text::str(const Translation& translate) const {
    if (isVerbatim()) {
        return m_pattern;
    }
    const std::string pattern = translate(m_context, m_pattern);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const std::size_t value = isPlace ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (isPlace && value < m_values.size()) {
            text += m_values[value].str(translate);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace fissure
