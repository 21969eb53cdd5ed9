#pragma once

#include "app/cli/RunJson.h"
#include "core/base/Result.h"

#include <string>

namespace fissure::cli {

/// One condition on a run: "status=finished", "val_accuracy>=0.9", "name~weighted". Operators: = != < <= > >=
/// and ~ (contains, case ignored). The key is one of a run's JSON: of the run itself, of its configuration,
/// or of its best epoch.
class RunFilter {
public:
    /// Fails with WrongFormat, UnknownKey, or with OutOfRange where the key's values are numbers and this is
    /// none, or where no status is called so.
    static Result<RunFilter> parse(const std::string& text);

    /// A run without the figure (no epoch yet) does not match.
    bool matches(const Json& run) const;

private:
    std::string m_key;
    std::string m_operator;
    std::string m_value;
};

} // namespace fissure::cli
