#include "core/engine/weights/KeyReport.h"

#include <QTest>

using namespace fissure;

namespace {

const std::vector<WantedTensor> kWanted{
    {"bias", {3}, false}, {"counter", {}, true}, {"weight", {3, 2}, false}, {"z", {1}, false}};

KeyReport compare(const std::vector<TensorView>& given) {
    return compareKeys(kWanted, byName(given));
}

std::vector<TensorView> fitting() {
    return {{"weight", TensorType::F32, {3, 2}, {}},
            {"bias", TensorType::F16, {3}, {}},
            {"counter", TensorType::I64, {}, {}},
            {"z", TensorType::F32, {1}, {}}};
}

} // namespace

class TestKeyReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tensorsThatFitLeaveNothingToSay() {
        const KeyReport report = compare(fitting());
        QVERIFY(report.fits());
        QVERIFY(report.summary().empty());
    }

    void optionalTensorMayBeMissing() {
        auto given = fitting();
        given.erase(given.begin() + 2);
        QVERIFY(compare(given).fits());
    }

    void missingTensorsAreNamed() {
        const KeyReport report = compare({{"weight", TensorType::F32, {3, 2}, {}}});
        QCOMPARE(report.missing, (std::vector<std::string>{"bias", "z"}));
        QCOMPARE(report.summary(), Text("2 missing (bias, z)"));
    }

    void unexpectedTensorsAreNamedInPart() {
        auto given = fitting();
        for (const char* name : {"e", "d", "c", "b", "a"}) {
            given.push_back({name, TensorType::F32, {}, {}});
        }
        QCOMPARE(compare(given).summary(), Text("5 unexpected (a, b, c and 2 more)"));
    }

    void unexpectedTensorBearsTheNameOfTheFile() {
        const TensorView tensor{"fc.weight", TensorType::F32, {}, {}};
        const KeyReport report = compareKeys({}, {{"feature_extractor.fc.weight", &tensor}});
        QCOMPARE(report.unexpected, std::vector<std::string>{"fc.weight"});
    }

    void misshapedTensorIsNamedWithBothShapes() {
        auto given = fitting();
        given[0].shape = {2, 3};
        const KeyReport report = compare(given);
        QCOMPARE(report.misshaped, (std::vector<UnfitTensor>{{"weight", {2, 3}, {3, 2}, TensorType::F32}}));
        QCOMPARE(report.summary(), Text("1 of the wrong shape (weight is [2, 3] instead of [3, 2])"));
    }

    void typeThatTorchLacksIsNamed() {
        auto given = fitting();
        given[1].type = TensorType::U32;
        const KeyReport report = compare(given);
        QCOMPARE(report.mistyped, (std::vector<UnfitTensor>{{"bias", {3}, {3}, TensorType::U32}}));
        QCOMPARE(report.summary(), Text("1 of a type that cannot be loaded (bias is of type U32)"));
    }

    void allOfItStandsInOneClause() {
        auto given = fitting();
        given[0].shape = {6};
        given[1].name = "bias2";
        QCOMPARE(compare(given).summary(), Text("1 missing (bias), 1 unexpected (bias2), "
                                                "1 of the wrong shape (weight is [6] instead of [3, 2])"));
    }
};

QTEST_GUILESS_MAIN(TestKeyReport)
#include "tst_KeyReport.moc"
