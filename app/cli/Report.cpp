#include "app/cli/Command.h"
#include "app/cli/Output.h"

namespace fissure::cli {

int report(const Error& error) {
    printErr("fissure-cli: {}\n", error.message());
    if (error.code == ErrorCode::Stopped) {
        return kStoppedByUser;
    }
    return isBadInput(error.code) ? kBadUsage : kFailed;
}

} // namespace fissure::cli
