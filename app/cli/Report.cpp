#include "app/cli/Command.h"

#include <fmt/format.h>

namespace fissure::cli {

int report(const Error& error) {
    fmt::print(stderr, "fissure-cli: {}\n", error.message());
    if (error.code == ErrorCode::Stopped) {
        return kStoppedByUser;
    }
    return isBadInput(error.code) ? kBadUsage : kFailed;
}

} // namespace fissure::cli
