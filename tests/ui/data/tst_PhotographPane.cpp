#include "ui/common/PhotographColors.h"
#include "ui/data/IouRamp.h"
#include "ui/data/PhotographPane.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace fissure;
using namespace fissure::ui;

namespace {

constexpr int kSide = 200;
const Box kTruth{50, 50, 100, 100};
const Box kCrack{50, 50, 100, 90};   // IoU 0.9
const Box kNegative{20, 20, 40, 40}; // IoU 0.01
const Box kFar{170, 170, 20, 20};    // IoU 0

LoadedPhotograph photograph() {
    QImage picture(kSide, kSide, QImage::Format_RGB32);
    picture.fill(QColor(128, 128, 128));
    return {picture, {kSide, kSide}, {{kTruth}, 0, {}}};
}

std::vector<PlannedImage> images() {
    return {{"/photos/a.jpg", "a"}, {"/photos/b.jpg", "b"}, {"/photos/c.jpg", "c"}};
}

double luminance(const QColor& colour) {
    const auto linear = [](float value) {
        return value <= 0.03928F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// Pixels of about that colour.
int countOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) < 12 &&
                             std::abs(pixel.green() - colour.green()) < 12 &&
                             std::abs(pixel.blue() - colour.blue()) < 12
                         ? 1
                         : 0;
        }
    }
    return count;
}

} // namespace

