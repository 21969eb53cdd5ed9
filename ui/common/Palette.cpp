#include "ui/common/Palette.h"

#include <array>
#include <cstddef>

namespace fissure::ui {

namespace {

struct Shades {
    QRgb light;
    QRgb dark;
};

// In the order of Meaning. The light column is Okabe and Ito's, darkened where it has to be read as text.
constexpr std::array<Shades, 16> kShades{{
    {0xff0072b2, 0xff56b4e9}, // Training
    {0xffe69f00, 0xfff0b840}, // Validation
    {0xffd55e00, 0xfff08a3c}, // FalsePositive
    {0xffcc79a7, 0xffe09ac2}, // FalseNegative
    {0xff009e73, 0xff3cc79c}, // Correct
    {0xfff0e442, 0xfff0e442}, // GroundTruth
    {0xff0072b2, 0xff4aa3df}, // Accent
    {0xffb3261e, 0xffff8a7a}, // Error
    {0xff9a6700, 0xffe8b84a}, // Warning
    {0xff007a5a, 0xff3cc79c}, // Success
    {0xff5c6470, 0xff9aa4b0}, // Muted
    {0xffd5d9de, 0xff3a4048}, // Separator
    {0xffffffff, 0xff1b1e23}, // Surface
    {0xffffffff, 0xffffffff}, // OnPrimary
    {0xff3f4855, 0xffd0d6de}, // Crack
    {0xffb4bcc6, 0xff59626e}, // NoCrack
}};

// Okabe and Ito's, the pale ones darkened on light ground.
constexpr std::array<Shades, kNumberedColors> kNumbered{{
    {0xff0072b2, 0xff56b4e9},
    {0xffd55e00, 0xfff08a3c},
    {0xff009e73, 0xff3cc79c},
    {0xffcc79a7, 0xffe09ac2},
    {0xffe69f00, 0xfff0b840},
    {0xff000000, 0xffe8eaed},
    {0xff56b4e9, 0xffa5d8f7},
    {0xffa08f00, 0xfff0e442},
}};

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor colorOf(Meaning meaning, const QPalette& palette) {
    const Shades& shades = kShades[static_cast<std::size_t>(meaning)];
    return QColor::fromRgb(isDark(palette) ? shades.dark : shades.light);
}

QPalette textPalette(Meaning meaning, const QPalette& palette) {
    QPalette own; // what is not set comes from the palette around it
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        own.setColor(group, QPalette::WindowText, colorOf(meaning, palette));
    }
    return own;
}

QColor numberedColor(int number, const QPalette& palette) {
    const Shades& shades = kNumbered[static_cast<std::size_t>(number % kNumberedColors)];
    return QColor::fromRgb(isDark(palette) ? shades.dark : shades.light);
}

QColor blended(const QColor& first, const QColor& second, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a * (1.0 - share) + b * share); };
    return QColor::fromRgbF(mix(first.redF(), second.redF()), mix(first.greenF(), second.greenF()),
                            mix(first.blueF(), second.blueF()), mix(first.alphaF(), second.alphaF()));
}

} // namespace fissure::ui
