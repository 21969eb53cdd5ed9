#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace fissure {

/// A prepared statement lent by a StatementCache. It is reset when it goes, so that no read stays open behind
/// it. Every member throws SQLite::Exception.
class Statement {
public:
    explicit Statement(SQLite::Statement& prepared) : m_prepared(prepared) {}
    ~Statement() { m_prepared.tryReset(); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds the values in the order of the question marks and starts anew.
    template <class... Values>
    Statement& bind(const Values&... values) {
        m_prepared.reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    /// Runs a statement that gives no rows; how many rows it changed.
    int run() { return m_prepared.exec(); }

    /// Steps to the next row; false after the last one.
    bool next() {
        m_column = 0;
        return m_prepared.executeStep();
    }

    /// The columns of the row, each call taking the next one.
    template <class Integer = std::int64_t>
    Integer integer() {
        return static_cast<Integer>(column().getInt64());
    }
    double real(); ///< not-a-number where the column is NULL
    std::string text();
    WallTime time();
    bool isLastNull() const; ///< of the column taken last

private:
    SQLite::Column column() { return m_prepared.getColumn(m_column++); }

    void bindOne(int index, int value) { m_prepared.bind(index, value); }
    void bindOne(int index, std::int64_t value) { m_prepared.bind(index, value); }
    void bindOne(int index, double value) { m_prepared.bind(index, value); } // not-a-number becomes NULL
    void bindOne(int index, std::nullptr_t) { m_prepared.bind(index); }
    void bindOne(int index, RunId run) { m_prepared.bind(index, run.value); }
    void bindOne(int index, WallTime time) {
        m_prepared.bind(index, static_cast<std::int64_t>(time.time_since_epoch().count()));
    }
    void bindOne(int index, const std::string& value) { m_prepared.bind(index, value); }
    void bindOne(int index, std::string_view value) { m_prepared.bind(index, std::string(value)); }

    SQLite::Statement& m_prepared;
    int m_column = 0;
};

/// Prepares each statement once. Must go before its database does.
class StatementCache {
public:
    explicit StatementCache(SQLite::Database& database) : m_database(database) {}

    /// sql: a literal. A statement is lent once at a time.
    Statement get(std::string_view sql);

private:
    SQLite::Database& m_database;
    std::map<std::string_view, SQLite::Statement> m_prepared;
};

} // namespace fissure
