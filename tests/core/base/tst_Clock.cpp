#include "core/base/Clock.h"

#include <QTest>

using namespace fissure;
using namespace std::chrono_literals;

class tst_Clock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durationsReadAsPeopleSayThem_data() {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 milliseconds, const char* text) {
            QTest::newRow(text) << milliseconds << QString::fromLatin1(text);
        };
        row(0, "0.0 s");
        row(9'400, "9.4 s");
        row(9'949, "9.9 s");
        row(9'950, "10 s");
        row(59'499, "59 s");
        row(59'500, "1 min 00 s");
        row(750'000, "12 min 30 s");
        row(3'599'499, "59 min 59 s");
        row(3'599'500, "1 h 00 min");
        row(3'840'000, "1 h 04 min");
        row(93'600'000, "26 h 00 min");
    }
    void durationsReadAsPeopleSayThem() {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toDurationText(std::chrono::milliseconds(milliseconds))), text);
    }

    void negativeDurationReadsAsNothing() { QCOMPARE(toDurationText(-5s), std::string("0.0 s")); }

    void timeIsSaidInTheLocalZone() {
        QCOMPARE(qputenv("TZ", "UTC-2"), true);
        ::tzset();
        QCOMPARE(toLocalText(WallTime(1'772'000'000'999ms)), std::string("2026-02-25 08:13:20"));
    }

    void systemClockDoesNotGoBackward() {
        const SystemClock clock;
        const WallTime first = clock.now();
        QVERIFY(clock.now() >= first);
        QVERIFY(first > WallTime(1'700'000'000'000ms));
    }
};

QTEST_APPLESS_MAIN(tst_Clock)
#include "tst_Clock.moc"
