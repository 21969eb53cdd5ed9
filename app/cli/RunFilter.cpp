#include "app/cli/RunFilter.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <regex>

namespace fissure::cli {

namespace {

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

std::optional<double> toNumber(const std::string& text) {
    double number = 0.0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

/// The value of a key of the run, its configuration or its best epoch; nullptr where none has it.
const Json* lookUp(const Json& run, const std::string& key) {
    for (const Json* part : {&run, &run.at("config"), &run.at("best")}) {
        if (part->is_object() && part->contains(key)) {
            return &part->at(key);
        }
    }
    return nullptr;
}

template <class T>
bool compare(const T& left, const std::string& relation, const T& right) {
    if (relation == "=") {
        return left == right;
    }
    if (relation == "!=") {
        return left != right;
    }
    if (relation == "<") {
        return left < right;
    }
    if (relation == "<=") {
        return left <= right;
    }
    return relation == ">" ? left > right : left >= right;
}

/// Every key a run can have, taken from one that has them all.
bool isKnown(const std::string& key) {
    RunSummary run;
    EpochMetrics epoch;
    epoch.validation = SplitMetrics{};
    run.best = epoch;
    return lookUp(toJson(run), key) != nullptr;
}

} // namespace

Result<RunFilter> RunFilter::parse(const std::string& text) {
    static const std::regex form(R"(\s*([a-z_0-9]+)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*)");
    std::smatch parts;
    if (!std::regex_match(text, parts, form)) {
        return failure(ErrorCode::WrongFormat, "--where " + text, "it is not of the form key=value",
                       "write for example status=finished, val_accuracy>=0.9 or name~weighted");
    }
    RunFilter filter;
    filter.m_key = parts[1];
    filter.m_operator = parts[2];
    filter.m_value = parts[3];
    if (!isKnown(filter.m_key)) {
        return failure(ErrorCode::UnknownKey, "--where " + text, "runs have no " + filter.m_key,
                       "the keys are those of `fissure-cli runs --json`");
    }
    return filter;
}

bool RunFilter::matches(const Json& run) const {
    const Json* value = lookUp(run, m_key);
    if (value == nullptr || value->is_null()) {
        return false;
    }
    const std::string text = value->is_string() ? value->get<std::string>() : value->dump();
    if (m_operator == "~") {
        return lowerCase(text).find(lowerCase(m_value)) != std::string::npos;
    }
    const auto wanted = toNumber(m_value);
    if (value->is_number() && wanted) {
        return compare(value->get<double>(), m_operator, *wanted);
    }
    return compare(text, m_operator, m_value);
}

} // namespace fissure::cli
