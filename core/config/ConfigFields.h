#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fissure {

/// A field's value on its way to and from a form, JSON or a command line; enums travel by name.
using FieldValue = std::variant<std::int64_t, double, std::string>;

enum class FieldKind { Integer, Real, Choice, Folder, File };

enum class FieldGroup { Data, Model, Training, SamplingAndLoss, Augmentation, Stopping, Advanced };

enum class FieldLevel { Basic, Advanced };

/// What numbers a field takes; the bounds belong to the range unless said otherwise.
struct FieldRange {
    double lowest = 0.0;
    double highest = 0.0;
    bool lowestExcluded = false;
    std::optional<double> next{}; ///< where set, lowest (which then has a special) stands alone and the range
                                  ///< goes on from here
};

/// One line of the table: all there is to know about one hyper-parameter. title, unit and help are English
/// and are translated in the context "ConfigFields".
struct Field {
    const char* key; ///< snake_case, for JSON, the store and --set
    const char* title;
    const char* unit;         ///< "px", "epochs"; empty where there is none
    const char* help;         ///< one or two whole sentences
    const char* special = ""; ///< what the lowest value, or an empty path, means ("all", "random"); a path
                              ///< without it must be given
    FieldGroup group;
    FieldLevel level;
    FieldKind kind;
    FieldRange range;                      ///< Integer and Real only
    std::vector<std::string_view> choices; ///< Choice only
    std::function<FieldValue(const RunConfig&)> get;
    std::function<void(RunConfig&, const FieldValue&)> assign; ///< value already checked; use setField
    std::function<bool(const RunConfig&)> isUsed; ///< false where other settings leave it without effect
};

/// The one table of fields, in the order in which a form shows them.
const std::vector<Field>& configFields();

/// nullptr where no field has that key.
const Field* findField(std::string_view key);

/// "Data", "Sampling and loss": the English title of a group, translated in the context "ConfigFields".
const char* titleOf(FieldGroup group);

/// Checks the value's kind and range. Fails with OutOfRange, the field's key as subject.
Result<void> checkField(const Field& field, const FieldValue& value);

/// Checks and sets. Nothing is changed where it fails.
Result<void> setField(RunConfig& config, const Field& field, const FieldValue& value);

/// The same from text ("--set learning_rate=1e-4"). Fails with UnknownKey or OutOfRange; an unknown key names
/// the nearest one where it looks like a slip of that.
Result<void> setFieldFromText(RunConfig& config, std::string_view key, std::string_view text);

/// The value as a command line would write it.
std::string toText(const FieldValue& value);

/// Everything wrong with a configuration, one Error a field, the field's key as subject: ranges, and the
/// folders and files that have to exist. Empty where it can start.
std::vector<Error> validate(const RunConfig& config);

} // namespace fissure
