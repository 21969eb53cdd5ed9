#include "app/cli/Command.h"
#include "app/cli/Counted.h"
#include "app/cli/Output.h"

namespace fissure::cli {

int report(const Error& error) {
    printErr("fissure-cli: {}\n", error.message());
    if (error.code == ErrorCode::Stopped) {
        return kStoppedByUser;
    }
    return isBadInput(error.code) ? kBadUsage : kFailed;
}

int reportUnused(std::int64_t failed, std::int64_t found) {
    printErr("fissure-cli: {} of {} could not be used; the result holds the others\n", failed,
             counted(found, "photograph", "photographs"));
    return kFailed;
}

} // namespace fissure::cli
