#include "core/data/ProposalName.h"

#include <QTest>

#include <clocale>

using namespace fissure;

class tst_ProposalName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesOfTheReferenceDataAreRead() {
        const auto plain = parseProposalName("rissbilder_0412.37.0_53.1.jpg");
        QVERIFY(plain.has_value());
        QCOMPARE(*plain, (ProposalName{"rissbilder_0412", 37, 0.53, 1, "jpg"}));
        QCOMPARE(*parseProposalName("cfd_001.0.1_0.1.jpg"), (ProposalName{"cfd_001", 0, 1.0, 1, "jpg"}));
        QCOMPARE(*parseProposalName("wall.2.0_5.0.PNG"), (ProposalName{"wall", 2, 0.5, 0, "PNG"}));
        QCOMPARE(*parseProposalName("wall.2.0.0.webp"), (ProposalName{"wall", 2, 0.0, 0, "webp"}));
    }

    void dotsInTheSourceBelongToIt() {
        QCOMPARE(parseProposalName("DSC.00.1.final.3.0_07.0.tiff")->source, "DSC.00.1.final");
        QCOMPARE(parseProposalName("..3.0_07.0.tif")->source, ".");
    }

    void commaLocaleDoesNotMatter() {
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QCOMPARE(parseProposalName("wall.1.0_25.0.jpg")->iou, 0.25);
        QCOMPARE(toFileName({"wall", 1, 0.25, 0, "jpg"}), "wall.1.0_25.0.jpg");
        std::setlocale(LC_ALL, "C.UTF-8");
    }

    void brokenNamesSayWhatIsWrong_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("cause");
        const auto add = [](const char* name, const char* cause) {
            QTest::newRow(name) << std::string(name) << std::string(cause);
        };
        add("photo.jpg", "the name does not read <source>.<counter>.<iou>.<label>.<extension>");
        add("wall.1.0_5.jpg", "the name does not read <source>.<counter>.<iou>.<label>.<extension>");
        add("", "the name does not read <source>.<counter>.<iou>.<label>.<extension>");
        add("wall.1.0_5.1.txt", "the extension \"txt\" is not one of an image");
        add("wall.1.0_5.2.jpg", "the label 2 is neither 0 nor 1");
        add("wall.1.0_5.01.jpg", "the label 01 is neither 0 nor 1");
        add("wall.1.0_5..jpg", "the label is empty");
        add("wall.1.nan.0.jpg", "the IoU nan is not a number like 0_53");
        add("wall.1.1e-3.0.jpg", "the IoU 1e-3 is not a number like 0_53");
        add("wall.1.0x1.0.jpg", "the IoU 0x1 is not a number like 0_53");
        add("wall.1._5.0.jpg", "the IoU _5 is not a number like 0_53");
        add("wall.1.0_.0.jpg", "the IoU 0_ is not a number like 0_53");
        add("wall.1.+0_5.0.jpg", "the IoU +0_5 is not a number like 0_53");
        add("wall.1.1_7.1.jpg", "the IoU 1_7 is above 1");
        add("wall.1.0.53.1.jpg", "the IoU 53 is above 1");
        add("wall.1.-0_2.0.jpg", "the IoU -0_2 is below 0");
        add("wall.1.0_5_1.0.jpg", "the IoU 0_5_1 has more than one decimal point");
        add("wall.1..0.jpg", "the IoU is empty");
        add("wall.1a.0_5.0.jpg", "the counter 1a is not a whole number");
        add("wall.-1.0_5.0.jpg", "the counter -1 is not a whole number");
        add("wall..0_5.0.jpg", "the counter is empty");
        add("wall.99999999999.0_5.0.jpg", "the counter 99999999999 is too large");
        add(".1.0_5.0.jpg", "the source is empty");
    }
    void brokenNamesSayWhatIsWrong() {
        QFETCH(std::string, name);
        QFETCH(std::string, cause);
        const auto parsed = parseProposalName(name);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error(), (Error{ErrorCode::WrongFormat, name, cause, ""}));
    }

    void writtenNamesRoundToTwoDecimals() {
        QCOMPARE(toFileName({"a", 0, 0.0, 0, "jpg"}), "a.0.0_0.0.jpg");
        QCOMPARE(toFileName({"a", 0, 0.004, 0, "jpg"}), "a.0.0_0.0.jpg");
        QCOMPARE(toFileName({"a", 0, 0.5, 1, "jpg"}), "a.0.0_5.1.jpg");
        QCOMPARE(toFileName({"a", 0, 0.50001, 1, "jpg"}), "a.0.0_5.1.jpg");
        QCOMPARE(toFileName({"a", 0, 0.07, 0, "jpg"}), "a.0.0_07.0.jpg");
        QCOMPARE(toFileName({"a", 0, 0.999, 1, "jpg"}), "a.0.1_0.1.jpg");
    }

    void everyWrittenNameIsReadBack() {
        for (int hundredth = 0; hundredth <= 100; ++hundredth) {
            const ProposalName name{"a.b", hundredth, hundredth / 100.0, hundredth % 2, "jpg"};
            const auto parsed = parseProposalName(toFileName(name));
            QVERIFY(parsed.has_value());
            QCOMPARE(*parsed, name);
        }
    }
};

QTEST_GUILESS_MAIN(tst_ProposalName)
#include "tst_ProposalName.moc"
