#include "core/store/ReadConnection.h"

#include "core/store/DatabaseFile.h"

namespace fissure {

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const Workspace& workspace) {
    std::unique_ptr<ReadConnection> connection(new ReadConnection(workspace));
    return connection->connect().map([&] { return std::move(connection); });
}

Result<void> ReadConnection::connect() {
    if (m_database) {
        return {};
    }
    return openForReading(m_workspace).map([this](std::unique_ptr<SQLite::Database> opened) {
        m_database = std::move(opened);
        m_statements = m_database ? std::make_unique<StatementCache>(*m_database) : nullptr;
    });
}

Result<std::int64_t> ReadConnection::changeCounter() {
    // Outside a transaction: within one, data_version stands still with the snapshot.
    return connect().and_then([this]() -> Result<std::int64_t> {
        if (!m_database) {
            return 0;
        }
        return guarded(m_workspace.database(), [this]() -> Result<std::int64_t> {
            Statement version = statement("PRAGMA data_version");
            version.next();
            return 1 + version.integer();
        });
    });
}

} // namespace fissure
