#include "core/data/CrackPath.h"

#include <algorithm>
#include <cmath>

namespace fissure {

namespace {

constexpr double kStepPx = 2.0;
constexpr double kBranchProbability = 0.022;
constexpr double kKinkProbability = 0.06;
constexpr double kMinimumBranchPx = 12.0;

/// Roughly normal, of deviation 1: enough for a wandering line.
double swing(Rng& rng) {
    return (uniform01(rng) + uniform01(rng) + uniform01(rng) - 1.5) * 2.0;
}

} // namespace

std::vector<LinePiece> growCrack(const CrackStart& start, Rng& rng) {
    std::vector<LinePiece> pieces;
    std::vector<CrackStart> pending{start};
    while (!pending.empty()) {
        const CrackStart current = pending.back();
        pending.pop_back();
        double x = current.x;
        double y = current.y;
        double drift = 0.0;
        double thickness = 1.0;
        for (double gone = 0.0; gone < current.length; gone += kStepPx) {
            const double left = 1.0 - gone / current.length;
            drift = 0.86 * drift + 0.16 * swing(rng);
            drift += uniform01(rng) < kKinkProbability ? uniformBetween(rng, -0.9, 0.9) : 0.0;
            thickness = std::clamp(thickness + 0.12 * swing(rng), 0.55, 1.45);
            const double angle = current.angle + drift;
            const double toX = x + kStepPx * std::cos(angle);
            const double toY = y + kStepPx * std::sin(angle);
            const double taper = std::min(1.0, 0.35 + 1.3 * left);
            pieces.push_back({x, y, toX, toY, std::max(0.8, current.width * thickness * taper), taper});
            x = toX;
            y = toY;
            const double branchLength = left * current.length * uniformBetween(rng, 0.3, 0.75);
            if (branchLength > kMinimumBranchPx && uniform01(rng) < kBranchProbability) {
                const double side = uniform01(rng) < 0.5 ? -1.0 : 1.0;
                pending.push_back({x, y, angle + side * uniformBetween(rng, 0.4, 1.1),
                                   current.width * uniformBetween(rng, 0.5, 0.8), branchLength});
            }
        }
    }
    return pieces;
}

} // namespace fissure
