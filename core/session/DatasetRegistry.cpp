#include "core/session/DatasetRegistry.h"

#include "core/base/Files.h"
#include "core/store/DatasetStore.h"

namespace fissure {

Result<void> listDataset(const Workspace& workspace, const Clock& clock, const std::filesystem::path& folder,
                         const std::string& fingerprint) {
    return DatasetStore::open(workspace, clock).and_then([&](const std::unique_ptr<DatasetStore>& store) {
        return store->put(wholeFolder(folder).string(), fingerprint);
    });
}

} // namespace fissure
