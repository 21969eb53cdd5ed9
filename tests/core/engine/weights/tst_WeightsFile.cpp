#include "core/base/Files.h"
#include "core/engine/weights/Safetensors.h"
#include "core/engine/weights/WeightsFile.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace fissure;
namespace fs = std::filesystem;

class TestWeightsFile final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    fs::path file(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }

private Q_SLOTS:
    void contentTellsTheKindNotTheName() {
        const std::array<float, 2> numbers{1.0F, 2.0F};
        const auto bytes = toSafetensors(
            {{"weight", TensorType::F32, {2}, std::as_bytes(std::span(numbers))}}, {{"a", "b"}});
        QVERIFY(writeFileAtomically(file("safetensors.pth"), bytes).has_value());
        const auto safetensors = readWeightsFile(file("safetensors.pth")).value();
        QCOMPARE(safetensors.tensors().front().name, std::string("weight"));
        QCOMPARE(safetensors.metadata().at("a"), std::string("b"));

        for (const char* name : {"zip.pth", "legacy.pth"}) {
            const auto content =
                readFile(fs::path(FISSURE_SOURCE_DIR) / "tests/data/engine/weights" / name).value();
            QVERIFY(writeFileAtomically(file("pth.safetensors"), content).has_value());
            const auto pth = readWeightsFile(file("pth.safetensors")).value();
            QCOMPARE(pth.tensors().front().name, std::string("0.weight"));
            QVERIFY(pth.metadata().empty());
        }
    }

    void headerLengthThatLooksLikeAPickleIsNone() {
        // The length of the header is the bytes 80 02: those that a pickle starts with.
        const auto bytes = toSafetensors({}, {{"a", std::string(0x280 - 25, 'b')}});
        QCOMPARE(bytes[0], std::byte{0x80});
        QCOMPARE(bytes[1], std::byte{0x02});
        QVERIFY(writeFileAtomically(file("w"), bytes).has_value());
        QVERIFY(readWeightsFile(file("w")).has_value());
    }

    void otherFilesAreNeither_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("page") << QByteArray("<html><body>404 Not Found</body></html>");
        QTest::newRow("one byte") << QByteArray("\x80");
    }
    void otherFilesAreNeither() {
        QFETCH(QByteArray, content);
        QVERIFY(writeFileAtomically(file("other"), content.toStdString()).has_value());
        const auto read = readWeightsFile(file("other"));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::WrongFormat);
        QCOMPARE(read.error().subject, Text(file("other").string()));
        QCOMPARE(read.error().cause.str(),
                 std::string("it is neither a safetensors file nor one that torch.save wrote"));
    }

    void missingFileIsNotFound() {
        QCOMPARE(readWeightsFile(file("none")).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestWeightsFile)
#include "tst_WeightsFile.moc"
