#include "core/store/DatasetStore.h"

#include "core/store/DatasetRows.h"
#include "core/store/WriteConnection.h"

namespace fissure {

class DatasetStore::Impl {
public:
    Impl(const Clock& clockOfCaller, std::unique_ptr<WriteConnection> connectionOpened)
        : clock(clockOfCaller)
        , connection(std::move(connectionOpened)) {}

    const Clock& clock;
    const std::unique_ptr<WriteConnection> connection;
};

DatasetStore::DatasetStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

DatasetStore::~DatasetStore() = default;

Result<std::unique_ptr<DatasetStore>> DatasetStore::open(const Workspace& workspace, const Clock& clock,
                                                         std::chrono::milliseconds patience) {
    return WriteConnection::open(workspace, patience).map([&](std::unique_ptr<WriteConnection> connection) {
        return std::unique_ptr<DatasetStore>(
            new DatasetStore(std::make_unique<Impl>(clock, std::move(connection))));
    });
}

Result<void> DatasetStore::put(const std::string& folder, const std::string& fingerprint) {
    return m_impl->connection->write(Durability::Metrics, [&]() -> Result<void> {
        putDatasetRow(*m_impl->connection, folder, fingerprint, m_impl->clock.now());
        return {};
    });
}

Result<void> DatasetStore::forget(const std::string& folder) {
    return m_impl->connection->write(Durability::Metrics, [&]() -> Result<void> {
        m_impl->connection->statement("DELETE FROM dataset WHERE folder = ?").bind(folder).run();
        return {};
    });
}

} // namespace fissure
