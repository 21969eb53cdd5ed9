#include "core/engine/samplers/Samplers.h"
#include "core/session/preflight/EpochDraws.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace fissure;

class tst_EpochDraws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProposalComesOnceWithoutWeights() {
        RunConfig config;
        for (const Sampler sampler : {Sampler::Shuffle, Sampler::Sequential}) {
            config.sampler = sampler;
            QCOMPARE(expectedDraws(config, 10, 30), (EpochDraws{40, 10.0}));
        }
        QCOMPARE(expectedDraws(config, 10, 30).share(), 0.25);
        QCOMPARE(expectedDraws(config, 0, 0).share(), 0.0);
    }

    void weightsShiftTheDraws() {
        RunConfig config;
        config.sampler = Sampler::Weighted;
        QCOMPARE(expectedDraws(config, 10, 30).share(), 0.5);
        config.crackWeight = 2.0;
        QCOMPARE(expectedDraws(config, 10, 30).share(), 20.0 / 50.0);
        QCOMPARE(expectedDraws(config, 0, 30).share(), 0.0);
        QCOMPARE(expectedDraws(config, 10, 0).share(), 1.0);
    }

    void theSamplerDrawsWhatIsExpected_data() {
        QTest::addColumn<double>("crackWeight");
        QTest::newRow("inverse frequency") << 0.0;
        QTest::newRow("1:2") << 2.0;
        QTest::newRow("1:0.5") << 0.5;
    }
    void theSamplerDrawsWhatIsExpected() {
        QFETCH(double, crackWeight);
        RunConfig config;
        config.sampler = Sampler::Weighted;
        config.crackWeight = crackWeight;
        std::vector<int> labels(1000, 0);
        std::fill_n(labels.begin(), 100, 1);
        constexpr int kEpochs = 200;
        double drawn = 0.0;
        for (int epoch = 1; epoch <= kEpochs; ++epoch) {
            for (const std::size_t sample : epochOrder(config, labels, epoch)) {
                drawn += labels[sample];
            }
        }
        const EpochDraws expected = expectedDraws(config, 100, 900);
        QCOMPARE(expected.draws, std::int64_t(1000));
        // Five standard errors of a binomial mean.
        const double deviation = std::sqrt(1000.0 * expected.share() * (1.0 - expected.share()) / kEpochs);
        QVERIFY(std::fabs(drawn / kEpochs - expected.cracks) < 5.0 * deviation);
    }
};

QTEST_GUILESS_MAIN(tst_EpochDraws)
#include "tst_EpochDraws.moc"
