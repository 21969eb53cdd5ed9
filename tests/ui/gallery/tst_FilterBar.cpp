#include "ui/gallery/FilterBar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

namespace fissure::ui {

namespace {

/// Texts half as long again as the English ones, as some language may need them.
class LongTexts final : public QTranslator {
public:
    QString translate(const char*, const char* text, const char*, int) const override {
        const QString english = QString::fromUtf8(text);
        return english + QString(english.size() / 2, QLatin1Char('n'));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class tst_FilterBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { m_bar = std::make_unique<FilterBar>(); }

    void everyControlChangesItsPartOfTheFilter() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        child<QAbstractButton>("chipFalseNegatives").click();
        child<QSlider>("thresholdSlider").setValue(30);
        child<QComboBox>("galleryOrder").setCurrentIndex(2);
        child<QComboBox>("galleryMarks").setCurrentIndex(2);
        child<QDoubleSpinBox>("iouLow").setValue(0.2);
        child<QDoubleSpinBox>("iouHigh").setValue(0.6);
        child<QDoubleSpinBox>("probabilityLow").setValue(0.1);
        child<QDoubleSpinBox>("probabilityHigh").setValue(0.9);
        QCOMPARE(changed.count(), 8);
        const ErrorFilter expected{0.3, OutcomeChoice::FalseNegatives, ErrorOrder::Iou, 0.2, 0.6, 0.1,
                                   0.9, MarkChoice::Unmarked};
        QCOMPARE(m_bar->filter(), expected);
        QCOMPARE(changed.last()[0].value<ErrorFilter>(), expected);
    }

    void numberCanBeTypedAndCountsWhenItIsWhole_data() {
        QTest::addColumn<QByteArray>("field");
        for (const char* field :
             {"thresholdSpin", "iouLow", "iouHigh", "probabilityLow", "probabilityHigh"}) {
            QTest::newRow(field) << QByteArray(field);
        }
    }
    void numberCanBeTypedAndCountsWhenItIsWhole() {
        QFETCH(QByteArray, field);
        QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        m_bar->show();
        auto& box = child<QDoubleSpinBox>(field.constData());
        box.selectAll();
        QTest::keyClicks(&box, QStringLiteral("0.47"));
        QCOMPARE(box.text(), QStringLiteral("0.47"));
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), 0.47);
        QCOMPARE(changed.count(), 1);
    }

    void longTextsAndManyPredictionsFitTheSmallestWindow() {
        constexpr int kPageWidth = 938; // beside the rail of a window of 1024 px
        LongTexts longTexts;
        QVERIFY(QCoreApplication::installTranslator(&longTexts));
        m_bar = std::make_unique<FilterBar>();
        m_bar->setCounts({30'000, 4'111, 3'000}, {}, {20'000, 4'111, 10'000, 3'000});
        QCoreApplication::removeTranslator(&longTexts);
        QVERIFY2(m_bar->minimumSizeHint().width() <= kPageWidth,
                 qPrintable(QString::number(m_bar->minimumSizeHint().width())));
        m_bar->resize(kPageWidth, m_bar->heightForWidth(kPageWidth));
        m_bar->show();
        QVERIFY(child<QAbstractButton>("chipMisclassified").text().contains(QStringLiteral("7,111")));
        for (const QWidget* part : m_bar->findChildren<QWidget*>()) {
            if (qobject_cast<const QAbstractButton*>(part) || qobject_cast<const QDoubleSpinBox*>(part) ||
                qobject_cast<const QComboBox*>(part) || qobject_cast<const QSlider*>(part)) {
                const QRect place(part->mapTo(m_bar.get(), QPoint(0, 0)), part->size());
                QVERIFY2(m_bar->rect().contains(place), qPrintable(part->objectName()));
                QVERIFY2(part->width() >= part->minimumSizeHint().width(), qPrintable(part->objectName()));
            }
        }
        QVERIFY(child<QAbstractButton>("chipAll").width() >=
                child<QAbstractButton>("chipAll").sizeHint().width());
    }

    void sliderAndFieldFollowEachOther() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        child<QDoubleSpinBox>("thresholdSpin").setValue(0.62);
        QCOMPARE(child<QSlider>("thresholdSlider").value(), 62);
        child<QSlider>("thresholdSlider").setValue(17);
        QCOMPARE(child<QDoubleSpinBox>("thresholdSpin").value(), 0.17);
        QCOMPARE(changed.count(), 2);
    }

    void lowEndNeverPassesTheHighEnd() {
        child<QDoubleSpinBox>("iouHigh").setValue(0.4);
        child<QDoubleSpinBox>("iouLow").setValue(0.9);
        QCOMPARE(child<QDoubleSpinBox>("iouLow").value(), 0.4);
        QCOMPARE(m_bar->filter().lowestIou, 0.4);
    }

    void resetLeadsBackToTheRunsThreshold() {
        m_bar->setRunThreshold(0.35);
        QVERIFY(child<QToolButton>("resetThreshold").isEnabled());
        child<QToolButton>("resetThreshold").click();
        QCOMPARE(m_bar->filter().threshold, 0.35);
        QVERIFY(!child<QToolButton>("resetThreshold").isEnabled());
    }

    void settingAFilterIsSilent() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        const ErrorFilter filter{0.3, OutcomeChoice::All, ErrorOrder::Distance, 0.2, 0.6, 0.1,
                                 0.9, MarkChoice::Unclear};
        m_bar->setFilter(filter);
        QCOMPARE(m_bar->filter(), filter);
        QVERIFY(child<QAbstractButton>("chipAll").isChecked());
        QVERIFY(child<QComboBox>("galleryMarks").currentText().startsWith(QStringLiteral("Unclear")));
        QCOMPARE(changed.count(), 0);
    }

    void chipsAndSummaryCarryTheCounts() {
        MarkCounts marks;
        marks.add(Mark::Unclear);
        marks.add(std::nullopt);
        marks.add(std::nullopt);
        m_bar->setCounts({50, 31, 18}, marks, {40, 31, 300, 18});
        const auto& choices = child<QComboBox>("galleryMarks");
        QStringList texts;
        for (int i = 0; i < choices.count(); ++i) {
            texts << choices.itemText(i);
        }
        QCOMPARE(texts.join(QLatin1Char('|')),
                 QStringLiteral("All 3|Marked 1|Unmarked 2|Wrong label 0|Unclear 1|Of interest 0"));
        QCOMPARE(child<QAbstractButton>("chipMisclassified").text(), QStringLiteral("Misclassified 49"));
        QCOMPARE(child<QAbstractButton>("chipFalsePositives").text(), QStringLiteral("False positives 31"));
        QCOMPARE(child<QAbstractButton>("chipFalseNegatives").text(), QStringLiteral("False negatives 18"));
        QCOMPARE(child<QAbstractButton>("chipAll").text(), QStringLiteral("All 99"));
        const QString summary = child<QLabel>("gallerySummary").text();
        QVERIFY2(summary.contains(QStringLiteral("49 of 389 proposals")), qPrintable(summary));
        // 40 / 71 and 40 / 58
        QVERIFY2(summary.contains(QStringLiteral("precision 56.3")), qPrintable(summary));
        QVERIFY2(summary.contains(QStringLiteral("recall 69.0")), qPrintable(summary));
    }

private:
    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_bar->findChild<Widget*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return *found;
    }

    std::unique_ptr<FilterBar> m_bar;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_FilterBar)
#include "tst_FilterBar.moc"
