#include "core/engine/weights/TensorLayout.h"

#include <QTest>

using namespace fissure;

namespace {

constexpr std::int64_t kHuge = INT64_MAX;

/// The 16-bit numbers 0, 1, 2 ... of a storage as the layout orders them.
std::vector<std::uint16_t> ordered(const TensorLayout& layout, std::size_t count) {
    std::vector<std::uint16_t> storage(*reachOf(layout));
    for (std::size_t i = 0; i < storage.size(); ++i) {
        storage[i] = static_cast<std::uint16_t>(i);
    }
    std::vector<std::uint16_t> dense(count);
    copyDense(layout, sizeof(std::uint16_t), std::as_bytes(std::span(storage)),
              std::as_writable_bytes(std::span(dense)));
    return dense;
}

} // namespace

class TestTensorLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachEndsBehindTheLastElement() {
        QCOMPARE(*reachOf({0, {2, 3}, {3, 1}}), std::uint64_t{6});
        QCOMPARE(*reachOf({4, {2, 3}, {1, 10}}), std::uint64_t{26});
        QCOMPARE(*reachOf({7, {}, {}}), std::uint64_t{8});
        QCOMPARE(*reachOf({0, {5}, {0}}), std::uint64_t{1});
    }

    void emptyTensorReachesToItsOffset() {
        QCOMPARE(*reachOf({3, {0, kHuge}, {kHuge, kHuge}}), std::uint64_t{3});
    }

    void reachBeyond64BitsIsNone() {
        QVERIFY(!reachOf({0, {kHuge, kHuge}, {kHuge, 1}}));
        QVERIFY(!reachOf({kHuge, {kHuge, kHuge}, {1, 2}}));
    }

    void rowMajorOrderIsDense() {
        QVERIFY(isDense({0, {2, 3, 4}, {12, 4, 1}}));
        QVERIFY(isDense({9, {}, {}}));
        QVERIFY(isDense({0, {2, 1, 3}, {3, 77, 1}})); // a side of one has a stride of any kind
        QVERIFY(isDense({0, {0, 3}, {1, 5}}));
    }

    void otherOrdersAreNotDense() {
        QVERIFY(!isDense({0, {2, 3}, {1, 2}}));
        QVERIFY(!isDense({0, {2, 3}, {4, 1}}));
        QVERIFY(!isDense({0, {5}, {0}}));
        QVERIFY(!isDense({0, {kHuge, kHuge}, {kHuge, 1}}));
    }

    void turnedTensorIsCopiedInRowMajorOrder() {
        QCOMPARE(ordered({0, {2, 3}, {1, 2}}, 6), (std::vector<std::uint16_t>{0, 2, 4, 1, 3, 5}));
    }

    void partOfAStorageIsCopied() {
        QCOMPARE(ordered({6, {2, 2}, {5, 2}}, 4), (std::vector<std::uint16_t>{6, 8, 11, 13}));
    }

    void expandedTensorRepeatsItsElements() {
        QCOMPARE(ordered({1, {2, 3}, {1, 0}}, 6), (std::vector<std::uint16_t>{1, 1, 1, 2, 2, 2}));
    }

    void threeSidesTurnAsAnOdometer() {
        QCOMPARE(ordered({0, {2, 2, 2}, {1, 2, 4}}, 8), (std::vector<std::uint16_t>{0, 4, 2, 6, 1, 5, 3, 7}));
    }
};

QTEST_GUILESS_MAIN(TestTensorLayout)
#include "tst_TensorLayout.moc"
