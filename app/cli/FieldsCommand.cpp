#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "core/config/ConfigFields.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace fissure::cli {

namespace {

using Json = nlohmann::ordered_json;

const char* typeOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Integer:
        return "integer";
    case FieldKind::Real:
        return "real";
    case FieldKind::Choice:
        return "choice";
    case FieldKind::Folder:
        return "folder";
    case FieldKind::File:
        return "file";
    }
    return "";
}

bool isNumber(const Field& field) {
    return field.kind == FieldKind::Integer || field.kind == FieldKind::Real;
}

Json toJson(const Field& field) {
    Json json{{"key", field.key}, {"title", field.title}, {"type", typeOf(field.kind)}};
    std::visit([&](const auto& value) { json["default"] = value; }, field.get(RunConfig{}));
    if (isNumber(field)) {
        json["minimum"] = field.range.lowest;
        json["minimum_excluded"] = field.range.lowestExcluded;
        json["maximum"] = field.range.highest;
        if (field.range.next) {
            json["next_after_minimum"] = *field.range.next;
        }
    }
    if (field.kind == FieldKind::Choice) {
        json["choices"] = field.choices;
    }
    json["unit"] = field.unit;
    json["special"] = field.special;
    json["group"] = titleOf(field.group);
    json["level"] = field.level == FieldLevel::Basic ? "basic" : "advanced";
    json["help"] = field.help;
    return json;
}

std::string valuesOf(const Field& field) {
    if (field.kind == FieldKind::Choice) {
        return fmt::format("{}", fmt::join(field.choices, " | "));
    }
    if (!isNumber(field)) {
        return typeOf(field.kind);
    }
    const FieldRange& range = field.range;
    if (range.next) {
        return fmt::format("{} {:g}, or {:g} to {:.10g}", typeOf(field.kind), range.lowest, *range.next,
                           range.highest);
    }
    return fmt::format("{} {}{:g} to {:.10g}", typeOf(field.kind), range.lowestExcluded ? "above " : "",
                       range.lowest, range.highest);
}

std::string defaultOf(const Field& field) {
    const std::string text = toText(field.get(RunConfig{}));
    const std::string shown = text.empty() ? "none" : text;
    return *field.unit == '\0' ? shown : shown + " " + field.unit;
}

int listFields(bool json) {
    if (json) {
        Json list = Json::array();
        for (const Field& field : configFields()) {
            list.push_back(toJson(field));
        }
        printOut("{}\n", list.dump(2));
        return kDone;
    }
    std::string group;
    for (const Field& field : configFields()) {
        if (group != titleOf(field.group)) {
            group = titleOf(field.group);
            printOut("\n{}\n", group);
        }
        printOut("  {:<20} {} (default {})\n  {:<20} {}\n", field.key, valuesOf(field), defaultOf(field), "",
                 field.help);
    }
    return kDone;
}

} // namespace

void addFields(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("fields", "List every configuration field");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print one JSON document");
    command->callback([&chosen, json] { chosen = [json](const Context&) { return listFields(*json); }; });
}

} // namespace fissure::cli
