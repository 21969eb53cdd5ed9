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
    std::string text =
        subject.empty() ? asSentence(cause.str()) : withFullStop(subject.str() + ": " + cause.str());
    if (!advice.empty()) {
        text += ' ' + asSentence(advice.str());
    }
    // Libraries put line ends into their messages, users into file names.
    std::ranges::replace_if(
        text, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    return text;
}

Error unforeseen(const std::string& what) {
    return {ErrorCode::Internal, "", Text("core", "something unforeseen failed: %1").with(what), ""};
}

bool isBadInput(ErrorCode code) {
    switch (code) {
    case ErrorCode::OutOfMemory:
    case ErrorCode::Stopped:
    case ErrorCode::Internal:
    case ErrorCode::Unreachable:
    case ErrorCode::Busy:
        return false;
    default:
        return true;
    }
}

} // namespace fissure
