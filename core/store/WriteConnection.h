#pragma once

#include "core/base/Workspace.h"
#include "core/store/DatabaseError.h"
#include "core/store/Statement.h"
#include "core/store/WorkspaceLock.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <chrono>
#include <memory>

namespace fissure {

/// What a power failure may cost. A crash of the program costs nothing that was committed, either way.
enum class Durability {
    Metrics, ///< the last commits
    Status,  ///< nothing: the commit, and all before it, is on the disk
};

/// A workspace's database, open for writing. Every transaction and the checkpoints within it happen under the
/// workspace's lock. One object belongs to one thread.
class WriteConnection {
public:
    /// patience: how long it waits for the lock, here and at each write. Beside a database that is not for
    /// this program nothing is made, not even the lock's file.
    static Result<std::unique_ptr<WriteConnection>> open(const Workspace& workspace,
                                                         std::chrono::milliseconds patience);
    ~WriteConnection();
    WriteConnection(const WriteConnection&) = delete;
    WriteConnection& operator=(const WriteConnection&) = delete;

    /// Calls body, which returns a Result, within one transaction; an Error of it rolls back and comes back.
    template <class Body>
    std::invoke_result_t<Body> write(Durability durability, Body&& body) {
        const auto held = m_lock.acquire(m_patience);
        if (!held) {
            return failure(held.error());
        }
        return guarded(m_file, [&] {
            setDurability(durability);
            SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
            auto result = body();
            if (result) {
                transaction.commit();
            }
            return result;
        });
    }

    /// For use within write(); sql is a literal.
    Statement statement(std::string_view sql) { return m_statements->get(sql); }
    std::int64_t lastInsertedId() const { return m_database->getLastInsertRowid(); }

private:
    WriteConnection(WorkspaceLock lock, std::chrono::milliseconds patience, std::filesystem::path file,
                    std::unique_ptr<SQLite::Database> database);
    void setDurability(Durability durability);

    WorkspaceLock m_lock;
    std::chrono::milliseconds m_patience;
    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<StatementCache> m_statements;
    Durability m_durability = Durability::Metrics;
};

} // namespace fissure