class tst_PhotographPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_pane = std::make_unique<PhotographPane>();
        m_pane->resize(700, 700);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->setFocus();
    }

    void cleanup() { m_pane.reset(); }

    void withoutPhotographsItSaysWhatToDo() {
        m_pane->setImages({}, QStringLiteral("Choose photographs."));
        QVERIFY(!child<QToolButton>("nextPhotograph").isEnabled());
        QVERIFY(counts().isEmpty());
    }

    void pagingAsksForThePhotographs() {
        QSignalSpy wanted(m_pane.get(), &PhotographPane::photographWanted);
        m_pane->setImages(images(), {});
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(m_pane->index(), std::size_t(0));
        QCOMPARE(child<QLabel>("photographPlace").text(), QStringLiteral("1 of 3"));
        QVERIFY(!child<QToolButton>("previousPhotograph").isEnabled());
        child<QToolButton>("nextPhotograph").click();
        QTest::keyClick(m_pane.get(), Qt::Key_PageDown);
        QCOMPARE(m_pane->index(), std::size_t(2));
        QCOMPARE(wanted.count(), 3);
        QVERIFY(!child<QToolButton>("nextPhotograph").isEnabled());
        QTest::keyClick(m_pane.get(), Qt::Key_PageDown);
        QCOMPARE(wanted.count(), 3);
        QTest::keyClick(m_pane.get(), Qt::Key_PageUp);
        QCOMPARE(m_pane->index(), std::size_t(1));
    }

    void pageKeysTurnThePageFromEverywhere_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"crackIouSlider", "crackIou", "shownProposals", "nextPhotograph"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void pageKeysTurnThePageFromEverywhere() {
        QFETCH(QString, name);
        m_pane->setImages(images(), {});
        auto* widget = m_pane->findChild<QWidget*>(name);
        widget->setFocus();
        QVERIFY(widget->hasFocus());
        const int shown = child<QComboBox>("shownProposals").currentIndex();
        QTest::keyClick(widget, Qt::Key_PageDown);
        QCOMPARE(m_pane->index(), std::size_t(1));
        QTest::keyClick(widget, Qt::Key_PageUp);
        QCOMPARE(m_pane->index(), std::size_t(0));
        QTest::keyClick(widget, Qt::Key_PageUp);
        QCOMPARE(m_pane->index(), std::size_t(0));
        QCOMPARE(m_pane->labelIou(), ProposalRecipe().labelIou);
        QCOMPARE(child<QComboBox>("shownProposals").currentIndex(), shown);
    }

    void photographOfWhichNothingIsNewIsNotAskedForAgain() {
        QSignalSpy wanted(m_pane.get(), &PhotographPane::photographWanted);
        using GroundTruthIs = PhotographPane::GroundTruthIs;
        m_pane->setImages(images(), {});
        // The look has ended the search.
        m_pane->setImages(images(), {}, GroundTruthIs::TheSame);
        QCOMPARE(wanted.count(), 2);
        m_pane->setPhotograph(photograph());
        m_pane->setProposals({kCrack});
        auto fewer = images();
        fewer.pop_back();
        m_pane->setImages(fewer, {}, GroundTruthIs::TheSame);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(counts(), QStringLiteral("1 crack, 0 no crack kept, 0 left out"));
        m_pane->setImages(fewer, {}, GroundTruthIs::Another);
        QCOMPARE(wanted.count(), 3);
        QCOMPARE(counts(), QStringLiteral("Searching for proposals…"));
    }

    void anotherLookKeepsThePhotographThatIsShown() {
        m_pane->setImages(images(), {});
        child<QToolButton>("nextPhotograph").click();
        auto fewer = images();
        fewer.erase(fewer.begin());
        m_pane->setImages(fewer, {});
        QCOMPARE(m_pane->index(), std::size_t(0));
        m_pane->setImages(images(), {});
        QCOMPARE(m_pane->index(), std::size_t(1));
    }

    void countsFollowTheSliderWithoutASearch() {
        QSignalSpy wanted(m_pane.get(), &PhotographPane::photographWanted);
        showAll();
        QCOMPARE(counts(), QStringLiteral("1 crack, 2 no crack kept, 0 left out"));
        child<QSlider>("crackIouSlider").setValue(95);
        QCOMPARE(counts(), QStringLiteral("0 crack, 3 no crack kept, 0 left out"));
        QCOMPARE(m_pane->labelIou(), 0.95);
        child<QDoubleSpinBox>("crackIou").setValue(0.0);
        QCOMPARE(counts(), QStringLiteral("2 crack, 1 no crack kept, 0 left out"));
        QCOMPARE(child<QSlider>("crackIouSlider").value(), 0);
        QCOMPARE(wanted.count(), 1);
    }

    void countsFollowTheRecipe() {
        showAll();
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::Hardest;
        recipe.negatives = 1;
        recipe.groundTruthCrops = true;
        m_pane->setRecipe(recipe);
        QCOMPARE(counts(), QStringLiteral("1 crack, 1 no crack kept, 1 left out, 1 ground-truth crops"));
    }

    void onlyAnotherModeSearchesAgain() {
        QSignalSpy wanted(m_pane.get(), &PhotographPane::photographWanted);
        showAll();
        ProposalRecipe recipe;
        recipe.negatives = 1;
        m_pane->setRecipe(recipe);
        QCOMPARE(wanted.count(), 1);
        recipe.mode = SearchMode::Quality;
        m_pane->setRecipe(recipe);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(counts(), QStringLiteral("Searching for proposals…"));
    }

    void boxesAreDrawnInTheColoursOfTheirIou() {
        showAll();
        const QImage drawn = view().grab().toImage();
        QVERIFY(countOf(drawn, groundTruthOnPhotograph()) > 100);
        QVERIFY(countOf(drawn, iouColor(0.9)) > 100);
        const QPoint edgeOfNegative = view().placeOf({40, 20}).toPoint();
        const QColor bare(128, 128, 128);
        QVERIFY(drawn.pixelColor(edgeOfNegative) != bare);
        child<QComboBox>("shownProposals").setCurrentIndex(0);
        QCOMPARE(view().grab().toImage().pixelColor(edgeOfNegative), bare);
        child<QSlider>("crackIouSlider").setValue(95);
        QVERIFY(countOf(view().grab().toImage(), iouColor(0.9)) == 0);
    }

    void crackIsThickerThanANegativeOfItsColour() {
        showAll();
        const int asCrack = countOf(view().grab().toImage(), iouColor(0.9));
        child<QSlider>("crackIouSlider").setValue(95);
        const int asNegative = countOf(view().grab().toImage(), iouColor(0.9));
        QVERIFY2(asCrack > asNegative, qPrintable(QStringLiteral("%1, %2").arg(asCrack).arg(asNegative)));
    }

    void proposalUnderTheMouseIsTold() {
        showAll();
        QTest::mouseMove(&view(), view().placeOf({180, 170}).toPoint());
        QCOMPARE(child<QLabel>("pointedProposal").text(),
                 QStringLiteral("IoU %1, no crack, 20 × 20 px").arg(QLocale().toString(0.0, 'f', 3)));
        QTest::mouseMove(&view(), view().placeOf({100, 140}).toPoint());
        QVERIFY(child<QLabel>("pointedProposal").text().contains(QStringLiteral(", crack, 100 × 90 px")));
        QTest::mouseMove(&view(), view().placeOf({100, 100}).toPoint());
        QVERIFY(child<QLabel>("pointedProposal").text().isEmpty());
    }

    void photographThatCannotBeUsedSaysWhy() {
        showAll();
        m_pane->setError({ErrorCode::Damaged, "/photos/a.jpg", "it is cut off", {}});
        QCOMPARE(counts(), QStringLiteral("The build leaves this photograph out."));
        child<QSlider>("crackIouSlider").setValue(20);
        QCOMPARE(counts(), QStringLiteral("The build leaves this photograph out."));
        child<QToolButton>("nextPhotograph").click();
        m_pane->setPhotograph(photograph());
        m_pane->setProposals({kCrack});
        QCOMPARE(counts(), QStringLiteral("1 crack, 0 no crack kept, 0 left out"));
    }

    void colourOfIouRisesInLightnessAndDiffersFromTheGroundTruth() {
        for (int i = 1; i <= 100; ++i) {
            QVERIFY(luminance(iouColor(i / 100.0)) > luminance(iouColor((i - 1) / 100.0)));
            // Blue and yellow are told apart in every form of colour blindness.
            QVERIFY(iouColor(i / 100.0).blueF() > iouColor(i / 100.0).redF());
        }
        QVERIFY(groundTruthOnPhotograph().blueF() < groundTruthOnPhotograph().redF());
        QCOMPARE(iouColor(-1.0), iouColor(0.0));
        QCOMPARE(iouColor(2.0), iouColor(1.0));
    }

private:
    template <class Widget>
    Widget& child(const char* name) const {
        auto* found = m_pane->findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("there is no %s", name);
        }
        return *found;
    }

    PhotographView& view() const { return child<PhotographView>("photograph"); }
    QString counts() const { return child<QLabel>("proposalCounts").text(); }

    void showAll() const {
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::All;
        m_pane->setRecipe(recipe);
        m_pane->setImages(images(), {});
        m_pane->setPhotograph(photograph());
        m_pane->setProposals({kCrack, kNegative, kFar});
    }

    std::unique_ptr<PhotographPane> m_pane;
};

QTEST_MAIN(tst_PhotographPane)
#include "tst_PhotographPane.moc"
