#include "core/data/MemoryBudget.h"

#include <algorithm>
#include <unistd.h>

namespace fissure {

std::uintmax_t MemoryBudget::halfOfMachine() {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageBytes = ::sysconf(_SC_PAGESIZE);
    return static_cast<std::uintmax_t>(std::max(pages, 0L)) *
           static_cast<std::uintmax_t>(std::max(pageBytes, 0L)) / 2;
}

MemoryBudget::Share MemoryBudget::take(std::uintmax_t bytes, const std::stop_token& stop) {
    std::unique_lock guard(m_mutex);
    const std::uint64_t ticket = m_nextTicket++;
    m_waiting.insert(ticket);
    const bool isFree = m_changed.wait(guard, stop, [&] {
        return *m_waiting.begin() == ticket && (m_taken == 0 || m_taken + bytes <= m_bytes);
    });
    m_waiting.erase(ticket);
    m_taken += isFree ? bytes : 0;
    guard.unlock();
    m_changed.notify_all(); // the next may fit beside this
    return Share(*this, isFree ? bytes : 0);
}

void MemoryBudget::giveBack(std::uintmax_t bytes) {
    {
        const std::lock_guard guard(m_mutex);
        m_taken -= bytes;
    }
    m_changed.notify_all();
}

} // namespace fissure
