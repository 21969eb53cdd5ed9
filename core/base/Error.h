#pragma once

#include "core/base/Text.h"

#include <string>

namespace fissure {

/// What kind of failure happened. ui/common/ErrorText turns the code into a translated sentence.
enum class ErrorCode {
    NotFound,    ///< a file, folder, run or key that should exist does not
    Unreadable,  ///< it exists and cannot be read (permissions, I/O)
    Unwritable,  ///< it cannot be written (permissions, disk full)
    Damaged,     ///< it was read and its content is broken (truncated image, wrong hash)
    WrongFormat, ///< it is not of the kind that was expected
    OutOfRange,  ///< a value outside its range
    UnknownKey,  ///< a configuration key that does not exist
    Empty,       ///< nothing to work with (no proposals, one class only)
    NewerSchema, ///< a database written by a newer program
    Unreachable, ///< a server does not answer, refuses or breaks off
    Busy,        ///< another process or run holds what is needed
    OutOfMemory, ///< the device or the host ran out of memory
    Stopped,     ///< the user stopped the work
    Internal,    ///< a library failed in a way we did not foresee
};

/// An expected failure: what happened, to what, and what to do about it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    Text subject; ///< the file, field or run concerned; may be empty
    Text cause;   ///< one clause without a full stop: "it is cut off after 1,024 of 20,480 bytes"
    Text advice;  ///< one clause on what to do; may be empty

    bool operator==(const Error&) const = default;

    /// "subject: cause. Advice." in English, on one line; for the terminal, logs and the store.
    std::string message() const;
};

/// What stands for an exception that nobody foresaw; what: its text.
Error unforeseen(const std::string& what);

/// True where the user can mend it by other input; the command line exits with 2 then, with 1 otherwise.
bool isBadInput(ErrorCode code);

} // namespace fissure
