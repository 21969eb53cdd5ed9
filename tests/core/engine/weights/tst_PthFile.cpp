#include "core/base/Files.h"
#include "core/engine/weights/PthFile.h"
#include "tests/core/engine/support/Fixture.h"

#include <QJsonArray>
#include <QTest>

#include <filesystem>
#include <random>

using namespace fissure;
using test::readFixture;

namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(const QString& name) {
    return readFile(std::string(FISSURE_SOURCE_DIR) + "/tests/data/engine/weights/" + name.toStdString() +
                    ".pth")
        .value();
}

/// A tensor as make_pth_fixtures.py describes it.
QJsonObject describe(const TensorView& tensor) {
    QJsonArray shape;
    for (const std::int64_t side : tensor.shape) {
        shape.append(static_cast<qint64>(side));
    }
    const auto data = QByteArray(reinterpret_cast<const char*>(tensor.data.data()),
                                 static_cast<qsizetype>(tensor.data.size()));
    const std::string_view type = nameOf(tensor.type);
    return {{QStringLiteral("name"), QString::fromStdString(tensor.name)},
            {QStringLiteral("type"), QString::fromLatin1(type.data(), static_cast<qsizetype>(type.size()))},
            {QStringLiteral("shape"), shape},
            {QStringLiteral("bytes"), QString::fromLatin1(data.toHex())}};
}

/// Reads it, and every byte of what it is found to hold. True where that went well.
bool survives(Bytes bytes) {
    const std::size_t size = bytes.size();
    const auto file = parsePthFile(std::move(bytes), "w.pth");
    if (!file) {
        const auto code = file.error().code;
        return (code == ErrorCode::Damaged || code == ErrorCode::WrongFormat) &&
               file.error().subject == "w.pth" && !file.error().message().empty();
    }
    std::size_t read = 0;
    for (const TensorView& tensor : file->tensors()) {
        if (byteCount(tensor.type, tensor.shape) != tensor.data.size()) {
            return false;
        }
        for (const std::byte byte : tensor.data) {
            read += std::to_integer<std::size_t>(byte) | 1U;
        }
    }
    return size == 0 || read != 1;
}

void addFixtures() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"zip", "legacy", "zip_protocol4", "legacy_protocol4", "zip_shared", "legacy_views", "zip_zip64",
          "zip_streamed", "legacy_model", "zip_little_endian"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

} // namespace

class TestPthFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatPyTorchSaved_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonArray>("tensors");
        const QJsonObject fixtures = readFixture("weights/tensors.json");
        for (const QString& name : fixtures.keys()) {
            QTest::newRow(qPrintable(name)) << name << fixtures[name].toArray();
        }
    }
    void holdsWhatPyTorchSaved() {
        QFETCH(QString, name);
        QFETCH(QJsonArray, tensors);
        const auto file = parsePthFile(bytesOf(name), "w.pth");
        QVERIFY2(file.has_value(), file.has_value() ? "" : file.error().message().c_str());
        QVERIFY(file->metadata().empty());
        QCOMPARE(static_cast<qsizetype>(file->tensors().size()), tensors.size());
        for (qsizetype i = 0; i < tensors.size(); ++i) {
            QCOMPARE(describe(file->tensors()[static_cast<std::size_t>(i)]), tensors[i].toObject());
        }
    }

    void whatIsNoWeightsIsRefusedByName_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cause");
        const QJsonObject fixtures = readFixture("weights/refused.json");
        for (const QString& name : fixtures.keys()) {
            QTest::newRow(qPrintable(name)) << name << fixtures[name].toString();
        }
    }
    void whatIsNoWeightsIsRefusedByName() {
        QFETCH(QString, name);
        QFETCH(QString, cause);
        const auto file = parsePthFile(bytesOf(name), "w.pth");
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::WrongFormat);
        QCOMPARE(file.error().subject, Text("w.pth"));
        QVERIFY2(QString::fromStdString(file.error().cause.str()).contains(cause),
                 file.error().cause.str().c_str());
        QVERIFY(!std::filesystem::exists("/tmp/executed"));
    }

    void flippedBitInTheDataIsFoundByItsChecksum() {
        Bytes bytes = bytesOf(QStringLiteral("zip"));
        const auto file = parsePthFile(bytes, "w.pth").value();
        const auto pattern = file.tensors().front().data;
        const auto place = std::ranges::search(bytes, pattern).begin();
        QVERIFY(place != bytes.end());
        *place ^= std::byte{1};
        const auto damaged = parsePthFile(bytes, "w.pth");
        QCOMPARE(damaged.error().code, ErrorCode::Damaged);
        QCOMPARE(damaged.error().cause.str(), std::string("the checksum of \"zip/data/0\" in it is wrong"));
    }

    void bytesBehindTheLastStorageAreDamage() {
        Bytes bytes = bytesOf(QStringLiteral("legacy"));
        bytes.resize(bytes.size() + 3);
        const auto file = parsePthFile(bytes, "w.pth");
        QCOMPARE(file.error().code, ErrorCode::Damaged);
        QCOMPARE(file.error().cause.str(), std::string("3 bytes at its end belong to no tensor"));
    }

    void fileCutOffAnywhereIsRefused_data() { addFixtures(); }
    void fileCutOffAnywhereIsRefused() {
        QFETCH(QString, name);
        const Bytes whole = bytesOf(name);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            // A copy of its own size: so a sanitizer sees what is read behind its end.
            const Bytes bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            const auto file = parsePthFile(bytes, "w.pth");
            // Only the end of the comment behind an archive can go without harm, and its length says so.
            QVERIFY2(!file.has_value(), qPrintable(QString::number(size)));
            QVERIFY(survives(bytes));
        }
    }

    void everyFlippedBitIsSurvived_data() { addFixtures(); }
    void everyFlippedBitIsSurvived() {
        QFETCH(QString, name);
        Bytes bytes = bytesOf(name);
        for (std::byte& byte : bytes) {
            for (const auto change : {std::byte{0x01}, std::byte{0x80}, std::byte{0xff}}) {
                byte ^= change;
                QVERIFY2(survives(bytes), qPrintable(QString::number(&byte - bytes.data())));
                byte ^= change;
            }
        }
    }

    void randomChangesAreSurvived_data() { addFixtures(); }
    void randomChangesAreSurvived() {
        QFETCH(QString, name);
        const Bytes whole = bytesOf(name);
        std::mt19937 random(20);
        const auto below = [&](std::size_t limit) { return random() % limit; };
        // What pickles are made of comes more often than by chance.
        constexpr char kOperations[] = "(.}])tq\x00h\x00Rbsuae\x85\x86\x87\x88\x94\x93KMJXcQN\xff\x7f";
        for (int i = 0; i < 1500; ++i) {
            Bytes bytes = whole;
            for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
                const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size()));
                const auto byte = static_cast<std::byte>(
                    below(2) == 0 ? kOperations[below(sizeof(kOperations))] : static_cast<char>(random()));
                const auto rest = static_cast<std::size_t>(bytes.end() - place);
                switch (below(4)) {
                case 0:
                    bytes.insert(place, byte);
                    break;
                case 1: // away with some bytes, of one at least the file keeps
                    bytes.erase(place, place + static_cast<std::ptrdiff_t>(
                                                   std::min<std::size_t>(below(8), rest - 1)));
                    break;
                default:
                    *place = byte;
                }
            }
            QVERIFY2(survives(bytes), qPrintable(QString::number(i)));
        }
    }
};

QTEST_GUILESS_MAIN(TestPthFile)
#include "tst_PthFile.moc"
