#include "core/store/DatabaseError.h"

#include <sqlite3.h>
#include <string>

namespace fissure {

Error toError(const SQLite::Exception& thrown, const std::filesystem::path& file) {
    const auto error = [&](ErrorCode code, Text cause, Text advice = {}) {
        return Error{code, file.string(), std::move(cause), std::move(advice)};
    };
    const std::string detail = thrown.what();
    switch (thrown.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return error(ErrorCode::Unwritable, Text("core", "there is no space left on the disk"),
                     Text("core", "free some space and try again"));
    case SQLITE_IOERR:
        if (thrown.getExtendedErrorCode() == SQLITE_IOERR_READ ||
            thrown.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ) {
            return error(ErrorCode::Unreadable, Text("core", "it cannot be read: %1").with(detail),
                         Text("core", "check the disk"));
        }
        return error(ErrorCode::Unwritable, Text("core", "it cannot be written: %1").with(detail),
                     Text("core", "check the space and state of the disk"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error(ErrorCode::Unwritable, Text("core", "it cannot be written: %1").with(detail),
                     Text("core", "check the permissions of the file and its folder"));
    case SQLITE_CANTOPEN:
        return error(ErrorCode::Unreadable, Text("core", "it cannot be opened: %1").with(detail),
                     Text("core", "check the permissions of the file and its folder"));
    case SQLITE_NOTADB:
        return error(ErrorCode::Damaged, Text("core", "it is not a database"),
                     Text("core", "restore it from a copy or choose another folder with --workspace"));
    case SQLITE_CORRUPT:
        return error(ErrorCode::Damaged, Text("core", "its content is damaged: %1").with(detail),
                     Text("core", "restore it from a copy or choose another folder with --workspace"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::Busy, Text("core", "another program holds it"),
                     Text("core", "close that program or try again"));
    case SQLITE_NOMEM:
        return error(ErrorCode::OutOfMemory, Text("core", "there is not enough memory to read it"),
                     Text("core", "close other programs"));
    default:
        return error(ErrorCode::Internal, Text("core", "the database refused: %1").with(detail));
    }
}

} // namespace fissure
