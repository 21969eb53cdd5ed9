#include "core/config/ConfigJson.h"

#include "core/base/Files.h"
#include "core/config/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>

namespace fissure {

namespace {

using Json = nlohmann::ordered_json;

/// "line 3, column 14" of a character's place, counted from 1; one past the last character is the end.
Text positionText(std::string_view text, std::size_t place) {
    const std::string_view before =
        text.substr(0, std::min(place - std::min<std::size_t>(place, 1), text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return Text("core", "line %1, column %2").with(line, before.size() - lineStart + 1);
}

/// Reports an error of a field as one of the file it stands in.
Error located(Error error, const std::string& origin) {
    error.code = ErrorCode::WrongFormat;
    error.cause = Text("core", "%1: %2").with(error.subject, error.cause);
    error.subject = origin;
    return error;
}

/// The value as a message shows it. Lists and objects only by kind: they may be nested deeper than dump() can
/// go.
Text valueText(const Json& json) {
    return json.is_array()    ? Text("core", "a list")
           : json.is_object() ? Text("core", "an object")
                              : json.dump();
}

Result<FieldValue> toFieldValue(const Field& field, const Json& json) {
    if (field.kind == FieldKind::Real && json.is_number()) {
        return FieldValue(json.get<double>());
    }
    // Above the signed range nlohmann keeps an unsigned number, which get<std::int64_t>() would wrap.
    const bool fits = !json.is_number_unsigned() ||
                      json.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (field.kind == FieldKind::Integer && json.is_number_integer() && fits) {
        return FieldValue(json.get<std::int64_t>());
    }
    if (field.kind != FieldKind::Real && field.kind != FieldKind::Integer && json.is_string()) {
        return FieldValue(json.get<std::string>());
    }
    Text cause = field.kind == FieldKind::Integer ? Text("core", "%1 is not a whole number")
                 : field.kind == FieldKind::Real  ? Text("core", "%1 is not a number")
                                                  : Text("core", "%1 is not a text");
    return failure(ErrorCode::OutOfRange, field.key, std::move(cause).with(valueText(json)));
}

Result<Json> parseObject(std::string_view text, const std::string& origin) {
    Json json;
    std::set<std::string> keys;
    std::optional<std::string> twice;
    const auto noteKey = [&](int depth, Json::parse_event_t event, const Json& parsed) {
        if (depth == 1 && event == Json::parse_event_t::key &&
            !keys.insert(parsed.get<std::string>()).second) {
            twice = parsed.get<std::string>();
        }
        return true;
    };
    try {
        json = Json::parse(text, noteKey);
    } catch (const Json::parse_error& broken) {
        return failure(ErrorCode::WrongFormat, origin,
                       Text("core", "it is not JSON at %1").with(positionText(text, broken.byte)));
    } catch (const Json::exception&) {
        return failure(ErrorCode::WrongFormat, origin, Text("core", "a number in it is too large"));
    }
    if (!json.is_object()) {
        return failure(ErrorCode::WrongFormat, origin,
                       Text("core", "it is not a JSON object of configuration fields"));
    }
    if (twice) {
        return failure(ErrorCode::WrongFormat, origin, Text("core", "%1 stands in it twice").with(*twice));
    }
    return json;
}

} // namespace

std::string toJson(const RunConfig& config, int indent) {
    Json json = Json::object();
    for (const Field& field : configFields()) {
        std::visit([&](const auto& value) { json[field.key] = value; }, field.get(config));
    }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<RunConfig> configFromJson(std::string_view text, const std::string& origin) {
    const Result<Json> json = parseObject(text, origin);
    if (!json) {
        return failure(json.error());
    }
    RunConfig config;
    for (const auto& [key, value] : json->items()) {
        const Field* field = findField(key);
        const Result<void> set =
            field == nullptr ? setFieldFromText(config, key, "")
                             : toFieldValue(*field, value).and_then([&, held = field](const FieldValue& v) {
                                   return setField(config, *held, v);
                               });
        if (!set) {
            return failure(located(set.error(), origin));
        }
    }
    return config;
}

Result<RunConfig> configFromOtherVersion(std::string_view text, const std::string& origin) {
    return parseObject(text, origin).map([](const Json& json) {
        RunConfig config;
        for (const Field& field : configFields()) {
            const auto found = json.find(field.key);
            if (found == json.end()) {
                continue;
            }
            const Result<FieldValue> value = toFieldValue(field, *found);
            if (value && (field.kind != FieldKind::Choice || checkField(field, *value))) {
                field.assign(config, *value);
            }
        }
        return config;
    });
}

Result<RunConfig> readConfigFile(const std::filesystem::path& file) {
    return readTextFile(file).and_then(
        [&](const std::string& text) { return configFromJson(text, file.string()); });
}

} // namespace fissure
