#pragma once

#include <csignal>
#include <exception>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace fissure::test {

/// A copy of this process that does one thing: body runs in it, and its return value is its exit status. It
/// is killed and reaped when the object goes.
class ChildProcess {
public:
    explicit ChildProcess(const std::function<int()>& body) {
        int pipe[2] = {-1, -1};
        if (::pipe(pipe) != 0) {
            std::terminate();
        }
        m_pid = ::fork();
        if (m_pid == 0) {
            ::close(pipe[0]);
            s_toParent = pipe[1];
            int status = 1;
            try {
                status = body();
            } catch (const std::exception&) {
                status = 2;
            }
            ::_exit(status);
        }
        ::close(pipe[1]);
        m_fromChild = pipe[0];
    }
    ~ChildProcess() {
        kill();
        ::close(m_fromChild);
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return m_pid; }

    /// In the child: hands a number to the parent.
    static void tell(long long number) {
        if (::write(s_toParent, &number, sizeof number) != sizeof number) {
            ::_exit(3);
        }
    }
    /// In the parent: waits for the next number; -1 when the child has gone.
    long long hear() const {
        long long number = -1;
        return ::read(m_fromChild, &number, sizeof number) == sizeof number ? number : -1;
    }

    /// kill -9, without reaping it: what is left is a zombie.
    void strike() const { ::kill(m_pid, SIGKILL); }
    void kill() {
        strike();
        join();
    }
    /// Waits for its end; its exit status, or -1 where a signal ended it.
    int join() {
        if (!m_isReaped) {
            ::waitpid(m_pid, &m_status, 0);
            m_isReaped = true;
        }
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1;
    }

private:
    static inline int s_toParent = -1;

    pid_t m_pid = -1;
    int m_fromChild = -1;
    int m_status = 0;
    bool m_isReaped = false;
};

} // namespace fissure::test
