#include "app/cli/DatasetListing.h"

#include "app/cli/Output.h"
#include "core/base/Workspace.h"
#include "core/session/DatasetRegistry.h"

namespace fissure::cli {

void listInWorkspace(const Context& context, const BuildReport& report) {
    const auto workspace = Workspace::existing(context.workspace);
    if (!workspace) {
        return;
    }
    const SystemClock clock;
    const auto listed = listDataset(*workspace, clock, report.folder, report.fingerprint);
    if (!listed) {
        printErr("warning: the workspace does not list {}: {}\n", report.folder.string(),
                 listed.error().message());
    }
}

} // namespace fissure::cli
