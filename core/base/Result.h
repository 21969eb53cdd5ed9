#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace fissure {

/// The value, or the Error that stood in the way. Expected failures travel in it; nothing of ours throws.
template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning an Error from a function with a Result.
inline tl::unexpected<Error> failure(ErrorCode code, Text subject, Text cause, Text advice = {}) {
    return tl::make_unexpected(Error{code, std::move(subject), std::move(cause), std::move(advice)});
}

/// Hands an Error of one Result on as the failure of another.
inline tl::unexpected<Error> failure(Error error) {
    return tl::make_unexpected(std::move(error));
}

} // namespace fissure
