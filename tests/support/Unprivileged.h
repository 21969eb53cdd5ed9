#pragma once

#include <unistd.h>

namespace fissure::test {

/// Gives up root's power to ignore file permissions while it lives, so that tests of "read-only" mean
/// something in a container too. Does nothing for other users.
class Unprivileged {
public:
    Unprivileged() : m_user(::geteuid()) { m_isEffective = m_user != 0 || ::seteuid(kNobody) == 0; }
    ~Unprivileged() {
        if (m_user == 0 && ::seteuid(m_user) != 0) {
            ::_exit(1);
        }
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

    bool isEffective() const { return m_isEffective; }

private:
    static constexpr uid_t kNobody = 65534;

    uid_t m_user;
    bool m_isEffective = false;
};

} // namespace fissure::test
