#include "core/data/Augmentation.h"
#include "core/data/ImageFile.h"
#include "core/data/Resampling.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

fs::path fixture(const std::string& name) {
    return fs::path(FISSURE_SOURCE_DIR) / "tests" / "data" / "augmentation" / name;
}

Image load(const std::string& name) {
    const auto image = readImage(fixture(name));
    return image ? *image : Image{};
}

} // namespace

/// Pictures and numbers to compare with come from torchvision itself (tests/reference/augmentation.py).
class tst_Augmentation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void brightnessIsTorchvisions_data() { addCases({"0.0", "0.37", "0.5", "0.999", "1.0", "1.21", "1.5"}); }
    void brightnessIsTorchvisions() {
        compare("brightness", [](double value) { return AugmentationDraw{value, false, 0.0}; });
    }

    void rotationIsTorchvisions_data() {
        addCases({"-180.0", "-133.7", "-90.0", "-45.0", "-0.4", "0.0", "12.5", "90.0", "123.456", "180.0"});
    }
    void rotationIsTorchvisions() {
        compare("rotation", [](double value) { return AugmentationDraw{1.0, false, value}; });
    }

    void flipIsTorchvisions() {
        for (const std::string size : {"even", "odd"}) {
            const Image crop = load(size + ".png");
            QVERIFY(!crop.isEmpty());
            QCOMPARE(augmented(crop, crop.width, {1.0, true, 0.0}), load(size + "_flip.png"));
        }
    }

    void orderIsBrightnessFlipRotation() {
        for (const std::string size : {"even", "odd"}) {
            const Image crop = load(size + ".png");
            QVERIFY(!crop.isEmpty());
            QCOMPARE(augmented(crop, crop.width, {1.3, true, 30.0}), load(size + "_all.png"));
        }
    }

    void cropsAreResizedFirst() {
        const Image crop = load("even.png");
        const AugmentationDraw draw{0.8, true, 50.0};
        QCOMPARE(augmented(crop, 12, draw), augmented(resized(crop, 12, 12, Kernel::Bilinear), 12, draw));
        QCOMPARE(augmented(crop, 40, draw).width, 40);
        QCOMPARE(augmented(crop, 40, draw).height, 40);
    }

    void normalisationIsTorchvisions() {
        QFile file(QString::fromStdString(fixture("normalised.json").string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray table = QJsonDocument::fromJson(file.readAll()).array();
        Image levels{256, 1, {}};
        for (int level = 0; level < 256; ++level) {
            levels.rgb.insert(levels.rgb.end(), 3, static_cast<std::uint8_t>(level));
        }
        std::vector<float> out(levels.rgb.size());
        normalise(levels, out);
        for (int channel = 0; channel < 3; ++channel) {
            for (int level = 0; level < 256; ++level) {
                const float expected = static_cast<float>(table[channel][level].toDouble());
                QCOMPARE(out[static_cast<std::size_t>(channel * 256 + level)], expected);
            }
        }
    }

    void drawsFillTheirRangesEvenly() {
        Rng rng(5);
        const AugmentationSettings settings{0.5, 0.25, 180.0};
        constexpr int kDraws = 20'000;
        double brightness = 0.0;
        double angle = 0.0;
        double widest = 0.0;
        int flips = 0;
        for (int i = 0; i < kDraws; ++i) {
            const AugmentationDraw draw = drawAugmentation(settings, rng);
            QVERIFY(draw.brightnessFactor >= 0.5 && draw.brightnessFactor <= 1.5);
            QVERIFY(draw.angleDegrees >= -180.0 && draw.angleDegrees <= 180.0);
            brightness += draw.brightnessFactor / kDraws;
            angle += draw.angleDegrees / kDraws;
            widest = std::max(widest, std::abs(draw.angleDegrees));
            flips += draw.flip ? 1 : 0;
        }
        QVERIFY(std::abs(brightness - 1.0) < 0.01);
        QVERIFY(std::abs(angle) < 4.0);
        QVERIFY(widest > 179.0);
        QVERIFY(std::abs(flips / double(kDraws) - 0.25) < 0.015);
    }

    void brightnessAboveOneStartsAtBlack() {
        Rng rng(1);
        double lowest = 1.0;
        for (int i = 0; i < 1000; ++i) {
            lowest = std::min(lowest, drawAugmentation({2.0, 0.0, 0.0}, rng).brightnessFactor);
        }
        QVERIFY(lowest >= 0.0 && lowest < 0.05);
    }

    void settingsOfZeroChangeNothing() {
        Rng rng(9);
        const AugmentationDraw draw = drawAugmentation({}, rng);
        QCOMPARE(draw.brightnessFactor, 1.0);
        QVERIFY(!draw.flip);
        const Image crop = load("odd.png");
        QCOMPARE(augmented(crop, crop.width, draw), crop);
    }

    void turningOneOffLeavesTheOthersAlone() {
        Rng both(3);
        Rng one(3);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(drawAugmentation({0.5, 0.5, 90.0}, both).angleDegrees,
                     drawAugmentation({0.0, 0.0, 90.0}, one).angleDegrees);
        }
    }

private:
    static void addCases(std::initializer_list<const char*> values) {
        QTest::addColumn<std::string>("value");
        for (const char* value : values) {
            QTest::newRow(value) << std::string(value);
        }
    }

    template <class MakeDraw>
    static void compare(const std::string& kind, MakeDraw makeDraw) {
        QFETCH(std::string, value);
        for (const std::string size : {"even", "odd"}) {
            const Image crop = load(size + ".png");
            QVERIFY(!crop.isEmpty());
            QCOMPARE(augmented(crop, crop.width, makeDraw(std::stod(value))),
                     load(size + "_" + kind + "_" + value + ".png"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Augmentation)
#include "tst_Augmentation.moc"
