#include "core/base/Error.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace fissure {

namespace {

std::string withFullStop(std::string text) {
    const bool isEnded = text.empty() || std::string_view(".?!").find(text.back()) != std::string_view::npos;
    return isEnded ? text : text + '.';
}

std::string asSentence(std::string clause) {
    if (clause.empty()) {
        return clause;
    }
    clause.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(clause.front())));
    return withFullStop(std::move(clause));
}

} // namespace

std::string Error::message() const {
    std::string text = subject.empty() ? asSentence(cause) : withFullStop(subject + ": " + cause);
    if (!advice.empty()) {
        text += ' ' + asSentence(advice);
    }
    // Libraries put line ends into their messages, users into file names.
    std::ranges::replace_if(
        text, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
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
