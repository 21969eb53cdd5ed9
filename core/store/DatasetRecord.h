#pragma once

#include "core/base/Clock.h"
#include "core/base/EnumNames.h"
#include "core/base/Ids.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// What a run uses a data set for. Stored by name.
enum class DatasetRole { Train, Valid };

template <>
struct EnumNames<DatasetRole> {
    static constexpr std::array<std::string_view, 2> names{"train", "valid"};
};

/// A folder of proposals as a run that starts finds it.
struct UsedDataset {
    DatasetRole role = DatasetRole::Train;
    std::string folder;      ///< absolute, as wholeFolder() gives it
    std::string fingerprint; ///< of all its proposals; empty where not known

    bool operator==(const UsedDataset&) const = default;
};

/// That a run used a data set.
struct DatasetUse {
    RunId run;
    DatasetRole role = DatasetRole::Train;
    std::string fingerprint; ///< of the data set when the run started; empty where not known

    bool operator==(const DatasetUse&) const = default;
};

/// A data set of the workspace's list.
struct DatasetRecord {
    std::string folder;
    WallTime addedAt;
    std::string fingerprint; ///< when it was last built, used or added; empty where not known
    /// Of runs that name the folder, or one of the same fingerprint wherever it lay; the newest first.
    std::vector<DatasetUse> uses;

    bool operator==(const DatasetRecord&) const = default;
};

/// The runs of the uses, each once, in their order.
std::vector<RunId> runsOf(const std::vector<DatasetUse>& uses);

} // namespace fissure
