#include "core/store/DatabaseFile.h"

#include "core/store/DatabaseError.h"
#include "core/store/Migrations.h"
#include "core/store/WorkspaceLock.h"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <cctype>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr int kBusyTimeoutMs = 10'000;

using DatabasePointer = std::unique_ptr<SQLite::Database>;

/// The path as a file: URI; everything but unreserved characters and slashes is escaped.
std::string toUri(const fs::path& file) {
    std::string uri = "file:";
    for (const char letter : file.string()) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isPlain =
            std::isalnum(byte) != 0 || std::string_view("/-._~").find(letter) != std::string_view::npos;
        uri += isPlain && byte < 0x80 ? std::string(1, letter) : fmt::format("%{:02X}", byte);
    }
    return uri;
}

bool hasUnmergedLog(const fs::path& file) {
    std::error_code error;
    const auto bytes = fs::file_size(file.string() + "-wal", error);
    return !error && bytes > 0;
}

DatabasePointer openReadOnly(const fs::path& file) {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs);
    database->exec("PRAGMA wal_autocheckpoint = 0");
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // Touches the file, and in a read-only folder fails here, where the caller can do something about it.
    database->execAndGet("SELECT count(*) FROM sqlite_schema");
    return database;
}

/// For a folder that cannot be written: SQLite cannot make the files it shares between programs there, and
/// nobody can change the database either.
Result<DatabasePointer> openImmutable(const fs::path& file) {
    if (hasUnmergedLog(file)) {
        return failure(
            ErrorCode::Unreadable, file.string(),
            Text("core",
                 "the folder cannot be written, and the database has changes that are not merged yet"),
            Text("core", "make the folder writable or copy it as a whole"));
    }
    return std::make_unique<SQLite::Database>(toUri(file) + "?immutable=1",
                                              SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyTimeoutMs);
}

Result<DatabasePointer> openReadable(const fs::path& file) {
    try {
        return openReadOnly(file);
    } catch (const SQLite::Exception& thrown) {
        const int code = thrown.getErrorCode() & 0xff;
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) {
            throw;
        }
    }
    return openImmutable(file);
}

Result<void> migrateUnderLock(const Workspace& workspace) {
    WorkspaceLock lock(workspace.lockFile());
    const auto held = lock.acquire();
    if (!held) {
        return failure(held.error());
    }
    return openForWriting(workspace.database()).map([](const DatabasePointer&) {});
}

} // namespace

Result<void> requireOwnDatabase(const Workspace& workspace) {
    const fs::path file = workspace.database();
    std::error_code error;
    if (!fs::exists(file, error)) {
        return {};
    }
    const auto checked = guarded(file, [&] {
        return openReadable(file).and_then([&](const DatabasePointer& opened) {
            return schemaState(*opened, file, schemaMigrations()).map([](SchemaState) {});
        });
    });
    const bool isForeign = !checked && (checked.error().code == ErrorCode::NewerSchema ||
                                        checked.error().code == ErrorCode::WrongFormat);
    return isForeign ? checked : Result<void>();
}

Result<DatabasePointer> openForWriting(const fs::path& file) {
    return guarded(file, [&]() -> Result<DatabasePointer> {
        auto database = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
        // SQLite opens a file that it may not write as a read-only one, without a word.
        if (sqlite3_db_readonly(database->getHandle(), "main") == 1) {
            return failure(ErrorCode::Unwritable, file.string(), Text("core", "it cannot be written"),
                           Text("core", "check the permissions of the file and its folder"));
        }
        if (const auto state = schemaState(*database, file, schemaMigrations()); !state) {
            return failure(state.error());
        }
        database->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; "
                       "PRAGMA journal_size_limit = 67108864");
        return migrate(*database, file, schemaMigrations()).map([&] { return std::move(database); });
    });
}

Result<DatabasePointer> openForReading(const Workspace& workspace) {
    const fs::path file = workspace.database();
    std::error_code error;
    if (!fs::exists(file, error)) {
        return DatabasePointer();
    }
    return guarded(file, [&]() -> Result<DatabasePointer> {
        auto opened = openReadable(file);
        if (!opened) {
            return opened;
        }
        const auto state = schemaState(**opened, file, schemaMigrations());
        if (!state) {
            return failure(state.error());
        }
        if (*state == SchemaState::Empty) {
            return DatabasePointer();
        }
        if (*state == SchemaState::Older) {
            return migrateUnderLock(workspace).and_then([&] { return openReadable(file); });
        }
        return opened;
    });
}

} // namespace fissure
