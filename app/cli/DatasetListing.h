#pragma once

#include "app/cli/Command.h"
#include "core/data/ProposalBuilder.h"

namespace fissure::cli {

/// Enters a data set that was built into the workspace's list, where there is a workspace; a build needs
/// none. Says on standard error where that fails: the data set is whole without it.
void listInWorkspace(const Context& context, const BuildReport& report);

} // namespace fissure::cli
