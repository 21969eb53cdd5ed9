#include "core/net/OfficialWeights.h"

#include <QTest>

#include <set>

using namespace fissure;

class tst_OfficialWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileCarriesItsHashAndIsListedOnce() {
        std::set<std::string_view> files;
        for (const OfficialWeights& weights : officialWeights()) {
            QCOMPARE(sha256StartOf(weights.file).size(), std::size_t(8));
            QVERIFY(weights.file.starts_with(weights.backbone));
            QVERIFY(weights.megabytes > 0);
            QVERIFY(files.insert(weights.file).second);
        }
    }

    void backboneStandsForItsNewestFile() {
        QCOMPARE(weightsFileOf("resnext50_32x4d").value(), std::string("resnext50_32x4d-1a0047aa.pth"));
        QCOMPARE(weightsFileOf("resnet18").value(), std::string("resnet18-f37072fd.pth"));
        QCOMPARE(weightsFileOf("mobilenet_v3_large").value(), std::string("mobilenet_v3_large-5c1a4163.pth"));
        QCOMPARE(findOfficialWeights("resnet50")->version, std::string_view("IMAGENET1K_V2"));
    }

    void fileStandsForItselfWhetherOrNotItIsKnown() {
        QCOMPARE(weightsFileOf("resnext50_32x4d-7cdf4587.pth").value(),
                 std::string("resnext50_32x4d-7cdf4587.pth"));
        QCOMPARE(weightsFileOf("swin_t-704ceda3.pth").value(), std::string("swin_t-704ceda3.pth"));
        QVERIFY(findOfficialWeights("swin_t-704ceda3.pth") == nullptr);
    }

    void otherNamesAreRefusedWithThoseThereAre_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", "resnet", "resnet18.pth", "resnet18-f37072fd", "resnet18-f37072f.pth",
                                 "resnet18-F37072FD.pth", "resnet18_f37072fd.pth", "-f37072fd.pth",
                                 "../resnet18-f37072fd.pth", "a/b-f37072fd.pth", ".hidden-f37072fd.pth",
                                 "a b-f37072fd.pth", "a?b-f37072fd.pth", "ü-f37072fd.pth"}) {
            QTest::newRow(*name == '\0' ? "empty" : name) << QString::fromUtf8(name);
        }
    }
    void otherNamesAreRefusedWithThoseThereAre() {
        QFETCH(QString, name);
        const auto file = weightsFileOf(name.toStdString());
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::UnknownKey);
        QVERIFY(file.error().message().find("resnext50_32x4d, resnet18, resnet50, alexnet, ") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_OfficialWeights)
#include "tst_OfficialWeights.moc"
