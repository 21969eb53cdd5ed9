#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>
#include <stop_token>

namespace fissure {

/// Memory that several threads share for work whose need is known before: each waits until what it takes is
/// free. First come, first served, so that large work is not put off for ever; what is larger than the whole
/// runs alone. Safe from any thread.
class MemoryBudget {
public:
    /// A part of it, given back when this goes.
    class Share {
    public:
        Share(MemoryBudget& budget, std::uintmax_t bytes) : m_budget(budget), m_bytes(bytes) {}
        ~Share() { m_budget.giveBack(m_bytes); }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

    private:
        MemoryBudget& m_budget;
        std::uintmax_t m_bytes;
    };

    explicit MemoryBudget(std::uintmax_t bytes) : m_bytes(bytes) {}

    /// Half of the machine's memory.
    static std::uintmax_t halfOfMachine();

    /// Waits until so much is free, or nothing is taken at all. A stop ends the waiting; nothing is taken
    /// then.
    Share take(std::uintmax_t bytes, const std::stop_token& stop);

private:
    void giveBack(std::uintmax_t bytes);

    const std::uintmax_t m_bytes;
    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_changed;
    std::uintmax_t m_taken = 0;
    std::uint64_t m_nextTicket = 0;
    std::set<std::uint64_t> m_waiting; ///< tickets
};

} // namespace fissure
