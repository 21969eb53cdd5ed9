#include "core/engine/samplers/Samplers.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fissure;

namespace {

/// count labels, of which the first `cracks` are 1.
std::vector<int> labelsOf(int count, int cracks) {
    std::vector<int> labels(static_cast<std::size_t>(count), 0);
    std::fill_n(labels.begin(), cracks, 1);
    return labels;
}

double crackShare(const std::vector<std::size_t>& order, const std::vector<int>& labels) {
    const auto cracks = std::ranges::count_if(order, [&](std::size_t sample) { return labels[sample] == 1; });
    return static_cast<double>(cracks) / static_cast<double>(order.size());
}

RunConfig configWith(Sampler sampler, std::int64_t seed = 42) {
    RunConfig config;
    config.sampler = sampler;
    config.seed = seed;
    return config;
}

} // namespace

class TestSamplers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sequentialKeepsTheOrderOfTheNames() {
        const std::vector<std::size_t> expected{0, 1, 2, 3};
        QCOMPARE(epochOrder(configWith(Sampler::Sequential), labelsOf(4, 2), 3), expected);
    }

    void shuffleSeesEverySampleOnceInANewOrderEachEpoch() {
        const auto labels = labelsOf(100, 30);
        const auto first = epochOrder(configWith(Sampler::Shuffle), labels, 1);
        const auto second = epochOrder(configWith(Sampler::Shuffle), labels, 2);
        QVERIFY(first != second);
        for (auto order : {first, second}) {
            std::ranges::sort(order);
            QCOMPARE(order, sequentialOrder(100));
        }
    }

    void orderFollowsFromSeedAndEpoch() {
        const auto labels = labelsOf(100, 30);
        for (const Sampler sampler : {Sampler::Shuffle, Sampler::Weighted}) {
            QCOMPARE(epochOrder(configWith(sampler), labels, 5), epochOrder(configWith(sampler), labels, 5));
            QVERIFY(epochOrder(configWith(sampler, 1), labels, 5) !=
                    epochOrder(configWith(sampler, 2), labels, 5));
        }
    }

    void shuffleHasNoFavouritePlace() {
        constexpr int kDraws = 6000;
        std::vector<int> firstPlace(4, 0);
        Rng rng(7);
        for (int i = 0; i < kDraws; ++i) {
            ++firstPlace[shuffledOrder(4, rng).front()];
        }
        for (const int count : firstPlace) {
            QVERIFY(std::abs(count - kDraws / 4) < 150); // 4.5 standard deviations
        }
    }

    void inverseFrequencyIsSamplesOverCount() {
        const ClassWeights weights = classWeights(labelsOf(10, 2), 0.0);
        QCOMPARE(weights.noCrack, 10.0 / 8.0);
        QCOMPARE(weights.crack, 5.0);
    }

    void crackWeightStandsAgainstOne() {
        const ClassWeights weights = classWeights(labelsOf(10, 2), 2.0);
        QCOMPARE(weights.noCrack, 1.0);
        QCOMPARE(weights.crack, 2.0);
    }

    void weightedDrawsWithReplacementInProportion() {
        const auto labels = labelsOf(20000, 2000);
        RunConfig config = configWith(Sampler::Weighted);
        auto order = epochOrder(config, labels, 1);
        QCOMPARE(order.size(), labels.size());
        QVERIFY(std::abs(crackShare(order, labels) - 0.5) < 0.02);
        config.crackWeight = 2.0; // 2 x 2000 against 18000
        QVERIFY(std::abs(crackShare(epochOrder(config, labels, 1), labels) - 4.0 / 22.0) < 0.02);
        std::ranges::sort(order);
        QVERIFY(std::ranges::adjacent_find(order) != order.end());
    }

    void classWithoutSamplesIsNeverDrawn_data() {
        QTest::addColumn<int>("cracks");
        QTest::newRow("no crack only") << 0;
        QTest::newRow("crack only") << 50;
    }
    void classWithoutSamplesIsNeverDrawn() {
        QFETCH(int, cracks);
        const auto labels = labelsOf(50, cracks);
        const ClassWeights weights = classWeights(labels, 0.0);
        QVERIFY(std::isfinite(weights.crack) && std::isfinite(weights.noCrack));
        const auto order = epochOrder(configWith(Sampler::Weighted), labels, 1);
        QCOMPARE(order.size(), std::size_t{50});
        QVERIFY(std::ranges::all_of(order, [](std::size_t sample) { return sample < 50; }));
    }
};

QTEST_GUILESS_MAIN(TestSamplers)
#include "tst_Samplers.moc"
