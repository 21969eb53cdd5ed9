#include "core/engine/train/Guarded.h"

#include "core/engine/train/StopPoint.h"

#include <c10/util/Exception.h>

#include <array>
#include <new>
#include <string>
#include <string_view>

namespace fissure {

namespace {

bool tellsOfMemory(std::string_view text) {
    constexpr std::array<std::string_view, 4> kSigns{"can't allocate memory", "not enough memory",
                                                     "out of memory", "OutOfMemoryError"};
    for (const std::string_view sign : kSigns) {
        if (text.find(sign) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// LibTorch's messages go on with a stack of frames; the first line says what happened.
std::string firstLine(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

} // namespace

Error toError(const std::exception& exception) {
    if (dynamic_cast<const StopRequested*>(&exception) != nullptr) {
        return {ErrorCode::Stopped, "", Text("core", "the user stopped it"), ""};
    }
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&exception);
    const std::string text = ofTorch != nullptr ? ofTorch->what_without_backtrace() : exception.what();
    if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr || tellsOfMemory(text)) {
        return {ErrorCode::OutOfMemory, "", Text("core", "memory ran out"),
                Text("core", "choose a smaller batch size or input size")};
    }
    if (ofTorch == nullptr) {
        return unforeseen(firstLine(text));
    }
    return {ErrorCode::Internal, "", Text("core", "LibTorch failed: %1").with(firstLine(text)), ""};
}

} // namespace fissure
