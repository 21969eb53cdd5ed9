#include "core/data/ConcretePainter.h"

#include "core/base/Seed.h"
#include "core/data/CrackPath.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fissure {

namespace {

int countBetween(Rng& rng, int fewest, int most) {
    return fewest + static_cast<int>(uniformBelow(rng, static_cast<std::uint64_t>(most - fewest + 1)));
}

bool happens(Rng& rng, double probability) {
    return uniform01(rng) < probability;
}

/// One number a pixel.
struct Plane {
    explicit Plane(int sizePx, double value = 0.0)
        : size(sizePx)
        , values(static_cast<std::size_t>(sizePx) * static_cast<std::size_t>(sizePx), value) {}

    double& at(int x, int y) {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                      static_cast<std::size_t>(x)];
    }
    double at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                      static_cast<std::size_t>(x)];
    }

    int size;
    std::vector<double> values;
};

/// Calls visit(x, y) for the pixels of a square about a point, as far as they lie within the plane.
template <class Visit>
void forPixelsAround(const Plane& plane, double x, double y, double reach, Visit visit) {
    const int left = std::max(0, static_cast<int>(std::floor(x - reach)));
    const int right = std::min(plane.size - 1, static_cast<int>(std::ceil(x + reach)));
    const int top = std::max(0, static_cast<int>(std::floor(y - reach)));
    const int bottom = std::min(plane.size - 1, static_cast<int>(std::ceil(y + reach)));
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            visit(column, row);
        }
    }
}

