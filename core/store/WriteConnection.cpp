#include "core/store/WriteConnection.h"

#include "core/store/DatabaseFile.h"

#include <sqlite3.h>

namespace fissure {

Result<std::unique_ptr<WriteConnection>> WriteConnection::open(const Workspace& workspace,
                                                               std::chrono::milliseconds patience) {
    if (const auto own = requireOwnDatabase(workspace); !own) {
        return failure(own.error());
    }
    WorkspaceLock lock(workspace.lockFile());
    Result<std::unique_ptr<SQLite::Database>> database;
    {
        const auto held = lock.acquire(patience);
        if (!held) {
            return failure(held.error());
        }
        database = openForWriting(workspace.database());
    }
    return std::move(database).map([&](std::unique_ptr<SQLite::Database> opened) {
        return std::unique_ptr<WriteConnection>(
            new WriteConnection(std::move(lock), patience, workspace.database(), std::move(opened)));
    });
}

WriteConnection::WriteConnection(WorkspaceLock lock, std::chrono::milliseconds patience,
                                 std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
    : m_lock(std::move(lock))
    , m_patience(patience)
    , m_file(std::move(file))
    , m_database(std::move(database))
    , m_statements(std::make_unique<StatementCache>(*m_database)) {}

WriteConnection::~WriteConnection() {
    m_statements.reset();
    // Closing the last connection merges the log into the database, which needs the lock as any checkpoint
    // does.
    const auto held = m_lock.acquire(m_patience);
    if (!held) {
        sqlite3_db_config(m_database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    m_database.reset();
}

void WriteConnection::setDurability(Durability durability) {
    if (durability != m_durability) {
        m_database->exec(durability == Durability::Status ? "PRAGMA synchronous = FULL"
                                                          : "PRAGMA synchronous = NORMAL");
        m_durability = durability;
    }
}

} // namespace fissure
