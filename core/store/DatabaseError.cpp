#include "core/store/DatabaseError.h"

#include <sqlite3.h>
#include <string>

namespace fissure {

Error toError(const SQLite::Exception& thrown, const std::filesystem::path& file) {
    const auto error = [&](ErrorCode code, std::string cause, std::string advice = {}) {
        return Error{code, file.string(), std::move(cause), std::move(advice)};
    };
    const std::string detail = thrown.what();
    switch (thrown.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return error(ErrorCode::Unwritable, "there is no space left on the disk",
                     "free some space and try again");
    case SQLITE_IOERR:
        if (thrown.getExtendedErrorCode() == SQLITE_IOERR_READ ||
            thrown.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ) {
            return error(ErrorCode::Unreadable, "it cannot be read: " + detail, "check the disk");
        }
        return error(ErrorCode::Unwritable, "it cannot be written: " + detail,
                     "check the space and state of the disk");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error(ErrorCode::Unwritable, "it cannot be written: " + detail,
                     "check the permissions of the file and its folder");
    case SQLITE_CANTOPEN:
        return error(ErrorCode::Unreadable, "it cannot be opened: " + detail,
                     "check the permissions of the file and its folder");
    case SQLITE_NOTADB:
        return error(ErrorCode::Damaged, "it is not a database",
                     "restore it from a copy or choose another folder with --workspace");
    case SQLITE_CORRUPT:
        return error(ErrorCode::Damaged, "its content is damaged: " + detail,
                     "restore it from a copy or choose another folder with --workspace");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::Busy, "another program holds it", "close that program or try again");
    case SQLITE_NOMEM:
        return error(ErrorCode::OutOfMemory, "there is not enough memory to read it", "close other programs");
    default:
        return error(ErrorCode::Internal, "the database refused: " + detail);
    }
}

} // namespace fissure
