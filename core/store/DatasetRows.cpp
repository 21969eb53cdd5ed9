#include "core/store/DatasetRows.h"

namespace fissure {

void putDatasetRow(WriteConnection& connection, const std::string& folder, const std::string& fingerprint,
                   WallTime now) {
    connection
        .statement("INSERT INTO dataset (folder, added_ms, fingerprint) VALUES (?, ?, ?) "
                   "ON CONFLICT (folder) DO UPDATE SET fingerprint = excluded.fingerprint "
                   "WHERE excluded.fingerprint <> ''")
        .bind(folder, now, fingerprint)
        .run();
}

} // namespace fissure