/// Value noise: random numbers in [-1, 1] on a grid of the given cell, smoothly interpolated.
void addNoise(Plane& plane, double cellPx, double amplitude, Rng& rng) {
    const int side = static_cast<int>(plane.size / cellPx) + 2;
    std::vector<double> grid(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    std::ranges::generate(grid, [&] { return uniformBetween(rng, -1.0, 1.0); });
    const auto smooth = [](double t) { return t * t * (3.0 - 2.0 * t); };
    for (int y = 0; y < plane.size; ++y) {
        const double gridY = y / cellPx;
        const auto row = static_cast<std::size_t>(gridY);
        const double v = smooth(gridY - static_cast<double>(row));
        for (int x = 0; x < plane.size; ++x) {
            const double gridX = x / cellPx;
            const auto column = static_cast<std::size_t>(gridX);
            const double u = smooth(gridX - static_cast<double>(column));
            const double* upper = grid.data() + row * static_cast<std::size_t>(side) + column;
            const double* lower = upper + side;
            const double above = upper[0] + u * (upper[1] - upper[0]);
            const double below = lower[0] + u * (lower[1] - lower[0]);
            plane.at(x, y) += amplitude * (above + v * (below - above));
        }
    }
}

/// Several octaves of noise, each half as coarse; roughness is the amplitude's factor from one to the next.
void addOctaves(Plane& plane, double coarsestPx, double finestPx, double amplitude, double roughness,
                Rng& rng) {
    for (double cell = coarsestPx; cell >= finestPx; cell /= 2.0) {
        addNoise(plane, cell, amplitude, rng);
        amplitude *= roughness;
    }
}

double distanceToPiece(double x, double y, const LinePiece& piece) {
    const double alongX = piece.toX - piece.fromX;
    const double alongY = piece.toY - piece.fromY;
    const double squared = alongX * alongX + alongY * alongY;
    const double t =
        squared > 0.0
            ? std::clamp(((x - piece.fromX) * alongX + (y - piece.fromY) * alongY) / squared, 0.0, 1.0)
            : 0.0;
    return std::hypot(x - piece.fromX - t * alongX, y - piece.fromY - t * alongY);
}

class ConcretePainter {
public:
    ConcretePainter(int sizePx, std::uint64_t seed)
        : m_rng(seed)
        , m_size(sizePx)
        , m_scale(sizePx / 224.0)
        , m_light(sizePx, uniformBetween(m_rng, 118.0, 182.0))
        , m_rust(sizePx)
        , m_mask{sizePx, sizePx, std::vector<std::uint8_t>(m_light.values.size(), 0)} {}

    DrawnPhotograph draw() {
        paintSurface();
        paintStains();
        paintDrips();
        paintPores();
        paintJoints();
        paintScratches();
        paintCracks();
        paintLighting();
        return {photographed(), std::move(m_mask)};
    }

private:
    double anywhere() { return uniformBetween(m_rng, 0.0, m_size - 1.0); }

    void paintSurface() {
        addOctaves(m_light, 96.0 * m_scale, 10.0 * m_scale, uniformBetween(m_rng, 5.0, 13.0), 0.62, m_rng);
        addOctaves(m_light, 5.0, 1.25, uniformBetween(m_rng, 2.5, 5.0), 0.9, m_rng);
        // Aggregate: grains lighter and darker than the cement between them.
        const int grains = static_cast<int>(m_light.values.size() * uniformBetween(m_rng, 0.004, 0.014));
        for (int i = 0; i < grains; ++i) {
            paintDot(anywhere(), anywhere(), uniformBetween(m_rng, 0.6, 1.8),
                     uniformBetween(m_rng, -20.0, 16.0));
        }
    }

    void paintDot(double x, double y, double radius, double change) {
        forPixelsAround(m_light, x, y, radius + 1.0, [&](int column, int row) {
            const double inside = std::clamp(radius + 0.5 - std::hypot(column - x, row - y), 0.0, 1.0);
            m_light.at(column, row) += change * inside;
        });
    }

    /// Air bubbles at the formwork: dark, with a rim that catches the light.
    void paintPores() {
        const int pores = countBetween(m_rng, 2, 22);
        for (int i = 0; i < pores; ++i) {
            const double x = anywhere();
            const double y = anywhere();
            const double radius = m_scale * uniformBetween(m_rng, 0.9, happens(m_rng, 0.15) ? 4.5 : 2.4);
            paintDot(x + 0.8, y + 0.8, radius + 0.5, uniformBetween(m_rng, 6.0, 16.0));
            paintDot(x, y, radius, -uniformBetween(m_rng, 25.0, 60.0));
        }
    }

    void paintStains() {
        const int stains = countBetween(m_rng, 0, 3);
        for (int i = 0; i < stains; ++i) {
            Plane edge(m_size);
            addOctaves(edge, 40.0 * m_scale, 4.0 * m_scale, 0.45, 0.6, m_rng);
            const double x = anywhere();
            const double y = anywhere();
            const double radius = m_scale * uniformBetween(m_rng, 16.0, 60.0);
            const double change = -uniformBetween(m_rng, 8.0, 30.0);
            const double rust = happens(m_rng, 0.35) ? uniformBetween(m_rng, 0.2, 0.7) : 0.0;
            const double softness = uniformBetween(m_rng, 0.08, 0.5);
            forPixelsAround(m_light, x, y, 1.8 * radius, [&](int column, int row) {
                const double away = std::hypot(column - x, row - y) / radius + edge.at(column, row);
                const double inside = std::clamp((1.0 - away) / softness, 0.0, 1.0);
                m_light.at(column, row) += change * inside;
                m_rust.at(column, row) = std::max(m_rust.at(column, row), rust * inside);
            });
        }
    }

    /// Water runs down the wall: long soft streaks, upright, fading out.
    void paintDrips() {
        const int drips = happens(m_rng, 0.45) ? countBetween(m_rng, 1, 4) : 0;
        for (int i = 0; i < drips; ++i) {
            double x = anywhere();
            const double top = uniformBetween(m_rng, -0.2, 0.6) * m_size;
            const double length = uniformBetween(m_rng, 0.25, 0.9) * m_size;
            const double width = m_scale * uniformBetween(m_rng, 1.4, 6.0);
            const double change =
                happens(m_rng, 0.7) ? -uniformBetween(m_rng, 12.0, 38.0) : uniformBetween(m_rng, 12.0, 32.0);
            for (int y = std::max(0, static_cast<int>(top)); y < std::min<double>(m_size, top + length);
                 ++y) {
                x += uniformBetween(m_rng, -0.25, 0.25);
                const double fade = 1.0 - (y - top) / length;
                forPixelsAround(m_light, x, y, 3.0 * width, [&](int column, int row) {
                    if (row == y) {
                        const double away = (column - x) / width;
                        m_light.at(column, row) += change * fade * std::exp(-away * away);
                    }
                });
            }
        }
    }

    /// Joints of the formwork: straight, even, across the whole picture, with one bright edge.
    void paintJoints() {
        const int joints = happens(m_rng, 0.5) ? countBetween(m_rng, 1, 2) : 0;
        for (int i = 0; i < joints; ++i) {
            const double quarterTurn = std::numbers::pi / 2.0;
            double angle = happens(m_rng, 0.5) ? 0.0 : quarterTurn;
            angle +=
                happens(m_rng, 0.15) ? uniformBetween(m_rng, -0.7, 0.7) : uniformBetween(m_rng, -0.06, 0.06);
            const double reach = 1.5 * m_size;
            const double x = anywhere();
            const double y = anywhere();
            const double alongX = std::cos(angle);
            const double alongY = std::sin(angle);
            const LinePiece line{x - reach * alongX,
                                 y - reach * alongY,
                                 x + reach * alongX,
                                 y + reach * alongY,
                                 m_scale * uniformBetween(m_rng, 1.4, 4.0),
                                 1.0};
            const double depth = uniformBetween(m_rng, 0.2, 0.6);
            const double edge = uniformBetween(m_rng, 0.0, 14.0);
            forPixelsAround(m_light, x, y, m_size, [&](int column, int row) {
                const double inside =
                    std::clamp(line.width / 2.0 + 0.5 - distanceToPiece(column, row, line), 0.0, 1.0);
                const double beside = std::clamp(
                    1.2 - std::abs(distanceToPiece(column - alongY, row + alongX, line) - line.width / 2.0),
                    0.0, 1.0);
                double& light = m_light.at(column, row);
                light = (light + edge * beside * (1.0 - inside)) * (1.0 - depth * inside);
            });
        }
    }

    /// Short straight scrapes, lighter or darker; of the size of a crack and none.
    void paintScratches() {
        const int scratches = happens(m_rng, 0.4) ? countBetween(m_rng, 1, 4) : 0;
        for (int i = 0; i < scratches; ++i) {
            const double x = anywhere();
            const double y = anywhere();
            const double angle = uniformBetween(m_rng, 0.0, 2.0 * std::numbers::pi);
            const double length = m_scale * uniformBetween(m_rng, 15.0, 70.0);
            const LinePiece line{x,
                                 y,
                                 x + length * std::cos(angle),
                                 y + length * std::sin(angle),
                                 uniformBetween(m_rng, 0.8, 1.8),
                                 1.0};
            const double change =
                happens(m_rng, 0.6) ? uniformBetween(m_rng, 10.0, 32.0) : -uniformBetween(m_rng, 8.0, 26.0);
            forPixelsAround(m_light, x, y, length + 2.0, [&](int column, int row) {
                const double inside =
                    std::clamp(line.width / 2.0 + 0.5 - distanceToPiece(column, row, line), 0.0, 1.0);
                m_light.at(column, row) += change * inside;
            });
        }
    }

    void paintCracks() {
        const int cracks = happens(m_rng, 0.9) ? countBetween(m_rng, 1, happens(m_rng, 0.3) ? 3 : 2) : 0;
        Plane roughness(m_size);
        addOctaves(roughness, 6.0, 1.5, 0.5, 0.8, m_rng);
        for (int i = 0; i < cracks; ++i) {
            const CrackStart start{
                uniformBetween(m_rng, 0.08, 0.92) * m_size, uniformBetween(m_rng, 0.08, 0.92) * m_size,
                uniformBetween(m_rng, 0.0, 2.0 * std::numbers::pi), m_scale * uniformBetween(m_rng, 1.1, 4.2),
                m_scale * uniformBetween(m_rng, 45.0, 150.0)};
            const double depth = uniformBetween(m_rng, 0.3, 0.8);
            Plane darkness(m_size);
            for (const LinePiece& piece : growCrack(start, m_rng)) {
                paintCrackPiece(piece, roughness, darkness);
            }
            for (std::size_t at = 0; at < darkness.values.size(); ++at) {
                m_light.values[at] *= 1.0 - depth * darkness.values[at];
            }
        }
    }

    /// The mask is a little wider than the crack, as masks drawn by hand are.
    void paintCrackPiece(const LinePiece& piece, const Plane& roughness, Plane& darkness) {
        constexpr double kMaskMarginPx = 0.6;
        forPixelsAround(m_light, piece.fromX, piece.fromY, piece.width + 4.0, [&](int column, int row) {
            const double halfWidth = std::max(0.4, piece.width / 2.0 + roughness.at(column, row));
            const double away = distanceToPiece(column, row, piece);
            const double inside = std::clamp(halfWidth + 0.5 - away, 0.0, 1.0) * piece.strength;
            darkness.at(column, row) = std::max(darkness.at(column, row), inside);
            if (away <= piece.width / 2.0 + kMaskMarginPx) {
                m_mask.gray[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_size) +
                            static_cast<std::size_t>(column)] = 255;
            }
        });
    }

    /// A gradient from one side and the fall-off of the lens towards the corners.
    void paintLighting() {
        const double angle = uniformBetween(m_rng, 0.0, 2.0 * std::numbers::pi);
        const double gradient = uniformBetween(m_rng, 0.0, 0.3);
        const double falloff = uniformBetween(m_rng, 0.0, 0.22);
        for (int y = 0; y < m_size; ++y) {
            for (int x = 0; x < m_size; ++x) {
                const double u = 2.0 * x / m_size - 1.0;
                const double v = 2.0 * y / m_size - 1.0;
                const double along = u * std::cos(angle) + v * std::sin(angle);
                m_light.at(x, y) *= (1.0 + 0.5 * gradient * along) * (1.0 - 0.5 * falloff * (u * u + v * v));
            }
        }
    }

    /// What a camera makes of it: a soft lens, a tint, sensor noise.
    Image photographed() {
        const double softness = uniformBetween(m_rng, 0.0, 0.22);
        const double warmth = uniformBetween(m_rng, -0.02, 0.07);
        const double noise = uniformBetween(m_rng, 1.5, 5.0);
        const double tint[3] = {1.0 + warmth, 1.0 + 0.3 * warmth, 1.0 - warmth};
        constexpr double kRust[3] = {0.05, -0.10, -0.28};
        Image image{m_size, m_size, {}};
        image.rgb.reserve(m_light.values.size() * 3);
        const auto clamped = [&](int at) { return std::clamp(at, 0, m_size - 1); };
        for (int y = 0; y < m_size; ++y) {
            for (int x = 0; x < m_size; ++x) {
                const double around = m_light.at(clamped(x - 1), y) + m_light.at(clamped(x + 1), y) +
                                      m_light.at(x, clamped(y - 1)) + m_light.at(x, clamped(y + 1));
                const double light = (m_light.at(x, y) + softness * around) / (1.0 + 4.0 * softness);
                for (int channel = 0; channel < 3; ++channel) {
                    const double grain =
                        noise * (uniform01(m_rng) + uniform01(m_rng) + uniform01(m_rng) - 1.5) * 2.0;
                    const double colour = tint[channel] * (1.0 + kRust[channel] * m_rust.at(x, y));
                    image.rgb.push_back(
                        static_cast<std::uint8_t>(std::clamp(light * colour + grain, 0.0, 255.0)));
                }
            }
        }
        return image;
    }

    Rng m_rng;
    int m_size;
    double m_scale; ///< sizes are given for a picture of 224 pixels
    Plane m_light;  ///< brightness, 0 to 255
    Plane m_rust;   ///< 0 to 1
    GrayImage m_mask;
};

} // namespace

DrawnPhotograph drawConcrete(int sizePx, std::uint64_t seed) {
    return ConcretePainter(sizePx, seed).draw();
}

} // namespace fissure
