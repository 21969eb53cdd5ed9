#pragma once

#include "core/base/Result.h"

#include <exception>
#include <functional>
#include <type_traits>

namespace fissure {

/// The Error that an exception of LibTorch, of the standard library or of stopPoint() stands for: Stopped,
/// OutOfMemory (recognised by LibTorch's text) or Internal. Only an exception of LibTorch is called one.
Error toError(const std::exception& exception);

/// Calls work, which returns a Result; what it throws becomes an Error.
template <class Work>
auto guarded(Work&& work) -> std::invoke_result_t<Work> {
    try {
        return std::invoke(std::forward<Work>(work));
    } catch (const std::exception& exception) {
        return failure(toError(exception));
    }
}

} // namespace fissure
