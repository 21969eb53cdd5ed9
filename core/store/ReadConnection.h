#pragma once

#include "core/base/Workspace.h"
#include "core/store/DatabaseError.h"
#include "core/store/Statement.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <memory>

namespace fissure {

/// A workspace's database, open for reading as soon as there is one. One object belongs to one thread.
class ReadConnection {
public:
    static Result<std::unique_ptr<ReadConnection>> open(const Workspace& workspace);

    /// Calls body, which returns a Result, on one snapshot of the database; absent where there is no database
    /// yet.
    template <class Body>
    std::invoke_result_t<Body> read(Body&& body, std::invoke_result_t<Body> absent) {
        if (auto connected = connect(); !connected) {
            return failure(connected.error());
        }
        if (!m_database) {
            return absent;
        }
        return guarded(m_workspace.database(), [&] {
            const SQLite::Transaction snapshot(*m_database, SQLite::TransactionBehavior::DEFERRED);
            return body();
        });
    }

    /// For use within read(); sql is a literal.
    Statement statement(std::string_view sql) { return m_statements->get(sql); }

    /// Another number after every commit of anyone; 0 where there is no database yet.
    Result<std::int64_t> changeCounter();

private:
    explicit ReadConnection(Workspace workspace) : m_workspace(std::move(workspace)) {}
    Result<void> connect();

    Workspace m_workspace;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<StatementCache> m_statements;
};

} // namespace fissure
