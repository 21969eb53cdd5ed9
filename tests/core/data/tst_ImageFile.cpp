#include "core/base/Files.h"
#include "core/base/Seed.h"
#include "core/data/ImageFile.h"
#include "core/data/Resampling.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <fstream>
#include <span>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

Image photograph(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.rgb.push_back(static_cast<std::uint8_t>(40 + 150 * x / width));
            image.rgb.push_back(static_cast<std::uint8_t>(40 + 150 * y / height));
            image.rgb.push_back(static_cast<std::uint8_t>(90));
        }
    }
    return image;
}

int largestDifference(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) {
        return 256;
    }
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
    }
    return largest;
}

std::string bigEndian(std::uint32_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

std::string littleEndian(std::uint32_t value) {
    std::string bytes = bigEndian(value);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace

class tst_ImageFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngIsReadBackExactly() {
        const Image image = photograph(31, 17);
        QVERIFY(writeImage(path("a.png"), image).has_value());
        QCOMPARE(readImage(path("a.png")).value(), image);
    }

    void jpegIsReadBackClosely() {
        const Image image = photograph(64, 48);
        QVERIFY(writeImage(path("a.JPEG"), image, 95).has_value());
        const auto read = readImage(path("a.JPEG"));
        QVERIFY(read.has_value());
        QVERIFY(largestDifference(*read, image) <= 6);
    }

    void webPIsReadBackClosely() {
        const Image image = photograph(64, 48);
        QVERIFY(writeImage(path("a.webp"), image, 95).has_value());
        const auto read = readImage(path("a.webp"));
        QVERIFY(read.has_value());
        QVERIFY(largestDifference(*read, image) <= 12);
        QVERIFY(encodeImage(image, ImageFormat::WebP, 5)->size() < fs::file_size(path("a.webp")));
    }

    void sizeIsReadOffTheHeaderAlone() {
        QVERIFY(writeImage(path("a.jpg"), photograph(64, 48)).has_value());
        QCOMPARE(readImageSize(path("a.jpg")).value(), (ImageSize{64, 48}));
        fs::resize_file(path("a.jpg"), fs::file_size(path("a.jpg")) / 2);
        QCOMPARE(readImageSize(path("a.jpg")).value(), (ImageSize{64, 48}));
        QCOMPARE(readImageSize(path("none.jpg")).error().code, ErrorCode::NotFound);
    }

    void sizeIsFoundBehindALongStart() {
        // A JPEG with 20 segments of 65,535 bytes before its frame header, and a TIFF whose directory is
        // last.
        std::string jpeg("\xFF\xD8", 2);
        for (int i = 0; i < 20; ++i) {
            jpeg += std::string("\xFF\xE2\xFF\xFF", 4) + std::string(65'533, 'x');
        }
        jpeg += std::string("\xFF\xC0\0\x11\x08\0\x30\0\x40\x03", 10) + std::string(20, '\0');
        QVERIFY(writeFileAtomically(path("long.jpg"), jpeg).has_value());
        QCOMPARE(readImageSize(path("long.jpg")).value(), (ImageSize{64, 48}));
        const std::string entries = std::string("\0\x01\x03\0\x01\0\0\0\x40\0\0\0", 12) +
                                    std::string("\x01\x01\x03\0\x01\0\0\0\x30\0\0\0", 12);
        const std::string tiff = std::string("II*\0", 4) + littleEndian(300'000) +
                                 std::string(300'000 - 8, 'x') + std::string("\x02\0", 2) + entries;
        QVERIFY(writeFileAtomically(path("long.tif"), tiff).has_value());
        QCOMPARE(readImageSize(path("long.tif")).value(), (ImageSize{64, 48}));
        QVERIFY(writeFileAtomically(path("cut.tif"), tiff.substr(0, 200'000)).has_value());
        QCOMPARE(readImageSize(path("cut.tif")).error().code, ErrorCode::Damaged);
    }

    void nothingButAFileHasASize() {
        QCOMPARE(readImageSize(path("")).error().code, ErrorCode::Unreadable);
        fs::create_directory(path("folder.png"));
        QCOMPARE(readImageSize(path("folder.png")).error().code, ErrorCode::Unreadable);
    }

    void masksAreReadBackExactly() {
        GrayImage mask{9, 5, {}};
        for (int i = 0; i < 45; ++i) {
            mask.gray.push_back(i % 3 == 0 ? 255 : 0);
        }
        QVERIFY(writeMask(path("mask.png"), mask).has_value());
        QCOMPARE(readMask(path("mask.png")).value(), mask);
    }

    void masksOfOneBitAreScaledToEight() {
        // 8 x 1 pixels, 10110000, from Python's zlib and a hand-made PNG.
        const auto mask = readMask(fixture("one_bit.png"));
        QVERIFY2(mask.has_value(), mask ? "" : mask.error().message().c_str());
        QCOMPARE(mask->gray, (std::vector<std::uint8_t>{255, 0, 255, 255, 0, 0, 0, 0}));
    }

    void kindIsToldByContentNotByName() {
        const Image image = photograph(20, 20);
        QVERIFY(writeImage(path("a.png"), image).has_value());
        fs::rename(path("a.png"), path("a.jpg"));
        QCOMPARE(readImage(path("a.jpg")).value(), image);
    }

    void everyKindIsRead_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"kind.bmp", "kind.tif", "kind_big_endian.tif", "kind.webp",
                                 "kind_lossless.webp", "kind.png", "kind_16bit.png", "kind_palette.png",
                                 "kind_gray.jpg", "kind_progressive.jpg", "kind_cmyk.jpg"}) {
            QTest::newRow(name) << std::string(name);
        }
    }
    void everyKindIsRead() {
        QFETCH(std::string, name);
        const auto image = readImage(fixture(name));
        QVERIFY2(image.has_value(), image ? "" : image.error().message().c_str());
        QCOMPARE(image->width, 24);
        QCOMPARE(image->height, 16);
        // Every fixture is dark on the left and bright on the right.
        const std::uint8_t* middle = image->rgb.data() + 8 * 24 * 3;
        QVERIFY2(
            middle[2 * 3] < 90 && middle[21 * 3] > 150,
            qPrintable(QString::number(middle[2 * 3]) + QLatin1Char(' ') + QString::number(middle[21 * 3])));
    }

    void truncatedFilesAreDamaged_data() { everyKindIsRead_data(); }
    void truncatedFilesAreDamaged() {
        QFETCH(std::string, name);
        const auto bytes = readFile(fixture(name));
        QVERIFY(bytes.has_value());
        for (const double part : {0.02, 0.3, 0.6, 0.85}) {
            const auto kept = static_cast<std::size_t>(static_cast<double>(bytes->size()) * part);
            const auto image = readBytes(std::span(*bytes).first(kept));
            QVERIFY2(!image, qPrintable(QString::number(part)));
            QVERIFY2(image.error().code == ErrorCode::Damaged || image.error().code == ErrorCode::WrongFormat,
                     image.error().message().c_str());
            QCOMPARE(image.error().subject, path("bytes").string());
        }
    }

    void jpegWithoutItsLastRowsIsDamaged() {
        QVERIFY(writeImage(path("a.jpg"), test::drawCrop(224, true, 1)).has_value());
        auto bytes = readFile(path("a.jpg")).value();
        bytes.resize(bytes.size() - 100);
        const auto image = readBytes(bytes);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Damaged);
        QCOMPARE(image.error().cause, "it is truncated or corrupt (Premature end of JPEG file)");
    }

    void corruptPngIsDamaged() {
        QVERIFY(writeImage(path("a.png"), test::drawCrop(64, true, 1)).has_value());
        auto bytes = readFile(path("a.png")).value();
        bytes[bytes.size() / 2] ^= std::byte{0x55};
        const auto image = readBytes(bytes);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Damaged);
    }

    void textNamedJpgIsNotAnImage() {
        QVERIFY(writeFileAtomically(path("a.jpg"), "just a note\n").has_value());
        const auto image = readImage(path("a.jpg"));
        QVERIFY(!image);
        QCOMPARE(image.error(),
                 (Error{ErrorCode::WrongFormat, path("a.jpg").string(),
                        "it is not an image (its content is none of JPEG, PNG, BMP, TIFF and WebP)", ""}));
    }

    void emptyFileIsDamaged() {
        QVERIFY(writeFileAtomically(path("a.jpg"), "").has_value());
        const Error error = readImage(path("a.jpg")).error();
        QCOMPARE(error.code, ErrorCode::Damaged);
        QCOMPARE(error.cause, "it is empty (0 bytes)");
        QCOMPARE(readMask(path("a.jpg")).error().code, ErrorCode::Damaged);
    }

    void missingFileIsNotFound() {
        QCOMPARE(readImage(path("none.jpg")).error().code, ErrorCode::NotFound);
        QCOMPARE(readMask(path("none.png")).error().code, ErrorCode::NotFound);
        QCOMPARE(readThumbnail(path("none.png"), 64).error().code, ErrorCode::NotFound);
    }

    void folderIsUnreadable() { QCOMPARE(readImage(path("")).error().code, ErrorCode::Unreadable); }

    void hugeImagesAreRefusedFromTheirHeader_data() {
        QTest::addColumn<std::string>("header");
        const std::uint32_t huge = 30'000;
        QTest::newRow("png") << "\x89PNG\r\n\x1A\n" + bigEndian(13) + "IHDR" + bigEndian(huge) +
                                    bigEndian(huge);
        QTest::newRow("bmp") << "BM" + std::string(12, '\0') + littleEndian(40) + littleEndian(huge) +
                                    littleEndian(0U - huge);
        const std::string entry = std::string("\x03\x00\x01\x00\x00\x00\x30\x75\x00\x00", 10);
        QTest::newRow("tiff") << std::string("II*\0\x08\0\0\0\x02\0", 10) + std::string("\0\x01", 2) + entry +
                                     std::string("\x01\x01", 2) + entry;
        QTest::newRow("webp") << "RIFF" + std::string(4, '\0') + "WEBPVP8X" + std::string(8, '\0') +
                                     std::string("\x2F\x75\0\x2F\x75\0", 6);
        QTest::newRow("jpeg") << std::string("\xFF\xD8\xFF\xE0\0\x04"
                                             "??\xFF\xC0\0\x11\x08\x75\x30\x75\x30\x03",
                                             19);
    }
    void hugeImagesAreRefusedFromTheirHeader() {
        QFETCH(std::string, header);
        const auto image = readBytes(bytesOf(header));
        QVERIFY(!image);
        QCOMPARE(image.error(),
                 (Error{ErrorCode::OutOfRange, path("bytes").string(),
                        "it has 30000 x 30000 pixels; 64 megapixels are the most that is read", ""}));
    }

    void headersThatMakeNoSenseAreDamaged_data() {
        QTest::addColumn<std::string>("header");
        QTest::newRow("png of no width")
            << "\x89PNG\r\n\x1A\n" + bigEndian(13) + "IHDR" + bigEndian(0) + bigEndian(9);
        QTest::newRow("png without IHDR")
            << "\x89PNG\r\n\x1A\n" + bigEndian(13) + "IDAT" + bigEndian(9) + bigEndian(9);
        QTest::newRow("tiff without size") << std::string("II*\0\x08\0\0\0\0\0", 10);
        QTest::newRow("tiff with its directory outside") << std::string("MM\0*\x7F\xFF\xFF\xFF", 8);
        QTest::newRow("webp of unknown coding")
            << "RIFF" + std::string(4, '\0') + "WEBPABCD" + std::string(20, '\0');
        QTest::newRow("jpeg of markers only") << std::string("\xFF\xD8\xFF\xE0\0\x02\xFF\xE0\0\x02", 10);
        QTest::newRow("jpeg segment of length 0") << std::string("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0", 12);
        QTest::newRow("bmp cut off") << std::string("BM\0\0\0\0", 6);
    }
    void headersThatMakeNoSenseAreDamaged() {
        QFETCH(std::string, header);
        const auto image = readBytes(bytesOf(header));
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Damaged);
        QCOMPARE(image.error().cause, "its header is cut off or broken");
    }

    void randomBytesBehindEveryMagicNeverCrash() {
        Rng rng(11);
        const std::string magics[] = {"\xFF\xD8\xFF", "\x89PNG\r\n\x1A\n", "BM", std::string("II*\0", 4),
                                      "RIFF....WEBPVP8 "};
        for (int i = 0; i < 2000; ++i) {
            std::string bytes = magics[i % 5];
            for (int n = 0; n < 80; ++n) {
                bytes += static_cast<char>(rng() & (i % 2 == 0 ? 0x03 : 0xFF));
            }
            QVERIFY(!readBytes(bytesOf(bytes)));
        }
    }

    void imagesAreNotWrittenInOtherFormats() {
        const auto written = writeImage(path("a.bmp"), photograph(4, 4));
        QVERIFY(!written);
        QCOMPARE(written.error(), (Error{ErrorCode::WrongFormat, path("a.bmp").string(),
                                         "images are written as .jpg, .png or .webp only", ""}));
        QCOMPARE(writeImage(path("a"), photograph(4, 4)).error().code, ErrorCode::WrongFormat);
        QCOMPARE(writeMask(path("a.webp"), {1, 1, {0}}).error(),
                 (Error{ErrorCode::WrongFormat, path("a.webp").string(),
                        "masks are written as .jpg or .png only", ""}));
    }

    void folderThatDoesNotExistIsUnwritable() {
        QCOMPARE(writeImage(path("no") / "a.png", photograph(4, 4)).error().code, ErrorCode::Unwritable);
    }

    void cropsAreTheirPixels() {
        const Image image = photograph(20, 10);
        const Image part = cropped(image, {3, 4, 5, 2});
        QCOMPARE(part.width, 5);
        QCOMPARE(part.height, 2);
        for (int y = 0; y < 2; ++y) {
            for (int x = 0; x < 5 * 3; ++x) {
                QCOMPARE(part.rgb[static_cast<std::size_t>(y * 15 + x)],
                         image.rgb[static_cast<std::size_t>(((y + 4) * 20 + 3) * 3 + x)]);
            }
        }
    }

    void thumbnailsKeepTheirProportions_data() {
        QTest::addColumn<std::string>("name");
        QTest::newRow("jpeg") << std::string("a.jpg");
        QTest::newRow("png") << std::string("a.png");
    }
    void thumbnailsKeepTheirProportions() {
        QFETCH(std::string, name);
        const Image image = photograph(400, 120);
        QVERIFY(writeImage(path(name), image).has_value());
        const auto thumbnail = readThumbnail(path(name), 100);
        QVERIFY(thumbnail.has_value());
        QCOMPARE(thumbnail->width, 100);
        QCOMPARE(thumbnail->height, 30);
        QVERIFY(largestDifference(*thumbnail, resized(image, 100, 30, Kernel::Bilinear)) <= 8);
        QCOMPARE(readThumbnail(path(name), 1000)->width, 400);
        QCOMPARE(readThumbnail(path(name), 1)->height, 1);
    }

    void equalPixelsGiveEqualBytes() {
        const Image image = test::drawCrop(96, true, 4);
        QVERIFY(writeImage(path("a.jpg"), image).has_value());
        QVERIFY(writeImage(path("b.jpg"), image).has_value());
        QCOMPARE(readFile(path("a.jpg")).value(), readFile(path("b.jpg")).value());
    }

    void libraryVersionIsOpenCvs() { QVERIFY(imageLibraryVersion().starts_with("4.")); }

private:
    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

    Result<Image> readBytes(std::span<const std::byte> bytes) const {
        std::ofstream(path("bytes"), std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return readImage(path("bytes"));
    }

    static fs::path fixture(const std::string& name) {
        return fs::path(FISSURE_SOURCE_DIR) / "tests" / "data" / "images" / name;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ImageFile)
#include "tst_ImageFile.moc"
