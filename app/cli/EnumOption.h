#pragma once

#include "core/config/Enums.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace fissure::cli {

/// Adds an option that takes one of an enum's names; what it is stored in must outlive the command.
template <class E>
CLI::Option* addEnum(CLI::App& command, const std::string& option, E& value, const std::string& help) {
    const auto& names = EnumNames<E>::names;
    return command
        .add_option_function<std::string>(
            option, [&value](const std::string& name) { value = *fromName<E>(name); }, help)
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())))
        ->default_str(std::string(nameOf(value)));
}

} // namespace fissure::cli
