#include "tests/ui/runs/SampleRuns.h"
#include "ui/runs/RunComparison.h"

#include <QLocale>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
using test::sampleRecord;

namespace {

/// Cells with a bar between them, so that a row is one text.
QString joined(const QStringList& row) {
    return row.join(QLatin1Char('|')).replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

} // namespace

class tst_RunComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void onlySettingsThatDifferAreListed() {
        RunRecord first = sampleRecord(1, "a");
        RunRecord second = sampleRecord(2, "b");
        QVERIFY(RunComparison::differingSettings({first, second}).isEmpty());
        second.summary.config.learningRate = 0.0001;
        second.summary.config.trainNegatives = 800;
        const QList<QStringList> rows = RunComparison::differingSettings({first, second, first});
        QCOMPARE(rows.size(), 2);
        // In the order of the form.
        QCOMPARE(joined(rows[0]), QStringLiteral("Hard negatives for training|all|800|all"));
        QCOMPARE(joined(rows[1]), QStringLiteral("Learning rate|0.001|0.0001|0.001"));
    }

    void figuresAreThoseOfTheBestEpochs() {
        const QList<QStringList> rows = RunComparison::figures(
            {sampleRecord(1, "a", 4), sampleRecord(2, "b", 2), sampleRecord(3, "c", 0)}, {});
        QCOMPARE(rows.size(), 7);
        QCOMPARE(joined(rows[0]), QStringLiteral("Best epoch|4 of 4|2 of 2|–"));
        QCOMPARE(joined(rows[1]), QStringLiteral("Validation loss|0.2500|0.5000|–"));
        QCOMPARE(joined(rows[2]), QStringLiteral("Validation accuracy|82.5 %|82.5 %|–"));
        QCOMPARE(joined(rows[3]), QStringLiteral("Crack precision|75.8 %|75.8 %|–"));
        QCOMPARE(joined(rows[4]), QStringLiteral("Crack recall|80.6 %|80.6 %|–"));
        QCOMPARE(joined(rows[5]), QStringLiteral("Crack F1|78.1 %|78.1 %|–"));
        QCOMPARE(joined(rows[6]), QStringLiteral("Duration|10 min 00 s|20 min 00 s|30 min 00 s"));
    }

    void runsOfDifferentProposalsAreNotComparable() {
        const RunRecord first = sampleRecord(1, "a");
        RunRecord second = sampleRecord(2, "b");
        QVERIFY(RunComparison::areComparable({first, second}));
        second.evaluationFingerprint = "0ther";
        QVERIFY(!RunComparison::areComparable({first, second}));
    }
};

QTEST_MAIN(tst_RunComparison)
#include "tst_RunComparison.moc"
