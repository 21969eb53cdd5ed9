#include "core/base/Files.h"
#include "core/engine/weights/KeyReport.h"
#include "core/engine/weights/Safetensors.h"
#include "core/engine/weights/WeightsFile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <system_error>

using namespace fissure;
namespace fs = std::filesystem;

class TestWeightsFile final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    static fs::path fixture(const std::string& name) {
        return fs::path(FISSURE_SOURCE_DIR) / "tests/data/engine/weights" / (name + ".pth");
    }
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
        QCOMPARE(safetensors.format(), WeightsFormat::Safetensors);

        for (const char* name : {"zip", "legacy"}) {
            const auto content = readFile(fixture(name)).value();
            QVERIFY(writeFileAtomically(file("pth.safetensors"), content).has_value());
            const auto pth = readWeightsFile(file("pth.safetensors")).value();
            QCOMPARE(pth.tensors().front().name, std::string("0.weight"));
            QVERIFY(pth.metadata().empty());
            QCOMPARE(std::string(nameOf(pth.format())), std::string("pth_") + name);
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

    void whatTorchSavedCanBeWrittenAsSafetensors() {
        for (const char* name :
             {"zip_state_dict", "legacy_parallel", "zip_shared", "legacy_types", "zip_views"}) {
            const auto pth = readWeightsFile(fixture(name)).value();
            const auto safetensors = parseSafetensors(asSafetensors(pth, "w").value(), "w").value();
            QCOMPARE(safetensors.metadata(), (TensorMetadata{{"format", "pt"}}));
            QCOMPARE(safetensors.tensors().size(), pth.tensors().size());
            const auto byKey = byName(safetensors.tensors());
            for (const TensorView& tensor : pth.tensors()) {
                const TensorView& written = *byKey.at(tensor.name);
                QCOMPARE(written.type, tensor.type);
                QCOMPARE(written.shape, tensor.shape);
                QVERIFY2(std::ranges::equal(written.data, tensor.data), tensor.name.c_str());
            }
        }
    }

    void metadataIsKept() {
        const TensorMetadata metadata{{"backbone", "resnet18"}, {"note", "\xc3\xa9"}};
        const auto file = parseSafetensors(toSafetensors({}, metadata), "w").value();
        QCOMPARE(parseSafetensors(asSafetensors(file, "w").value(), "w").value().metadata(), metadata);
    }

    void tensorsThatSafetensorsCannotHoldAreRefused_data() {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("name of the metadata") << QStringList{QStringLiteral("__metadata__")};
        QTest::newRow("two without elements") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    }
    void tensorsThatSafetensorsCannotHoldAreRefused() {
        QFETCH(QStringList, names);
        std::vector<TensorView> tensors;
        for (const QString& name : names) {
            tensors.push_back({name.toStdString(), TensorType::F32, {0}, {}});
        }
        const auto written = asSafetensors({WeightsFormat::PthZip, {}, {}, tensors, {}}, "w.pth");
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::WrongFormat);
        QCOMPARE(written.error().subject, Text("w.pth"));
        QVERIFY(written.error().cause.str().starts_with("a safetensors file cannot hold its tensors: "));
    }

    void onlyTheHeaderOfALargeFileIsRead() {
        // 64 GiB of which the disk holds one block: to read them would take minutes, and more than memory.
        const std::string header =
            R"({"weight":{"dtype":"U8","shape":[68719476736],"data_offsets":[0,68719476736]}})";
        const std::uint64_t length = header.size();
        std::string content(reinterpret_cast<const char*>(&length), sizeof(length));
        content += header;
        QVERIFY(writeFileAtomically(file("large"), content).has_value());
        std::error_code error;
        fs::resize_file(file("large"), content.size() + (std::uint64_t{1} << 36), error);
        if (error) {
            QSKIP("this file system has no sparse files of 64 GiB");
        }
        const auto large = readWeightsFile(file("large")).value();
        QCOMPARE(large.tensors().front().data.size(), std::size_t{1} << 36);
        QCOMPARE(large.tensors().front().data.back(), std::byte{0});
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
