#pragma once

#include "core/base/Result.h"

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <type_traits>
#include <utility>

namespace fissure {

/// What SQLite threw, as an Error whose subject is the database file.
Error toError(const SQLite::Exception& thrown, const std::filesystem::path& file);

/// Calls body, which returns a Result, and turns what SQLite throws out of it into the Result's Error.
template <class Body>
std::invoke_result_t<Body> guarded(const std::filesystem::path& file, Body&& body) {
    try {
        return std::forward<Body>(body)();
    } catch (const SQLite::Exception& thrown) {
        return failure(toError(thrown, file));
    }
}

} // namespace fissure
