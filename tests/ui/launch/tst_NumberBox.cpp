#include "ui/common/FieldText.h"
#include "ui/launch/NumberBox.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

namespace fissure::ui {

namespace {

QLineEdit& lineOf(NumberBox& box) {
    return *box.findChild<QLineEdit*>();
}

double enteredReal(NumberBox& box, const QString& text) {
    lineOf(box).setText(text);
    return box.value() ? std::get<double>(*box.value()) : std::nan("");
}

} // namespace

class tst_NumberBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void scientificNotationAndCommaAreTaken() {
        NumberBox box(*findField("learning_rate"));
        QCOMPARE(enteredReal(box, QStringLiteral("1e-4")), 1e-4);
        QCOMPARE(enteredReal(box, QStringLiteral(" 0.003 ")), 0.003);
        QCOMPARE(enteredReal(box, QStringLiteral("0,003")), 0.003);
    }

    void decimalPointIsTheUsersBothWays() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        NumberBox box(*findField("learning_rate"));
        box.setValue(0.001);
        QCOMPARE(lineOf(box).text(), QStringLiteral("0,001"));
        QCOMPARE(std::get<double>(*box.value()), 0.001);
        QCOMPARE(enteredReal(box, QStringLiteral("0.002")), 0.002);
        QCOMPARE(enteredReal(box, QStringLiteral("0,003")), 0.003);
        QTest::keyClick(&box, Qt::Key_Up);
        QCOMPARE(lineOf(box).text(), QStringLiteral("0,005"));
    }

    void wrongTextIsKeptAndIsNoValue_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << QStringLiteral("fast");
        QTest::newRow("empty") << QString();
        QTest::newRow("zero is excluded") << QStringLiteral("0");
        QTest::newRow("above the range") << QStringLiteral("11");
        QTest::newRow("not a number") << QStringLiteral("nan");
        QTest::newRow("trailing letters") << QStringLiteral("0.1x");
    }
    void wrongTextIsKeptAndIsNoValue() {
        QFETCH(QString, text);
        NumberBox box(*findField("learning_rate"));
        box.setValue(0.001);
        lineOf(box).setText(text);
        QVERIFY(!box.value());
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(lineOf(box).text(), text);
    }

    void unitStandsInTheFieldAndMayBeLeftOut() {
        NumberBox box(*findField("image_size"));
        box.setValue(std::int64_t{224});
        QCOMPARE(lineOf(box).text(), QStringLiteral("224 px"));
        QCOMPARE(std::get<std::int64_t>(*box.value()), std::int64_t{224});
        lineOf(box).setText(QStringLiteral("128"));
        QCOMPARE(std::get<std::int64_t>(*box.value()), std::int64_t{128});
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(lineOf(box).text(), QStringLiteral("128 px"));
    }

    void lowestValueReadsAsItsSpecialWord() {
        NumberBox box(*findField("train_negatives"));
        box.setValue(std::int64_t{0});
        QCOMPARE(lineOf(box).text(), QStringLiteral("all"));
        QCOMPARE(std::get<std::int64_t>(*box.value()), std::int64_t{0});
        lineOf(box).setText(QStringLiteral("ALL"));
        QCOMPARE(std::get<std::int64_t>(*box.value()), std::int64_t{0});
        lineOf(box).setText(QStringLiteral("800"));
        QCOMPARE(std::get<std::int64_t>(*box.value()), std::int64_t{800});
        NumberBox alpha(*findField("focal_alpha"));
        alpha.setValue(-1.0);
        QCOMPARE(lineOf(alpha).text(), QStringLiteral("off"));
        QCOMPARE(std::get<double>(*alpha.value()), -1.0);
    }

    void arrowsStepWithinTheRange() {
        NumberBox epochs(*findField("epochs"));
        QSignalSpy edited(&epochs, &NumberBox::edited);
        epochs.setValue(std::int64_t{2});
        QCOMPARE(edited.count(), 0);
        QTest::keyClick(&epochs, Qt::Key_Up);
        QCOMPARE(std::get<std::int64_t>(*epochs.value()), std::int64_t{3});
        QTest::keyClick(&epochs, Qt::Key_PageDown);
        QCOMPARE(std::get<std::int64_t>(*epochs.value()), std::int64_t{1});
        QCOMPARE(edited.count(), 2);
        QTest::keyClick(&epochs, Qt::Key_Down);
        QCOMPARE(edited.count(), 2);
    }

    void stepsGoFromTheLowestValueThatStandsAloneToTheRestAndBack() {
        NumberBox alpha(*findField("focal_alpha"));
        alpha.setValue(-1.0);
        alpha.stepBy(1);
        QCOMPARE(std::get<double>(*alpha.value()), 0.0);
        alpha.stepBy(1);
        QCOMPARE(std::get<double>(*alpha.value()), 0.05);
        alpha.stepBy(-1);
        QCOMPARE(std::get<double>(*alpha.value()), 0.0);
        alpha.stepBy(-1);
        QCOMPARE(lineOf(alpha).text(), QStringLiteral("off"));
        lineOf(alpha).setText(QStringLiteral("-0.5"));
        QVERIFY(!alpha.value());
        QCOMPARE(FieldText::range(*findField("focal_alpha")),
                 QStringLiteral("Enter off, or a number from 0 to 1."));
    }

    void learningRateStepsThroughDecades() {
        NumberBox rate(*findField("learning_rate"));
        rate.setValue(0.001);
        rate.stepBy(1);
        QCOMPARE(std::get<double>(*rate.value()), 0.002);
        rate.stepBy(2);
        QCOMPARE(std::get<double>(*rate.value()), 0.01);
        rate.stepBy(-4);
        QCOMPARE(std::get<double>(*rate.value()), 0.0005);
        rate.setValue(3e-5);
        rate.stepBy(-1);
        QCOMPARE(std::get<double>(*rate.value()), 2e-5);
    }

    void seedTakesItsWholeRange() {
        NumberBox seed(*findField("seed"));
        seed.setValue(std::int64_t{4'294'967'295});
        QCOMPARE(std::get<std::int64_t>(*seed.value()), std::int64_t{4'294'967'295});
        seed.stepBy(1);
        QCOMPARE(std::get<std::int64_t>(*seed.value()), std::int64_t{4'294'967'295});
        lineOf(seed).setText(QStringLiteral("4294967296"));
        QVERIFY(!seed.value());
    }
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_NumberBox)

#include "tst_NumberBox.moc"
