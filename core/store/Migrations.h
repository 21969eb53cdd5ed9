#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <span>

namespace SQLite {
class Database;
}

namespace fissure {

/// One step of the schema: the SQL that brings a database from version - 1 to version.
struct Migration {
    int version; ///< from 1, without holes
    const char* name;
    const char* sql;
};

/// The files of core/store/schema, in order.
std::span<const Migration> schemaMigrations();

/// What stands in a file that opened as a database.
enum class SchemaState {
    Empty,   ///< nothing at all: a new file
    Older,   ///< ours, to be migrated
    Current, ///< ours, as this program writes it
};

/// Fails with NewerSchema (written by a newer program) or WrongFormat (of another program); changes nothing.
/// file names the database in the message. Throws SQLite::Exception.
Result<SchemaState> schemaState(SQLite::Database& database, const std::filesystem::path& file,
                                std::span<const Migration> migrations);

/// Brings the database to the last of the migrations, each in one transaction, so that a failure leaves it at
/// a whole version. Call it under the workspace's lock. Fails as schemaState does. Throws SQLite::Exception.
Result<void> migrate(SQLite::Database& database, const std::filesystem::path& file,
                     std::span<const Migration> migrations);

} // namespace fissure
