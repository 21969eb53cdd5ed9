#pragma once

#include <chrono>
#include <cstdio>
#include <string>

namespace fissure::cli {

/// One line on a terminal that is redrawn in place: a bar and a text. Where the stream is no terminal, whole
/// lines instead, few of them, so that a log stays readable. Not for several threads at once.
class ProgressLine {
public:
    explicit ProgressLine(std::FILE* stream);
    ~ProgressLine(); ///< as done()
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// fraction in [0, 1]. Redraws at most every 50 ms; without a terminal a line at most every 10 s. Work
    /// that is done (fraction 1) is always shown.
    void show(double fraction, const std::string& text);

    /// Ends the line, so that what is printed next starts on one of its own. What was last shown stays.
    void done();

private:
    void draw();

    std::FILE* m_stream;
    bool m_isTerminal;
    bool m_isLineOpen = false;
    bool m_isShown = true; ///< of the latest fraction and text
    double m_fraction = 0.0;
    std::string m_text;
    std::chrono::steady_clock::time_point m_nextDraw{};
};

} // namespace fissure::cli
