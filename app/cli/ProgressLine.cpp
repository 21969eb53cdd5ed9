#include "app/cli/ProgressLine.h"

#include "app/cli/Output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sys/ioctl.h>
#include <unistd.h>

namespace fissure::cli {

namespace {

constexpr int kBarWidth = 24;
constexpr std::chrono::milliseconds kTerminalInterval{50};
constexpr std::chrono::milliseconds kLogInterval{10'000};

std::size_t terminalWidth(std::FILE* stream) {
    winsize size{};
    return ::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80U;
}

/// At most width columns; continuation bytes of UTF-8 take none.
std::string cutToWidth(const std::string& text, std::size_t width) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isContinuation = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
        if (!isContinuation && ++columns > width) {
            return text.substr(0, i);
        }
    }
    return text;
}

} // namespace

ProgressLine::ProgressLine(std::FILE* stream)
    : m_stream(stream)
    , m_isTerminal(::isatty(::fileno(stream)) == 1) {}

ProgressLine::~ProgressLine() {
    done();
}

void ProgressLine::show(double fraction, const std::string& text) {
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    m_text = text;
    m_isShown = false;
    const auto now = std::chrono::steady_clock::now();
    if (now >= m_nextDraw || m_fraction >= 1.0) {
        m_nextDraw = now + (m_isTerminal ? kTerminalInterval : kLogInterval);
        draw();
    }
}

void ProgressLine::done() {
    if (!m_isShown) {
        draw();
    }
    if (m_isLineOpen) {
        writeTo(m_stream, "\n");
        std::fflush(m_stream);
        m_isLineOpen = false;
    }
    m_nextDraw = {};
}

void ProgressLine::draw() {
    m_isShown = true;
    const int percent = static_cast<int>(std::floor(m_fraction * 100.0));
    if (!m_isTerminal) {
        writeTo(m_stream, fmt::format("{:3} %  {}\n", percent, m_text));
        return;
    }
    const int filled = static_cast<int>(std::lround(m_fraction * kBarWidth));
    const std::string line =
        fmt::format("[{}{}] {:3} %  {}", std::string(static_cast<std::size_t>(filled), '#'),
                    std::string(static_cast<std::size_t>(kBarWidth - filled), '.'), percent, m_text);
    // The last column stays free: writing it would wrap the line on some terminals.
    writeTo(m_stream, "\r\x1b[K" + cutToWidth(line, terminalWidth(m_stream) - 1));
    std::fflush(m_stream);
    m_isLineOpen = true;
}

} // namespace fissure::cli
