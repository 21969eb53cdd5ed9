#include "core/data/ImageFile.h"
#include "core/data/Resampling.h"

#include <QTest>

#include <cstdlib>

using namespace fissure;

namespace {

const std::filesystem::path kFixtures =
    std::filesystem::path(FISSURE_SOURCE_DIR) / "tests" / "data" / "resampling";

} // namespace

/// The pictures to compare with come from Pillow (tests/reference/resampling.py).
class tst_Resampling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsAreThoseOfPillow_data() {
        QTest::addColumn<QString>("picture");
        QTest::addColumn<Kernel>("kernel");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const char* picture : {"noise", "edges", "line"}) {
            for (const Kernel kernel : {Kernel::Bilinear, Kernel::Bicubic}) {
                for (const auto& [width, height] :
                     {std::pair(16, 16), {7, 40}, {61, 9}, {90, 90}, {61, 43}, {1, 1}}) {
                    const QString name = QStringLiteral("%1_%2_%3x%4")
                                             .arg(QLatin1String(picture), kernel == Kernel::Bicubic
                                                                              ? QLatin1String("bicubic")
                                                                              : QLatin1String("bilinear"))
                                             .arg(width)
                                             .arg(height);
                    QTest::newRow(qPrintable(name))
                        << QString::fromLatin1(picture) << kernel << width << height;
                }
            }
        }
    }
    void pixelsAreThoseOfPillow() {
        QFETCH(QString, picture);
        QFETCH(Kernel, kernel);
        QFETCH(int, width);
        QFETCH(int, height);
        const auto image = readImage(kFixtures / (picture + QStringLiteral(".png")).toStdString());
        const auto expected =
            readImage(kFixtures /
                      (QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png")).toStdString());
        QVERIFY(image.has_value());
        QVERIFY(expected.has_value());
        QCOMPARE(resized(*image, width, height, kernel), *expected);
    }

    void rowsBeyondAStripAreScaledToo() {
        // Rows that are all alike stay alike, however the image is cut into strips.
        Image image{50, 101, {}};
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const auto level = static_cast<std::uint8_t>(x * 5);
                image.rgb.insert(image.rgb.end(), {level, static_cast<std::uint8_t>(255 - level), 7});
            }
        }
        const Image narrow = resized(image, 20, 101, Kernel::Bicubic);
        QCOMPARE(narrow.rgb.size(), std::size_t(20) * 101 * 3);
        for (int y = 1; y < narrow.height; ++y) {
            QVERIFY(std::equal(narrow.rgb.begin(), narrow.rgb.begin() + 60, narrow.rgb.begin() + y * 60));
        }
    }

    void sameSizeIsTheSameImage() {
        const Image image{2, 1, {1, 2, 3, 4, 5, 6}};
        QCOMPARE(resized(image, 2, 1, Kernel::Bicubic), image);
    }

    void checksMadeSmallAreGrey() {
        Image checks{64, 64, {}};
        for (int i = 0; i < 64 * 64; ++i) {
            const std::uint8_t level = (i / 64 + i % 64) % 2 == 0 ? 0 : 255;
            checks.rgb.insert(checks.rgb.end(), {level, level, level});
        }
        for (const std::uint8_t level : resized(checks, 8, 8, Kernel::Bilinear).rgb) {
            QVERIFY(std::abs(level - 127) <= 2); // without antialiasing it would be black or white
        }
    }
};

QTEST_APPLESS_MAIN(tst_Resampling)
#include "tst_Resampling.moc"
