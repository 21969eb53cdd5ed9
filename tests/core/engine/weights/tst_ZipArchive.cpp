#include "core/engine/weights/ZipArchive.h"

#include <QTest>

#include <string>
#include <zlib.h>

using namespace fissure;

namespace {

template <class Number>
std::string raw(Number number) {
    return {reinterpret_cast<const char*>(&number), sizeof(number)};
}

std::uint32_t size32(const std::string& text) {
    return static_cast<std::uint32_t>(text.size());
}

std::uint16_t size16(const std::string& text) {
    return static_cast<std::uint16_t>(text.size());
}

/// An entry and what may be wrong with it.
struct Entry {
    std::string name;
    std::string content;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t offset = UINT32_MAX; ///< not its own
    std::uint32_t size = UINT32_MAX;
    std::string localName{};
};

std::string archiveOf(const std::vector<Entry>& entries, std::uint16_t count = UINT16_MAX,
                      std::uint16_t part = 0) {
    std::string data;
    std::string directory;
    for (const Entry& entry : entries) {
        const auto crc = static_cast<std::uint32_t>(
            ::crc32(0, reinterpret_cast<const Bytef*>(entry.content.data()), size32(entry.content)));
        const std::uint32_t size = entry.size == UINT32_MAX ? size32(entry.content) : entry.size;
        const std::uint32_t offset = entry.offset == UINT32_MAX ? size32(data) : entry.offset;
        const std::string& localName = entry.localName.empty() ? entry.name : entry.localName;
        data += raw(0x04034b50U) + std::string(22, '\0') + raw(size16(localName)) + std::string(2, '\0') +
                localName + entry.content;
        directory += raw(0x02014b50U) + std::string(4, '\0') + raw(entry.flags) + raw(entry.method) +
                     std::string(4, '\0') + raw(crc) + raw(size) + raw(size32(entry.content)) +
                     raw(size16(entry.name)) + std::string(12, '\0') + raw(offset) + entry.name;
    }
    const auto all = count == UINT16_MAX ? static_cast<std::uint16_t>(entries.size()) : count;
    return data + directory + raw(0x06054b50U) + raw(part) + raw(std::uint16_t{0}) + raw(all) + raw(all) +
           raw(size32(directory)) + raw(size32(data)) + raw(std::uint16_t{0});
}

Result<ZipArchive> parse(const std::string& archive) {
    return ZipArchive::parse(std::as_bytes(std::span(archive.data(), archive.size())), "w.pth");
}

} // namespace

class TestZipArchive final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesAreFoundByName() {
        const std::string bytes = archiveOf({{"b", "second"}, {"a", "first"}, {"none", ""}});
        const auto archive = parse(bytes).value();
        QVERIFY(asText(archive.read("a").value()) == "first");
        QVERIFY(asText(archive.read("b").value()) == "second");
        QVERIFY(archive.read("none").value().empty());
        QVERIFY(archive.find("c") == nullptr);
        QCOMPARE(archive.read("c").error().cause.str(), std::string("\"c\" is missing in it"));
    }

    void changedEntryIsDamaged() {
        std::string bytes = archiveOf({{"a", "first"}});
        bytes[bytes.find("first")] ^= 4;
        QCOMPARE(parse(bytes).value().read("a").error().code, ErrorCode::Damaged);
    }

    void compressedOrEncryptedEntryIsNotRead() {
        const std::string bytes = archiveOf({{"a", "first", 0, 8}, {"b", "second", 1}});
        const auto archive = parse(bytes).value();
        QCOMPARE(archive.read("a").error().code, ErrorCode::WrongFormat);
        QCOMPARE(archive.read("b").error().code, ErrorCode::WrongFormat);
    }

    void partOfAnArchiveIsRefused() {
        const auto archive = parse(archiveOf({{"a", "first"}}, UINT16_MAX, 1));
        QCOMPARE(archive.error().code, ErrorCode::WrongFormat);
    }

    void brokenArchiveIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char* title, const std::string& bytes, const char* cause) {
            QTest::newRow(title) << QByteArray::fromStdString(bytes) << QString::fromLatin1(cause);
        };
        row("nothing", "", "directory is missing");
        row("name twice", archiveOf({{"a", "first"}, {"a", "second"}}), "holds \"a\" twice");
        row("one entry's data twice", archiveOf({{"a", "first"}, {"b", "", 0, 0, 0, UINT32_MAX, {}}}),
            "\"b\" bears another name");
        row("overlap", archiveOf({{"a", archiveOf({{"b", "inner"}})}, {"b", "inner", 0, 0, 31}}), "overlap");
        row("two sizes", archiveOf({{"a", "first", 0, 0, UINT32_MAX, 3}}), "of two sizes, 3 and 5 bytes");
        row("offset in the directory", archiveOf({{"a", "first", 0, 0, 36}}), "is not where");
        row("offset beyond the end", archiveOf({{"a", "first", 0, 0, 0xfffffff0U}}), "is not where");
        row("other name", archiveOf({{"a", "first", 0, 0, UINT32_MAX, UINT32_MAX, "b"}}), "another name");
        row("more entries than there are", archiveOf({{"a", "first"}}, 2), "directory is broken");
        std::string wide = archiveOf({{"a", "first"}});
        wide.replace(wide.size() - 6, 4, "\xff\xff\xff\xff");
        row("zip64 without its record", wide, "directory of 64 bits is missing");
    }
    void brokenArchiveIsRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, cause);
        const std::string archive = bytes.toStdString();
        const auto parsed = parse(archive);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::Damaged);
        QVERIFY2(QString::fromStdString(parsed.error().cause.str()).contains(cause),
                 parsed.error().cause.str().c_str());
    }
};

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_ZipArchive.moc"
