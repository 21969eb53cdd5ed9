#include "core/engine/weights/Safetensors.h"

#include <QTest>

#include <array>
#include <cstring>
#include <numeric>
#include <random>
#include <string>

using namespace fissure;

namespace {

using Bytes = std::vector<std::byte>;

/// A file with that header, as it stands, and dataSize bytes of data.
Bytes fileOf(const std::string& header, std::size_t dataSize) {
    Bytes bytes(8 + header.size() + dataSize);
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, header.data(), header.size());
    return bytes;
}

Bytes fileOfLength(std::uint64_t length) {
    Bytes bytes = fileOf("{\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}", 0);
    std::memcpy(bytes.data(), &length, 8);
    return bytes;
}

std::string entry(const char* name, const char* type, const char* shape, const char* offsets) {
    return std::string("\"") + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape +
           ",\"data_offsets\":" + offsets + "}";
}

std::string headerOf(std::initializer_list<std::string> entries) {
    std::string header;
    for (const std::string& entry : entries) {
        header += header.empty() ? '{' : ',';
        header += entry;
    }
    header += '}';
    return header;
}

} // namespace

class TestSafetensors final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tensorsReadBackWithNamesShapesAndBytes() {
        const std::vector<float> weights{1.0F, -2.5F, 3.25F, 0.0F, 7.0F, 8.0F};
        const std::int64_t counter = 12;
        const TensorMetadata metadata{{"backbone", "resnet18"}, {"note", "\"quoted\" \xc3\xa9"}};
        Bytes bytes =
            toSafetensors({{"b.weight", TensorType::F32, {2, 3}, std::as_bytes(std::span(weights))},
                           {"a.counter", TensorType::I64, {}, std::as_bytes(std::span(&counter, 1))}},
                          metadata);
        const auto file = parseSafetensors(std::move(bytes), "w.safetensors");
        QVERIFY2(file.has_value(), file.has_value() ? "" : file.error().message().c_str());
        QCOMPARE(file->metadata(), metadata);
        QCOMPARE(file->tensors().size(), std::size_t{2});
        const TensorView& first = file->tensors()[0];
        QCOMPARE(first.name, std::string("a.counter"));
        QVERIFY(first.shape.empty());
        QVERIFY(std::memcmp(first.data.data(), &counter, sizeof(counter)) == 0);
        const TensorView& second = file->tensors()[1];
        QCOMPARE(second.name, std::string("b.weight"));
        QCOMPARE(second.type, TensorType::F32);
        QCOMPARE(second.shape, (std::vector<std::int64_t>{2, 3}));
        QVERIFY(std::memcmp(second.data.data(), weights.data(), second.data.size()) == 0);
    }

    void dataIsAligned() {
        const std::vector<float> weights(3);
        const std::byte flag{1};
        const Bytes bytes =
            toSafetensors({{"flag", TensorType::Bool, {1}, {&flag, 1}},
                           {"weights", TensorType::F32, {3}, std::as_bytes(std::span(weights))}},
                          {});
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), 8);
        QCOMPARE(length % 8, std::uint64_t{0});
        const auto file = parseSafetensors(bytes, "w.safetensors").value();
        QCOMPARE(file.tensors().front().name, std::string("weights"));
    }

    void entriesMayStandInAnyOrder() {
        const std::string header =
            headerOf({entry("late", "U8", "[3]", "[2,5]"), entry("early", "F16", "[1]", "[0,2]")});
        const auto file = parseSafetensors(fileOf(header, 5), "w.safetensors").value();
        QCOMPARE(file.tensors()[0].name, std::string("early"));
        QCOMPARE(file.tensors()[1].data.size(), std::size_t{3});
    }

    void emptyTensorAtTheEndIsFine() {
        const std::string header =
            headerOf({entry("a", "U8", "[3]", "[0,3]"), entry("none", "F32", "[0,7]", "[3,3]")});
        QCOMPARE(parseSafetensors(fileOf(header, 3), "w").value().tensors().size(), std::size_t{2});
    }

    void emptyTensorIsWrittenAtTheEnd() {
        const std::array<float, 2> numbers{1.0F, 2.0F};
        const Bytes bytes = toSafetensors({{"a", TensorType::F64, {0, 7}, {}},
                                           {"b", TensorType::F32, {2}, std::as_bytes(std::span(numbers))}},
                                          {});
        const auto file = parseSafetensors(bytes, "w").value();
        QCOMPARE(file.tensors().back().name, std::string("a"));
        QCOMPARE(file.tensors().back().shape, (std::vector<std::int64_t>{0, 7}));
    }

    void changedHeadersAreRefusedOrWhole() {
        const std::vector<float> weights(6);
        const Bytes whole =
            toSafetensors({{"a.weight", TensorType::F32, {2, 3}, std::as_bytes(std::span(weights))},
                           {"b.bias", TensorType::U8, {4}, std::as_bytes(std::span(weights).first(1))}},
                          {{"backbone", "resnet18"}});
        std::mt19937 random(1);
        unsigned read = 0; // of every byte that a tensor is said to have
        for (int i = 0; i < 20'000; ++i) {
            Bytes changed = whole;
            for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
                changed[random() % changed.size()] = static_cast<std::byte>(random());
            }
            const Result<void> checked = checkSafetensors(changed, "w");
            const auto file = parseSafetensors(changed, "w");
            QCOMPARE(file.has_value(), checked.has_value());
            if (!file) {
                QCOMPARE(file.error(), checked.error());
                continue;
            }
            for (const TensorView& tensor : file->tensors()) {
                QVERIFY(byteCount(tensor.type, tensor.shape) == tensor.data.size());
                read = std::accumulate(
                    tensor.data.begin(), tensor.data.end(), read,
                    [](unsigned sum, std::byte byte) { return sum + std::to_integer<unsigned>(byte); });
            }
        }
        QVERIFY(read > 0);
    }

    void whatIsNoSafetensorsFileIsRefused_data() {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QString>("cause");
        QTest::newRow("empty") << Bytes() << "only 0 bytes";
        QTest::newRow("too short") << Bytes(12) << "only 12 bytes";
        QTest::newRow("header too short") << fileOfLength(7) << "7 bytes long";
        QTest::newRow("header over 100 MB") << fileOfLength(100'000'001) << "100000001 bytes long";
        QTest::newRow("header of 2^64 - 1 bytes") << fileOfLength(UINT64_MAX) << "bytes long";
        QTest::newRow("no brace") << fileOf("[1, 2, 3, 4]", 0) << "does not start with a brace";
        QTest::newRow("leading space") << fileOf(" {\"a\":1}   ", 0) << "does not start with a brace";
    }
    void whatIsNoSafetensorsFileIsRefused() {
        QFETCH(Bytes, bytes);
        QFETCH(QString, cause);
        const auto file = parseSafetensors(bytes, "w.safetensors");
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::WrongFormat);
        QCOMPARE(file.error().subject, std::string("w.safetensors"));
        QVERIFY2(QString::fromStdString(file.error().cause.str()).contains(cause),
                 file.error().cause.str().c_str());
    }

    void brokenFileIsRefused_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("dataSize");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char* title, const std::string& header, int dataSize, const char* cause) {
            QTest::newRow(title) << QString::fromLatin1(QByteArray::fromStdString(header)) << dataSize
                                 << QString::fromLatin1(cause);
        };
        row("not JSON", "{\"a\": nothing}", 0, "not JSON");
        row("not UTF-8", "{\"a\xff\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}", 0,
            "not JSON in UTF-8");
        row("not UTF-8, overlong", "{\"a\xc0\xaf\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}",
            0, "not JSON in UTF-8");
        row("name twice", headerOf({entry("a", "U8", "[1]", "[0,1]"), entry("a", "U8", "[1]", "[1,2]")}), 2,
            "names \"a\" twice");
        row("key of a tensor twice",
            "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1,
            "names \"dtype\" twice");
        row("nested deeply", "{\"a\":[[[[[[]]]]]]}", 0, "nested too deeply");
        row("no description", "{\"a\":{\"dtype\":\"U8\"}}", 0, "not described");
        row("unknown key", "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1],\"x\":1}}", 1,
            "not described");
        row("unknown type", headerOf({entry("a", "F8", "[1]", "[0,1]")}), 1, "unknown type \"F8\"");
        row("negative side", headerOf({entry("a", "U8", "[-1]", "[0,1]")}), 1, "not whole numbers");
        row("broken side", headerOf({entry("a", "U8", "[1.5]", "[0,1]")}), 1, "not whole numbers");
        row("three offsets", headerOf({entry("a", "U8", "[1]", "[0,1,2]")}), 1, "not whole numbers");
        row("offsets out of order", headerOf({entry("a", "U8", "[1]", "[1,0]")}), 1, "ends before it begins");
        row("beyond the data", headerOf({entry("a", "U8", "[4]", "[0,4]")}), 3, "ends at byte 4 of 3");
        row("size is not type times shape", headerOf({entry("a", "F32", "[2]", "[0,4]")}), 4, "has 4 bytes");
        row("product overflows", headerOf({entry("a", "F32", "[4611686018427387904,4]", "[0,0]")}), 0,
            "overflows");
        row("overlap", headerOf({entry("a", "U8", "[3]", "[0,3]"), entry("b", "U8", "[3]", "[2,5]")}), 5,
            "overlap");
        row("hole", headerOf({entry("a", "U8", "[3]", "[0,3]"), entry("b", "U8", "[3]", "[4,7]")}), 7,
            "hole of 1 bytes");
        row("hole at the start", headerOf({entry("a", "U8", "[3]", "[1,4]")}), 4, "hole of 1 bytes");
        row("rest at the end", headerOf({entry("a", "U8", "[3]", "[0,3]")}), 5, "2 bytes at its end");
        row("empty tensor within",
            headerOf({entry("a", "U8", "[0]", "[0,0]"), entry("b", "U8", "[3]", "[0,3]")}), 3,
            "share an offset");
        row("two empty tensors",
            headerOf({entry("a", "U8", "[0]", "[0,0]"), entry("b", "U8", "[0]", "[0,0]")}), 0,
            "share an offset");
        row("metadata is no map of texts", "{\"__metadata__\":{\"a\":1}}", 0, "map of texts");
    }
    void brokenFileIsRefused() {
        QFETCH(QString, header);
        QFETCH(int, dataSize);
        QFETCH(QString, cause);
        const auto file = parseSafetensors(
            fileOf(header.toLatin1().toStdString(), static_cast<std::size_t>(dataSize)), "w");
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::Damaged);
        QVERIFY2(QString::fromStdString(file.error().cause.str()).contains(cause),
                 file.error().cause.str().c_str());
    }

    void fileCutOffWithinItsHeaderIsDamaged() {
        Bytes bytes = fileOf(headerOf({entry("a", "U8", "[3]", "[0,3]")}), 3);
        bytes.resize(30);
        const auto file = parseSafetensors(bytes, "w");
        QCOMPARE(file.error().code, ErrorCode::Damaged);
        QVERIFY(file.error().cause.str().find("cut off") != std::string::npos);
    }

    void typesKnowNamesAndSizes() {
        QCOMPARE(std::string(nameOf(TensorType::BF16)), std::string("BF16"));
        QCOMPARE(sizeOf(TensorType::BF16), std::size_t{2});
        QCOMPARE(std::string(nameOf(TensorType::U64)), std::string("U64"));
        QCOMPARE(sizeOf(TensorType::Bool), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_Safetensors.moc"
