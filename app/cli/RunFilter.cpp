#include "app/cli/RunFilter.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
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
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
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

/// A value of the key, taken from a run that has them all; nothing where runs have no such key.
std::optional<Json> sampleOf(const std::string& key) {
    RunSummary run;
    run.endedAt = WallTime();
    EpochMetrics epoch;
    epoch.validation = SplitMetrics{};
    run.best = epoch;
    const Json json = toJson(run);
    const Json* value = lookUp(json, key);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

/// What is wrong with comparing the key's values with this one; empty where nothing is.
std::string misfit(const std::string& key, const Json& sample, const std::string& value) {
    if (sample.is_number() && !toNumber(value)) {
        return "\"" + value + "\" is not a number";
    }
    if (key == "status" && !fromName<RunStatus>(value)) {
        return "no status is called \"" + value + "\"";
    }
    return "";
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
    const auto sample = sampleOf(filter.m_key);
    if (!sample) {
        return failure(ErrorCode::UnknownKey, "--where " + text, "runs have no " + filter.m_key,
                       "the keys are those of `fissure-cli runs --json`");
    }
    const bool isCompared = filter.m_operator != "~";
    if (const std::string cause = misfit(filter.m_key, *sample, filter.m_value);
        isCompared && !cause.empty()) {
        return failure(ErrorCode::OutOfRange, "--where " + text, cause,
                       sample->is_number() ? "fractions and counts are written like 0.9 or 12"
                                           : "statuses are queued, running, paused, finished, stopped, "
                                             "failed and interrupted");
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
    return value->is_number() ? compare(value->get<double>(), m_operator, *toNumber(m_value))
                              : compare(text, m_operator, m_value);
}

} // namespace fissure::cli
