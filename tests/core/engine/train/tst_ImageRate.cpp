#include "core/engine/train/ImageRate.h"

#include <QTest>

using namespace fissure;
using namespace std::chrono_literals;

class TestImageRate final : public QObject {
    Q_OBJECT

private:
    const ImageRate::TimePoint m_start{};

private Q_SLOTS:
    void rateCountsFromTheStart() {
        ImageRate rate(m_start);
        QCOMPARE(rate.add(16, m_start + 2s), 8.0);
        QCOMPARE(rate.add(16, m_start + 3s), 32.0 / 3.0);
    }

    void oldStepsAreForgotten() {
        ImageRate rate(m_start);
        rate.add(16, m_start + 100s); // a slow first step
        double last = 0.0;
        for (int step = 1; step <= 8; ++step) {
            last = rate.add(16, m_start + 100s + step * 1s);
        }
        QCOMPARE(last, 16.0);
    }

    void noTimeIsNoRate() {
        ImageRate rate(m_start);
        QCOMPARE(rate.add(16, m_start), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestImageRate)
#include "tst_ImageRate.moc"
