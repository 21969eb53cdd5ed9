#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string_view>
#include <utility>

namespace fissure::cli {

/// Writes text as far as the stream takes it. A full disk, or a terminal or a reader that went, is no reason
/// to end a run, so nothing is thrown, unlike by fmt::print(); main() looks once, at the end, whether
/// standard output took all. Any thread.
inline void writeTo(std::FILE* stream, std::string_view text) noexcept {
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

/// Results, on standard output.
template <class... Values>
void printOut(fmt::format_string<Values...> format, Values&&... values) {
    writeTo(stdout, fmt::format(format, std::forward<Values>(values)...));
}

/// One fact of a list for people; nothing where there is no value.
inline void printLine(const char* title, std::string_view value) {
    if (!value.empty()) {
        printOut("  {:<24} {}\n", title, value);
    }
}

/// Progress and messages, on standard error.
template <class... Values>
void printErr(fmt::format_string<Values...> format, Values&&... values) {
    writeTo(stderr, fmt::format(format, std::forward<Values>(values)...));
}

} // namespace fissure::cli
