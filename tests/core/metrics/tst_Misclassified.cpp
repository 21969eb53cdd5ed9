#include "core/metrics/Misclassified.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fissure;

namespace {

Prediction prediction(const char* file, double iou, int label, double probability, double loss) {
    return {file, iou, label, probability, loss};
}

std::vector<std::string> filesOf(const std::vector<Prediction>& predictions) {
    std::vector<std::string> files;
    for (const Prediction& each : predictions) {
        files.push_back(each.file);
    }
    return files;
}

} // namespace

class tst_Misclassified : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWrongAnswersAreKeptInTheirOrder() {
        const std::vector<Prediction> all{
            prediction("hit", 0.7, 1, 0.5, 0.6), prediction("miss", 0.7, 1, 0.49, 0.7),
            prediction("false alarm", 0.1, 0, 0.5, 0.7), prediction("rightly none", 0.1, 0, 0.49, 0.6)};
        QCOMPARE(filesOf(misclassified(all, 0.5)), (std::vector<std::string>{"miss", "false alarm"}));
        QCOMPARE(filesOf(misclassified(all, 0.495)), (std::vector<std::string>{"miss", "false alarm"}));
        QCOMPARE(filesOf(misclassified(all, 0.4)), (std::vector<std::string>{"false alarm", "rightly none"}));
    }

    void ordersPutTheirFirstFirst_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("loss") << "loss"
                              << "b"
                              << "c";
        QTest::newRow("confidence") << "confidence"
                                    << "a"
                                    << "c";
        QTest::newRow("iou") << "iou"
                             << "c"
                             << "b";
        QTest::newRow("distance") << "distance"
                                  << "a"
                                  << "b";
    }
    void ordersPutTheirFirstFirst() {
        QFETCH(QString, name);
        QFETCH(QString, first);
        QFETCH(QString, last);
        std::vector<Prediction> wrong{prediction("c", 0.9, 1, 0.45, 0.1), prediction("a", 0.48, 0, 0.99, 2.0),
                                      prediction("b", 0.01, 0, 0.8, 3.0)};
        sortErrors(wrong, errorOrderFromName(name.toStdString()).value(), 0.5, 0.5);
        QCOMPARE(QString::fromStdString(wrong.front().file), first);
        QCOMPARE(QString::fromStdString(wrong.back().file), last);
    }

    void tiesGoByFileName() {
        std::vector<Prediction> wrong{prediction("b", 0.5, 1, 0.1, 1.0), prediction("a", 0.5, 1, 0.1, 1.0)};
        sortErrors(wrong, ErrorOrder::Loss, 0.5, 0.5);
        QCOMPARE(filesOf(wrong), (std::vector<std::string>{"a", "b"}));
    }

    void whatIsNoNumberComesLastWhateverTheOrderBefore() {
        std::vector<Prediction> wrong;
        for (int i = 0; i < 40; ++i) {
            const double loss = i % 3 == 0 ? std::nan("") : i;
            wrong.push_back(prediction(std::to_string(100 + i).c_str(), 0.5, 1, 0.1, loss));
        }
        std::ranges::reverse(wrong);
        sortErrors(wrong, ErrorOrder::Loss, 0.5, 0.5);
        QCOMPARE(wrong.front().file, std::string("138"));
        const auto firstNan =
            std::ranges::find_if(wrong, [](const Prediction& each) { return std::isnan(each.loss); });
        QVERIFY(
            std::all_of(firstNan, wrong.end(), [](const Prediction& each) { return std::isnan(each.loss); }));
        QCOMPARE(wrong.end() - firstNan, std::ptrdiff_t(14));
    }

    void unknownOrderHasNoName() { QVERIFY(!errorOrderFromName("Loss")); }
};

QTEST_APPLESS_MAIN(tst_Misclassified)
#include "tst_Misclassified.moc"
