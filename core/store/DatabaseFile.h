#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"

#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
}

namespace fissure {

/// Fails with NewerSchema or WrongFormat where the workspace has a database that is not for this program;
/// makes nothing beside it. What else may be wrong with it is said by whoever opens it.
Result<void> requireOwnDatabase(const Workspace& workspace);

/// The workspace's database, made or migrated where needed, set up for writing (WAL, foreign keys on,
/// synchronous NORMAL). Call it under the workspace's lock. Fails with NewerSchema, WrongFormat, Damaged,
/// Unreadable, Unwritable or Busy; a file that is none of ours is left as it is.
Result<std::unique_ptr<SQLite::Database>> openForWriting(const std::filesystem::path& file);

/// The database for reading only; it never checkpoints. nullptr where there is nothing to read yet: no file,
/// or an empty one. An older schema is migrated first. Fails as openForWriting does.
Result<std::unique_ptr<SQLite::Database>> openForReading(const Workspace& workspace);

} // namespace fissure
