#include "core/base/ParallelFor.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <vector>

namespace fissure {

namespace {

/// Numbers that threads take in turn.
class SharedNumbers {
public:
    SharedNumbers(std::size_t count, const std::function<bool(std::size_t)>& work)
        : m_count(count)
        , m_work(work) {}

    /// The entry of each thread, which nothing may leave.
    void take() noexcept {
        try {
            for (std::size_t number = m_next++; number < m_count && !m_isOver; number = m_next++) {
                if (!m_work(number)) {
                    m_isOver = true;
                }
            }
        } catch (const std::bad_alloc&) {
            fail(ErrorCode::OutOfMemory, {});
        } catch (const std::exception& exception) {
            fail(ErrorCode::Internal, exception.what());
        } catch (...) {
            fail(ErrorCode::Internal, {});
        }
    }

    /// Once no thread takes any more.
    Result<void> result() const {
        if (!m_failed) {
            return {};
        }
        return *m_failed == ErrorCode::OutOfMemory
                   ? failure(ErrorCode::OutOfMemory, {}, Text("core", "memory ran out"))
                   : failure(unforeseen(m_what));
    }

private:
    /// Keeps the first. Where there is no memory even for its text, the code has to do.
    void fail(ErrorCode code, const char* what) noexcept {
        m_isOver = true;
        const std::lock_guard guard(m_mutex);
        if (m_failed) {
            return;
        }
        m_failed = code;
        try {
            m_what = what ? what : "";
        } catch (const std::bad_alloc&) {
            m_what.clear();
        }
    }

    const std::size_t m_count;
    const std::function<bool(std::size_t)>& m_work;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    std::optional<ErrorCode> m_failed;
    std::string m_what;
};

std::size_t threadsFor(std::size_t count, int wanted) {
    const int threads = wanted > 0 ? wanted : static_cast<int>(std::thread::hardware_concurrency());
    return std::min(count, static_cast<std::size_t>(std::max(1, threads)));
}

} // namespace

Result<void> parallelFor(std::size_t count, int threads, const std::function<bool(std::size_t)>& work) {
    SharedNumbers numbers(count, work);
    {
        std::vector<std::jthread> helpers;
        try {
            for (std::size_t i = 1; i < threadsFor(count, threads); ++i) {
                helpers.emplace_back([&numbers] { numbers.take(); });
            }
        } catch (const std::exception&) { // std::system_error, std::bad_alloc: with those that there are
        }
        numbers.take();
    }
    return numbers.result();
}

} // namespace fissure
