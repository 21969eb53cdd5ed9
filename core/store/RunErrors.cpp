#include "core/store/RunErrors.h"

#include <utility>

namespace fissure {

std::string nameOf(RunId run) {
    return "run " + std::to_string(run.value);
}

tl::unexpected<Error> noSuchRun(std::string name) {
    return failure(ErrorCode::NotFound, std::move(name), "there is no such run in this workspace",
                   "`fissure-cli runs` lists them all");
}

} // namespace fissure
