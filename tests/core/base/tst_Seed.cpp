#include "core/base/Seed.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace fissure;

class tst_Seed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void derivedSeedsNeverChange() {
        // A stored run is repeated by its seed: these numbers are part of the program's contract.
        QCOMPARE(deriveSeed(42, "sampler"), std::uint64_t(710565795683889747ULL));
        QCOMPARE(deriveSeed(42, "augmentation", 7), std::uint64_t(11245779535116981951ULL));
        QCOMPARE(Rng(5489)(), std::uint64_t(14514284786278117030ULL));
    }

    void purposesIndicesAndSeedsDoNotShareAStream() {
        std::set<std::uint64_t> seeds;
        int drawn = 0;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            for (const char* purpose : {"sampler", "augmentation", "weights", ""}) {
                for (std::uint64_t index = 0; index < 50; ++index, ++drawn) {
                    seeds.insert(deriveSeed(seed, purpose, index));
                }
            }
        }
        QCOMPARE(static_cast<int>(seeds.size()), drawn);
    }

    void oneBitOfTheSeedChangesHalfOfTheDerivedOnes() {
        double changed = 0.0;
        for (int bit = 0; bit < 64; ++bit) {
            changed += __builtin_popcountll(deriveSeed(42, "x") ^ deriveSeed(42 ^ (1ULL << bit), "x"));
        }
        QVERIFY(std::abs(changed / 64.0 - 32.0) < 3.0);
    }

    void uniformBelowStaysBelowAndIsEven_data() {
        QTest::addColumn<quint64>("bound");
        for (const quint64 bound : {1ULL, 2ULL, 3ULL, 10ULL}) {
            QTest::newRow(std::to_string(bound).c_str()) << bound;
        }
    }
    void uniformBelowStaysBelowAndIsEven() {
        QFETCH(quint64, bound);
        Rng rng(1);
        constexpr int kDraws = 60'000;
        std::array<int, 10> counts{};
        for (int i = 0; i < kDraws; ++i) {
            const std::uint64_t drawn = uniformBelow(rng, bound);
            QVERIFY(drawn < bound);
            ++counts[drawn];
        }
        const double expected = static_cast<double>(kDraws) / static_cast<double>(bound);
        for (std::uint64_t i = 0; i < bound; ++i) {
            QVERIFY(std::abs(counts[i] - expected) <= 5.0 * std::sqrt(expected));
        }
    }

    void uniformBelowHasNoBiasForLargeBounds() {
        // With a plain remainder the lower third would come up twice as often as the rest.
        const std::uint64_t bound = 3ULL << 62;
        Rng rng(2);
        int lowerThird = 0;
        constexpr int kDraws = 30'000;
        for (int i = 0; i < kDraws; ++i) {
            lowerThird += uniformBelow(rng, bound) < bound / 3 ? 1 : 0;
        }
        QVERIFY(std::abs(lowerThird - kDraws / 3) < 500);
    }

    void uniform01IsWithinItsHalfOpenRangeAndEven() {
        Rng rng(3);
        double sum = 0.0;
        for (int i = 0; i < 100'000; ++i) {
            const double drawn = uniform01(rng);
            QVERIFY(drawn >= 0.0 && drawn < 1.0);
            sum += drawn;
        }
        QVERIFY(std::abs(sum / 100'000.0 - 0.5) < 0.005);
    }
};

QTEST_APPLESS_MAIN(tst_Seed)
#include "tst_Seed.moc"
