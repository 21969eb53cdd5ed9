#include "core/base/Files.h"
#include "core/engine/weights/Safetensors.h"
#include "core/session/WeightsTools.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

using namespace fissure;
namespace fs = std::filesystem;

class TestWeightsTools final : public QObject {
    Q_OBJECT

private:
    static constexpr std::array<float, 4> kNumbers{1.0F, 2.0F, 3.0F, 4.0F};
    QTemporaryDir m_dir;

    fs::path file(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }

    static std::vector<std::byte> weights() {
        const auto data = std::as_bytes(std::span(kNumbers));
        return toSafetensors({{"conv1.weight", TensorType::F32, {2, 2}, data},
                              {"bn1.running_mean", TensorType::F32, {3}, data.first(12)},
                              {"bn1.running_var", TensorType::F32, {3}, data.first(12)},
                              {"bn1.num_batches_tracked", TensorType::I64, {}, data.first(8)}},
                             {{"note", "kept"}});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(writeFileAtomically(file("w.safetensors"), weights()).has_value()); }

    void inspectionCountsParametersWithoutStatistics() {
        const auto found = inspectWeights(file("w.safetensors"), {}).value();
        QCOMPARE(found.format, WeightsFormat::Safetensors);
        QCOMPARE(found.tensors.size(), std::size_t(4));
        QCOMPARE(found.parameters, std::uint64_t(4));
        QCOMPARE(found.bytes, std::uint64_t(16 + 12 + 12 + 8));
        QVERIFY(!found.fit.has_value());
    }

    void inspectionComparesWithABackbone() {
        const auto found = inspectWeights(file("w.safetensors"), Backbone::ResNet18).value();
        QVERIFY(found.fit.has_value());
        const KeyReport& keys = found.fit->keys;
        QVERIFY(!keys.fits());
        QVERIFY(!found.fit->hasHead);
        QCOMPARE(keys.misshaped.size(), std::size_t(3));
        QCOMPARE(keys.misshaped.back().name, std::string("conv1.weight"));
        QCOMPARE(keys.misshaped.back().wantedShape, (std::vector<std::int64_t>{64, 3, 7, 7}));
        QVERIFY(std::ranges::find(keys.missing, "feature_extractor.fc.weight") != keys.missing.end());
    }

    void conversionKeepsTensorsAndMetadata() {
        const auto written = convertWeights(file("w.safetensors"), file("copy.safetensors"));
        QVERIFY2(written.has_value(), written.has_value() ? "" : written.error().message().c_str());
        QCOMPARE(readFile(file("copy.safetensors")).value(), weights());
        QCOMPARE(written->bytes, std::uint64_t(weights().size()));
        QCOMPARE(written->sha256, sha256(weights()));
    }

    void placeThatCannotBeTakenIsRefused_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("code");
        const auto row = [](const char* place, ErrorCode code) {
            QTest::newRow(place) << QString::fromLatin1(place) << static_cast<int>(code);
        };
        row("w.pth", ErrorCode::WrongFormat);
        row("no-extension", ErrorCode::WrongFormat);
        row("w.safetensors", ErrorCode::WrongFormat);
        row("link.safetensors", ErrorCode::WrongFormat);
        row("missing/w.safetensors", ErrorCode::Unwritable);
    }
    void placeThatCannotBeTakenIsRefused() {
        QFETCH(QString, place);
        QFETCH(int, code);
        fs::remove(file("link.safetensors"));
        fs::create_symlink(file("w.safetensors"), file("link.safetensors"));
        const fs::path out = file(qPrintable(place));
        const StoredWeights stored{file("w.safetensors"), sha256(weights())};
        for (const auto& refused : {convertWeights(stored.file, out), exportWeights(stored, out)}) {
            QVERIFY(!refused.has_value());
            QCOMPARE(static_cast<int>(refused.error().code), code);
            QCOMPARE(refused.error().subject, Text(out.string()));
        }
        QCOMPARE(readFile(file("w.safetensors")).value(), weights());
    }

    void brokenFileIsNotConvertedOverAnEarlierOne() {
        QVERIFY(writeFileAtomically(file("earlier.safetensors"), "earlier").has_value());
        std::vector<std::byte> broken = weights();
        broken.pop_back();
        QVERIFY(writeFileAtomically(file("broken"), broken).has_value());
        QCOMPARE(convertWeights(file("broken"), file("earlier.safetensors")).error().code,
                 ErrorCode::Damaged);
        QCOMPARE(convertWeights(file("none"), file("earlier.safetensors")).error().code, ErrorCode::NotFound);
        QCOMPARE(readTextFile(file("earlier.safetensors")).value(), std::string("earlier"));
    }

    void exportedFileIsTheStoredOneToTheByte() {
        const StoredWeights stored{file("w.safetensors"), sha256(weights())};
        const auto written = exportWeights(stored, file("out.safetensors"));
        QVERIFY2(written.has_value(), written.has_value() ? "" : written.error().message().c_str());
        QCOMPARE(written->sha256, stored.sha256);
        QCOMPARE(readFile(file("out.safetensors")).value(), weights());
    }

    void changedWeightsAreNotExported() {
        const auto refused =
            exportWeights({file("w.safetensors"), sha256("other")}, file("changed.safetensors"));
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QCOMPARE(refused.error().subject, Text(file("w.safetensors").string()));
        QVERIFY(!fs::exists(file("changed.safetensors")));
        QCOMPARE(exportWeights({file("none"), ""}, file("changed.safetensors")).error().code,
                 ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestWeightsTools)
#include "tst_WeightsTools.moc"
