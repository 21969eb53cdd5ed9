#include "core/net/DownloadText.h"

#include <cmath>

namespace fissure {

Text progressText(const DownloadProgress& progress, const DownloadFigures& figures) {
    const Text done = figures.bytes(progress.doneBytes);
    const Text speed = figures.bytes(std::llround(progress.bytesPerSecond));
    if (!progress.totalBytes) {
        return Text("core", "%1 downloaded, %2/s").with(done, speed);
    }
    const Text total = figures.bytes(*progress.totalBytes);
    const auto left = progress.timeLeft();
    return left && progress.fraction() < 1.0
               ? Text("core", "%1 of %2 downloaded, %3/s, %4 left")
                     .with(done, total, speed, figures.duration(*left))
               : Text("core", "%1 of %2 downloaded, %3/s").with(done, total, speed);
}

} // namespace fissure
