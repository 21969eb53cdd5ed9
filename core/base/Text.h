#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fissure {

/// A text for people: an English pattern with the places %1 to %9, and what stands in them. A window
/// translates the pattern (ui/common/CoreText); the terminal, logs and the store take the English of str().
/// Patterns are written as literals, `Text("core", "it has only %1 bytes").with(size)`: that is how they are
/// found for the catalogues.
class Text {
public:
    using Translation = std::function<std::string(const char* context, const std::string& pattern)>;

    Text() = default;
    /// What is shown as it stands in every language: a name, a number, the words of another program.
    Text(std::string verbatim) : m_pattern(std::move(verbatim)) {}
    Text(const char* verbatim) : m_pattern(verbatim) {}
    /// context: that of the catalogues, a literal.
    Text(const char* context, const char* pattern) : m_context(context), m_pattern(pattern) {}

    /// The same with values, which are texts and numbers, for %1, %2 and so on.
    template <class... Values>
    Text with(const Values&... values) && {
        (m_values.push_back(toText(values)), ...);
        return std::move(*this);
    }

    bool empty() const { return m_pattern.empty(); }
    bool isVerbatim() const { return m_context == nullptr; }

    /// In English.
    std::string str() const;
    /// With every pattern, those of the values included, replaced by its translation.
    std::string str(const Translation& translate) const;

    /// Equal where they read the same in English.
    friend bool operator==(const Text& left, const Text& right) { return left.str() == right.str(); }

private:
    static Text toText(const Text& text) { return text; }
    static Text toText(std::string_view text) { return std::string(text); }
    static Text toText(const std::string& text) { return text; }
    static Text toText(const char* text) { return text; }
    // No std::integral: Qt's moc cannot parse <concepts>.
    template <class Number, std::enable_if_t<std::is_integral_v<Number>, bool> = true>
    static Text toText(Number number) {
        return std::to_string(number);
    }
    static Text toText(double number);

    const char* m_context = nullptr;
    std::string m_pattern;
    std::vector<Text> m_values;
};

} // namespace fissure
