#include "core/store/Migrations.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace fissure {

namespace {

constexpr int kApplicationId = 1179210578; ///< set by the first migration

int versionOf(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

} // namespace

Result<SchemaState> schemaState(SQLite::Database& database, const std::filesystem::path& file,
                                std::span<const Migration> migrations) {
    const int version = versionOf(database);
    const int applicationId = database.execAndGet("PRAGMA application_id").getInt();
    const int newest = migrations.back().version;
    if (version == 0 && applicationId == 0 &&
        database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) {
        return SchemaState::Empty;
    }
    if (applicationId != kApplicationId) {
        return failure(ErrorCode::WrongFormat, file.string(),
                       Text("core", "it is a database of another program"),
                       Text("core", "choose another folder with --workspace"));
    }
    if (version > newest) {
        return failure(
            ErrorCode::NewerSchema, file.string(),
            Text("core", "its schema has version %1, and this program knows versions up to %2")
                .with(version, newest),
            Text("core", "use the newer program that wrote it, or choose another folder with --workspace"));
    }
    return version == newest ? SchemaState::Current : SchemaState::Older;
}

Result<void> migrate(SQLite::Database& database, const std::filesystem::path& file,
                     std::span<const Migration> migrations) {
    if (const auto state = schemaState(database, file, migrations); !state) {
        return failure(state.error());
    }
    const int version = versionOf(database);
    for (const Migration& migration : migrations) {
        if (migration.version > version) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            database.exec(migration.sql);
            database.exec(fmt::format("PRAGMA user_version = {}", migration.version));
            transaction.commit();
        }
    }
    return {};
}

} // namespace fissure
