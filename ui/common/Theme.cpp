#include "ui/common/Theme.h"

#include "ui/common/Palette.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QProxyStyle>
#include <QPushButton>
#include <QString>
#include <QStyleFactory>
#include <QStyleOption>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;
/// At either side of a button's icon: Fusion leaves 4 px to the text.
constexpr int kIconGapPx = 4;
/// Beside what a button with an icon holds, at both sides together.
constexpr int kButtonRoomPx = 8;

/// Fusion with room beside the texts of tables and their headings, and around the icons of buttons.
class RoomyStyle final : public QProxyStyle {
public:
    RoomyStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    using QProxyStyle::polish;
    void polish(QWidget* widget) override {
        QProxyStyle::polish(widget);
        // A wider icon keeps its picture in the middle, which holds with a style sheet too.
        if (auto* button = qobject_cast<QPushButton*>(widget)) {
            button->setIconSize({kIconPx + 2 * kIconGapPx, kIconPx});
        }
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override {
        QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (type == CT_PushButton && button != nullptr && !button->icon.isNull()) {
            whole.rwidth() += kButtonRoomPx;
        }
        return whole;
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        switch (metric) {
        case PM_FocusFrameHMargin:
            return qobject_cast<const QAbstractItemView*>(widget)
                       ? 6
                       : QProxyStyle::pixelMetric(metric, option, widget);
        case PM_HeaderMargin:
            return 7;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

constexpr const char* kPrimary = "primary";

struct Tones {
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb disabledText;
    QRgb placeholder;
    QRgb light;
    QRgb midlight;
    QRgb mid;
    QRgb dark;
    QRgb shadow;
    QRgb highlight;
    QRgb highlightedText;
    QRgb link;
    QRgb toolTip;
};

constexpr Tones kLight{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xfffafbfc, 0xff1b2026, 0xff9aa1ab,
                       0xff626a76, 0xffffffff, 0xffe8eaed, 0xffc4c9d0, 0xffa4abb4, 0xff6b727c,
                       0xff0072b2, 0xffffffff, 0xff0067a1, 0xffffffff};
constexpr Tones kDark{0xff23272d, 0xff1b1e23, 0xff20242a, 0xff2f343c, 0xffe4e7eb, 0xff6f7883,
                      0xff8b95a1, 0xff4b535e, 0xff3b424c, 0xff343a43, 0xff16191d, 0xff0d0f12,
                      0xff2f7fb5, 0xffffffff, 0xff6dbcf0, 0xff2f343c};

QPalette paletteOf(const Tones& tones) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(QPalette::All, role, QColor::fromRgb(colour));
    };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.highlightedText);
    set(QPalette::PlaceholderText, tones.placeholder);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, tones.highlightedText);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::ToolTipBase, tones.toolTip);
    set(QPalette::ToolTipText, tones.text);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.disabledText));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tones.mid));
    return palette;
}

/// Rows and menu items are selected in a pale tone, so that coloured icons and figures stay readable on them.
QPalette rowPalette(QPalette palette) {
    const QColor base = palette.color(QPalette::Base);
    const QColor selected = blended(base, palette.color(QPalette::Highlight), isDark(palette) ? 0.45 : 0.18);
    palette.setColor(QPalette::All, QPalette::Highlight, selected);
    palette.setColor(QPalette::All, QPalette::HighlightedText, palette.color(QPalette::Text));
    palette.setColor(QPalette::Inactive, QPalette::Highlight,
                     blended(selected, palette.color(QPalette::Window), 0.4));
    return palette;
}

QString styleSheetOf(const QPalette& palette) {
    const QColor accent = palette.color(QPalette::Highlight);
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
               "QPushButton[primary=\"true\"] { color: white; background: %4; border: 1px solid %5;"
               " border-radius: 3px; padding: 5px 16px; font-weight: 600; }"
               "QPushButton[primary=\"true\"]:hover { background: %5; }"
               "QPushButton[primary=\"true\"]:pressed { background: %6; }"
               "QPushButton[primary=\"true\"]:focus { border: 2px solid %1; padding: 4px 15px; }"
               "QPushButton[primary=\"true\"]:disabled { color: %7; background: %8; border-color: %3; }")
        .arg(palette.color(QPalette::ToolTipText).name(), palette.color(QPalette::ToolTipBase).name(),
             palette.color(QPalette::Mid).name(), accent.name(), accent.darker(115).name(),
             accent.darker(135).name(), palette.color(QPalette::Disabled, QPalette::ButtonText).name(),
             palette.color(QPalette::Midlight).name());
}

} // namespace

QPalette lightPalette() {
    return paletteOf(kLight);
}

QPalette darkPalette() {
    return paletteOf(kDark);
}

void applyTheme(QApplication& application, ThemeChoice choice, bool systemIsDark) {
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const QPalette rows = rowPalette(palette);
    QApplication::setStyle(new RoomyStyle);
    QApplication::setPalette(palette);
    QApplication::setPalette(rows, "QAbstractItemView");
    QApplication::setPalette(rows, "QMenu");
    application.setStyleSheet(styleSheetOf(palette));
}

void makePrimary(QPushButton& button) {
    button.setProperty(kPrimary, true);
}

} // namespace fissure::ui
