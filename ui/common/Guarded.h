#pragma once

#include "core/base/Result.h"

#include <exception>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace fissure::ui {

/// For a thread's entry, out of which nothing may be thrown: the Result of a call, and of what it throws the
/// Error. subject: what the call is about.
template <class Call>
std::invoke_result_t<Call> guarded(const std::string& subject, Call&& call) {
    try {
        return std::forward<Call>(call)();
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, subject, {});
    } catch (const std::exception& thrown) {
        return failure(unforeseen(thrown.what()));
    }
}

} // namespace fissure::ui
