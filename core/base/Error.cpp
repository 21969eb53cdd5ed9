#include "core/base/Error.h"

#include <cctype>

namespace fissure {

namespace {

std::string asSentence(std::string clause) {
    if (clause.empty()) {
        return clause;
    }
    clause.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(clause.front())));
    if (clause.back() != '.') {
        clause += '.';
    }
    return clause;
}

} // namespace

std::string Error::message() const {
    std::string text = subject.empty() ? asSentence(cause) : subject + ": " + cause;
    if (!text.empty() && text.back() != '.') {
        text += '.';
    }
    if (!advice.empty()) {
        text += ' ' + asSentence(advice);
    }
    return text;
}

bool isBadInput(ErrorCode code) {
    switch (code) {
    case ErrorCode::OutOfMemory:
    case ErrorCode::Stopped:
    case ErrorCode::Internal:
    case ErrorCode::Busy:
        return false;
    default:
        return true;
    }
}

const char* nameOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Unreadable:
        return "unreadable";
    case ErrorCode::Unwritable:
        return "unwritable";
    case ErrorCode::Damaged:
        return "damaged";
    case ErrorCode::WrongFormat:
        return "wrong_format";
    case ErrorCode::OutOfRange:
        return "out_of_range";
    case ErrorCode::UnknownKey:
        return "unknown_key";
    case ErrorCode::Empty:
        return "empty";
    case ErrorCode::NewerSchema:
        return "newer_schema";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    case ErrorCode::Stopped:
        return "stopped";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

} // namespace fissure
