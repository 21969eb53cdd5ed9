#include "ui/common/Banner.h"
#include "ui/common/ConfusionView.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"
#include "ui/common/ImageConvert.h"
#include "ui/common/PageHeader.h"
#include "ui/common/Palette.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace fissure;
using namespace fissure::ui;

namespace {

double luminance(const QColor& colour) {
    const auto linear = [](float value) {
        return value <= 0.03928F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// WCAG 2.1's contrast ratio.
double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

bool hasColour(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 200 && qAbs(pixel.red() - colour.red()) < 6 &&
                qAbs(pixel.green() - colour.green()) < 6 && qAbs(pixel.blue() - colour.blue()) < 6) {
                return true;
            }
        }
    }
    return false;
}

/// How often a widget got an event of a type.
class EventCount final : public QObject {
public:
    EventCount(QWidget& widget, QEvent::Type type) : m_type(type) { widget.installEventFilter(this); }

    int count() const { return m_count; }

    bool eventFilter(QObject*, QEvent* event) override {
        m_count += event->type() == m_type ? 1 : 0;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

} // namespace

class tst_Pieces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void textIsReadableInBothPalettes() {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) > 7.0);
            QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) > 7.0);
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >
                    4.2);
            for (const auto ground : {QPalette::Base, QPalette::Window}) {
                QVERIFY2(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground)) > 4.5,
                         qPrintable(palette.color(QPalette::PlaceholderText).name()));
                QVERIFY2(contrast(colorOf(Meaning::Muted, palette), palette.color(ground)) > 4.5,
                         qPrintable(colorOf(Meaning::Muted, palette).name()));
            }
            for (const Meaning meaning : {Meaning::Error, Meaning::Warning, Meaning::Success}) {
                QVERIFY2(contrast(colorOf(meaning, palette), palette.color(QPalette::Base)) > 4.5,
                         qPrintable(colorOf(meaning, palette).name()));
            }
        }
        QVERIFY(!isDark(lightPalette()));
        QVERIFY(isDark(darkPalette()));
    }

    void lightColoursAreOkabeAndIto() {
        QCOMPARE(colorOf(Meaning::Training, lightPalette()), QColor(0x00, 0x72, 0xB2));
        QCOMPARE(colorOf(Meaning::Validation, lightPalette()), QColor(0xE6, 0x9F, 0x00));
        QCOMPARE(colorOf(Meaning::FalsePositive, lightPalette()), QColor(0xD5, 0x5E, 0x00));
        QCOMPARE(colorOf(Meaning::FalseNegative, lightPalette()), QColor(0xCC, 0x79, 0xA7));
        QCOMPARE(colorOf(Meaning::Correct, lightPalette()), QColor(0x00, 0x9E, 0x73));
    }

    void colouredTextIsGreyWhereItIsDisabled() {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme);
            QLabel label;
            label.setPalette(textPalette(Meaning::Error, qApp->palette()));
            QCOMPARE(label.palette().color(label.foregroundRole()), colorOf(Meaning::Error, qApp->palette()));
            label.setEnabled(false);
            QCOMPARE(label.palette().color(label.foregroundRole()),
                     qApp->palette().color(QPalette::Disabled, QPalette::WindowText));
        }
    }

    void themeSwitchesWithoutRestart() {
        QLabel label;
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(isDark(label.palette()));
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY(!isDark(label.palette()));
        applyTheme(*qApp, ThemeChoice::System);
        QVERIFY(!isDark(label.palette()));
        applyTheme(*qApp, ThemeChoice::System, true);
        QVERIFY(isDark(label.palette()));
        applyTheme(*qApp, ThemeChoice::Light, true);
        QVERIFY(!isDark(label.palette()));
    }

    void primaryButtonHasAWhiteIcon() {
        QPushButton button(icon("play", Meaning::OnPrimary), QString());
        makePrimary(button);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme);
            button.ensurePolished();
            button.setIconSize({48, 48}); // at its usual size no pixel has the pure colour
            button.resize(100, 80);
            button.setEnabled(true);
            QVERIFY(hasColour(button.grab().toImage(), Qt::white));
            QVERIFY(!hasColour(button.grab().toImage(), lightPalette().color(QPalette::ButtonText)));
            button.setEnabled(false);
            QVERIFY(hasColour(button.grab().toImage(),
                              button.palette().color(QPalette::Disabled, QPalette::ButtonText)));
        }
    }

    void buttonsLeaveRoomAroundTheirIcons() {
        const QString text = QStringLiteral("Load a configuration"); // wider than Fusion's smallest button
        QPushButton plain(text);
        QPushButton withIcon(icon("folder-open"), text);
        plain.show();
        withIcon.show();
        // The icon, Fusion's own 4 px between it and the text, and ours.
        QVERIFY(withIcon.sizeHint().width() >= plain.sizeHint().width() + 16 + 4 + 2 * 8);
    }

    void everyIconDrawsInThePalettesColour() {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 10);
        for (const QString& file : files) {
            if (file == QStringLiteral("fissure.svg")) {
                continue;
            }
            const QIcon drawn = icon(file.chopped(4).toLatin1().constData());
            QVERIFY2(hasColour(drawn.pixmap(48).toImage(), lightPalette().color(QPalette::ButtonText)),
                     qPrintable(file));
        }
    }

    void iconFollowsTheTheme() {
        const QIcon plain = icon("play");
        const QIcon meant = icon("circle-x", Meaning::Error);
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(hasColour(plain.pixmap(48).toImage(), darkPalette().color(QPalette::ButtonText)));
        QVERIFY(hasColour(meant.pixmap(48).toImage(), colorOf(Meaning::Error, darkPalette())));
        QVERIFY(hasColour(plain.pixmap(48, 48, QIcon::Disabled).toImage(),
                          darkPalette().color(QPalette::Disabled, QPalette::ButtonText)));
    }

    void iconLabelFollowsTheThemeAndReadsItselfOut() {
        IconLabel label(32);
        label.setIcon(icon("circle-x", Meaning::Error), QStringLiteral("Failed"));
        QCOMPARE(label.accessibleName(), QStringLiteral("Failed"));
        QVERIFY(hasColour(label.grab().toImage(), colorOf(Meaning::Error, lightPalette())));
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(hasColour(label.grab().toImage(), colorOf(Meaning::Error, darkPalette())));
    }

    void iconIsDrawnAtTheScreensScale() {
        const QPixmap twice = icon("play").pixmap(QSize(16, 16), 2.0);
        QCOMPARE(twice.size(), QSize(32, 32));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void licenceOfTheIconsIsShipped() {
        QFile licence(QStringLiteral(":/icons/LICENSE"));
        QVERIFY(licence.open(QIODevice::ReadOnly));
        QVERIFY(licence.readAll().contains("ISC License"));
    }

    void bannerIsHiddenUntilNeededAndCanBeClosed() {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        auto* banner = new Banner(&page);
        layout->addWidget(banner);
        page.show();
        QVERIFY(!banner->isVisible());
        banner->showError(Error{ErrorCode::NotFound, "/data", "there is no such folder", "choose another"});
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(),
                 QStringLiteral("/data cannot be found: there is no such folder. Choose another."));
        QVERIFY(banner->accessibleName().startsWith(QStringLiteral("Error")));
        QTest::mouseClick(banner->findChild<QToolButton*>(QStringLiteral("bannerClose")), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
        banner->showWarning(QStringLiteral("Slow."));
        QCOMPARE(banner->text(), QStringLiteral("Slow."));
        QVERIFY(banner->isVisible());
        banner->showInfo(QStringLiteral("Written."));
        QCOMPARE(banner->text(), QStringLiteral("Written."));
    }

    void warningWaitsUntilTheErrorIsClosed() {
        QWidget page;
        auto* banner = new Banner(&page);
        page.show();
        banner->showError(QStringLiteral("Unreadable."));
        banner->showWarning(QStringLiteral("Slow."));
        QCOMPARE(banner->text(), QStringLiteral("Unreadable."));
        banner->showError(QStringLiteral("Unwritable."));
        QCOMPARE(banner->text(), QStringLiteral("Unwritable."));
        auto* close = banner->findChild<QToolButton*>(QStringLiteral("bannerClose"));
        close->click();
        QCOMPARE(banner->text(), QStringLiteral("Slow."));
        QVERIFY(banner->accessibleName().startsWith(QStringLiteral("Warning")));
        close->click();
        QVERIFY(!banner->isVisible());
        banner->showError(QStringLiteral("Unreadable."));
        banner->showWarning(QStringLiteral("Slow."));
        banner->clear();
        QVERIFY(!banner->isVisible());
        banner->showError(QStringLiteral("Unreadable."));
        close->click();
        QVERIFY(!banner->isVisible());
    }

    void longBannerWraps() {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        auto* banner = new Banner(&page);
        layout->addWidget(banner);
        layout->addStretch(1);
        page.resize(400, 300);
        page.show();
        banner->showInfo(QStringLiteral("Short."));
        QCoreApplication::sendPostedEvents();
        const int oneLine = banner->height();
        banner->showInfo(QStringLiteral("A long sentence that does not fit in one line. ").repeated(4));
        QTRY_VERIFY(banner->height() > oneLine + 10);
    }

    void pageHeaderHoldsItsActionsInOrder() {
        PageHeader header(QStringLiteral("Experiments"));
        auto* first = new QPushButton(QStringLiteral("Clone"));
        auto* second = new QPushButton(QStringLiteral("Inspect"));
        header.addWidget(first);
        header.addWidget(second);
        header.resize(800, 48);
        header.show();
        QVERIFY(first->geometry().right() < second->geometry().left());
        QCOMPARE(second->geometry().right(), 800 - 16 - 1);
        header.setTitle(QStringLiteral("Runs"));
        auto* title = header.findChild<ElidedLabel*>(QStringLiteral("pageTitle"));
        QCOMPARE(title->text(), QStringLiteral("Runs"));
        // A name as long as users make them neither pushes the actions out nor is it taken for HTML.
        const QString name = QStringLiteral("<b>a</b> ") + QStringLiteral("very long ").repeated(40);
        header.setTitle(name);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(title->text(), name);
        QCOMPARE(second->geometry().right(), 800 - 16 - 1);
        QVERIFY(title->geometry().right() < first->geometry().left());
        QVERIFY(header.minimumSizeHint().width() < 800);
        QVERIFY(title->toolTip().contains(QStringLiteral("&lt;b&gt;")));
        header.setTitle(QStringLiteral("a & b"));
        QCOMPARE(title->toolTip(), QStringLiteral("a & b"));
    }

    void emptyStateOffersTheNextStep() {
        EmptyState state("flask-conical", QStringLiteral("No run yet"), QStringLiteral("Text."),
                         QStringLiteral("New run"));
        QSignalSpy activated(&state, &EmptyState::activated);
        state.show();
        QTest::mouseClick(state.findChild<QPushButton*>(QStringLiteral("emptyStateAction")), Qt::LeftButton);
        QCOMPARE(activated.count(), 1);
        EmptyState silent("flask-conical", QStringLiteral("No run yet"), QStringLiteral("Text."));
        silent.show();
        QVERIFY(!silent.findChild<QPushButton*>(QStringLiteral("emptyStateAction"))->isVisible());
    }

    void anotherTextOfALineWithoutASizeOfItsOwnMovesNothing() {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        auto* line = new ElidedLabel;
        layout->addWidget(line);
        page.resize(300, 100);
        page.show();
        QCoreApplication::sendPostedEvents();
        EventCount relayouts(page, QEvent::LayoutRequest);
        line->setText(QStringLiteral("1 of 24"));
        QCoreApplication::sendPostedEvents();
        QVERIFY(relayouts.count() > 0);
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        QCoreApplication::sendPostedEvents();
        const int before = relayouts.count();
        line->setText(QStringLiteral("2 of 24"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(relayouts.count(), before);
        QCOMPARE(line->text(), QStringLiteral("2 of 24"));
    }

    void longTextOfAnEmptyStateIsWhole() {
        const QString text = QStringLiteral("A sentence that is too long for one line. ").repeated(4);
        EmptyState state("flask-conical", QStringLiteral("No run yet"), text);
        state.show();
        const QList<QLabel*> labels = state.findChildren<QLabel*>();
        const auto label = std::ranges::find(labels, text, &QLabel::text);
        QVERIFY(label != labels.end());
        for (const int width : {900, 300}) {
            state.resize(width, 600);
            QCoreApplication::sendPostedEvents();
            QVERIFY((*label)->height() >= (*label)->heightForWidth((*label)->width()));
            QVERIFY((*label)->height() >= 2 * (*label)->fontMetrics().height());
            QVERIFY(state.rect().contains((*label)->geometry()));
        }
        QVERIFY(state.minimumSizeHint().width() < 300);
    }

    void confusionViewReadsItselfOut() {
        ConfusionView view;
        QVERIFY(!view.matrix());
        view.setMatrix(ConfusionMatrix{25, 8, 41, 6});
        QVERIFY(view.accessibleName().contains(QStringLiteral("25 true positives, 8 false positives")));
        view.resize(view.sizeHint());
        QVERIFY(!view.grab().isNull());
    }

    void histogramStacksCrackOnNoCrackAndMarksTheThreshold() {
        HistogramChart chart;
        IouHistogram histogram;
        histogram.noCrack[0] = 100;
        histogram.crack[9] = 50;
        chart.setHistogram(histogram);
        chart.resize(400, 200);
        chart.setAttribute(Qt::WA_DontShowOnScreen);
        chart.show();
        QImage drawn = chart.grab().toImage();
        const QRect left(70, 50, 90, 90);
        const QRect middle(190, 50, 90, 90);
        const QRect right(290, 50, 100, 90);
        const QColor line = chart.palette().color(QPalette::WindowText);
        QVERIFY(hasColour(drawn.copy(right), colorOf(Meaning::Crack, chart.palette())));
        QVERIFY(!hasColour(drawn.copy(left), colorOf(Meaning::Crack, chart.palette())));
        QVERIFY(hasColour(drawn.copy(left), colorOf(Meaning::NoCrack, chart.palette())));
        QVERIFY(!hasColour(drawn.copy(middle), line));
        chart.setProperty("threshold", 0.5);
        QCOMPARE(chart.threshold(), std::optional<double>(0.5));
        drawn = chart.grab().toImage();
        QVERIFY(hasColour(drawn.copy(middle), line));
    }

    void countsFarApartStandSideBySideOnALogarithmicAxis() {
        IouHistogram histogram;
        histogram.noCrack[0] = 16'726;
        histogram.noCrack[6] = 40;
        histogram.crack[6] = 80;
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            HistogramChart chart;
            chart.setPalette(palette);
            chart.setHistogram(histogram);
            chart.resize(600, 300);
            chart.setAttribute(Qt::WA_DontShowOnScreen);
            chart.show();
            const QImage drawn = chart.grab().toImage();
            // The seventh band, without the texts below the axis: linear bars would be a pixel high.
            const auto heightOf = [&](Meaning label) {
                int rows = 0;
                for (int y = 50; y < drawn.height() - 52; ++y) {
                    rows += hasColour(drawn.copy(350, y, 100, 1), colorOf(label, palette)) ? 1 : 0;
                }
                return rows;
            };
            QVERIFY2(heightOf(Meaning::Crack) > 80, qPrintable(QString::number(heightOf(Meaning::Crack))));
            QVERIFY2(heightOf(Meaning::NoCrack) > 60,
                     qPrintable(QString::number(heightOf(Meaning::NoCrack))));
            QVERIFY(heightOf(Meaning::NoCrack) < heightOf(Meaning::Crack));
        }
    }

    void textOfTheThresholdStaysOffTheLegend() {
        HistogramChart chart;
        chart.resize(chart.minimumSizeHint());
        chart.setAttribute(Qt::WA_DontShowOnScreen);
        chart.show();
        const QRect legend(0, 0, chart.width(), 22);
        const QImage before = chart.grab().toImage();
        chart.setThreshold(0.9, QStringLiteral("from the names"));
        const QImage after = chart.grab().toImage();
        QCOMPARE(after.copy(legend), before.copy(legend));
        QVERIFY(after != before);
    }

    void labelsHaveColoursOfTheirOwn() {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            for (const Meaning label : {Meaning::Crack, Meaning::NoCrack}) {
                for (const Meaning other :
                     {Meaning::Training, Meaning::Validation, Meaning::FalsePositive, Meaning::FalseNegative,
                      Meaning::Correct, Meaning::GroundTruth, Meaning::Accent}) {
                    QVERIFY(colorOf(label, palette) != colorOf(other, palette));
                }
                QVERIFY(colorOf(label, palette).saturationF() < 0.3F);
            }
        }
    }

    void imagesKeepTheirPixels() {
        Image image{3, 2, {}};
        for (int i = 0; i < 18; ++i) {
            image.rgb.push_back(static_cast<std::uint8_t>(i * 10));
        }
        const QImage copy = toQImage(image);
        QCOMPARE(copy.size(), QSize(3, 2));
        QCOMPARE(copy.pixel(2, 1), qRgb(150, 160, 170));
        QCOMPARE(copy.pixel(0, 0), qRgb(0, 10, 20));
        QVERIFY(toQImage(Image{}).isNull());
    }
};

QTEST_MAIN(tst_Pieces)
#include "tst_Pieces.moc"
