#include "core/store/RunErrors.h"

#include <utility>

namespace fissure {

Text nameOf(RunId run) {
    return Text("core", "run %1").with(run.value);
}

tl::unexpected<Error> noSuchRun(Text name) {
    return failure(ErrorCode::NotFound, std::move(name),
                   Text("core", "there is no such run in this workspace"),
                   Text("core", "`fissure-cli runs` lists them all"));
}

} // namespace fissure
