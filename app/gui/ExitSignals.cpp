#include "app/gui/ExitSignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace fissure::gui {

namespace {

/// All that a signal handler may reach: the end of a socket pair to write a byte to.
volatile std::sig_atomic_t g_writeEnd = -1;

void onSignal(int) {
    const char byte = 1;
    // Nothing can be done about a failure in a signal handler.
    [[maybe_unused]] const auto written = ::write(g_writeEnd, &byte, 1);
}

void setHandler(int number, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    // The first signal takes the handler away: a second one meets the default and ends the process.
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    ::sigaction(number, &action, nullptr);
}

} // namespace

ExitSignals::ExitSignals(QObject* parent) : QObject(parent) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return;
    }
    m_readEnd = ends[0];
    g_writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(m_readEnd, &byte, 1) == 1) {
            Q_EMIT received();
        }
    });
    setHandler(SIGINT, onSignal);
    setHandler(SIGTERM, onSignal);
}

ExitSignals::~ExitSignals() {
    if (m_readEnd < 0) {
        return;
    }
    setHandler(SIGINT, SIG_DFL);
    setHandler(SIGTERM, SIG_DFL);
    delete m_notifier;
    ::close(m_readEnd);
    ::close(static_cast<int>(g_writeEnd));
    g_writeEnd = -1;
}

} // namespace fissure::gui
