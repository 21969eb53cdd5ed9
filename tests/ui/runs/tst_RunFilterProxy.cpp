#include "tests/ui/runs/SampleRuns.h"
#include "ui/runs/RunFilterProxy.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
using test::sampleSummary;

namespace {

std::vector<std::int64_t> shown(const RunFilterProxy& proxy) {
    std::vector<std::int64_t> ids;
    for (int row = 0; row < proxy.rowCount(); ++row) {
        ids.push_back(proxy.runAt(row).id.value);
    }
    return ids;
}

using Ids = std::vector<std::int64_t>;

} // namespace

class tst_RunFilterProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        RunSummary one = sampleSummary(1, "Baseline", 2);
        one.tags = {"night", "uav"};
        RunSummary two = sampleSummary(2, "weighted 1:2", 10);
        two.config.sampler = Sampler::Weighted;
        two.status = RunStatus::Failed;
        RunSummary three = sampleSummary(3, "focal", 0);
        three.config.loss = Loss::Focal;
        three.config.backbone = Backbone::ResNet18;
        three.status = RunStatus::Running;
        m_model = std::make_unique<RunTableModel>();
        m_model->setRuns({three, two, one}, {});
        m_proxy = std::make_unique<RunFilterProxy>(*m_model);
    }

    void proxyIsAValidModelWhileItFiltersAndSorts() {
        QAbstractItemModelTester tester(m_proxy.get(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_proxy->sort(static_cast<int>(RunColumn::ValidationLoss));
        m_proxy->setSearchText(QStringLiteral("w"));
        m_proxy->setSearchText({});
        m_proxy->setStatus(RunStatus::Failed);
        m_model->setRuns({sampleSummary(9, "later"), sampleSummary(1, "Baseline")}, {});
        m_proxy->setStatus(std::nullopt);
        QCOMPARE(m_proxy->rowCount(), 2);
    }

    void numbersSortByValueNotByText() {
        m_proxy->sort(static_cast<int>(RunColumn::ValidationLoss), Qt::AscendingOrder);
        QCOMPARE(shown(*m_proxy), (Ids{2, 1, 3})); // 0.1, 0.5, none
        m_model->setRuns({sampleSummary(10, "ten"), sampleSummary(9, "nine"), sampleSummary(2, "two")}, {});
        m_proxy->sort(static_cast<int>(RunColumn::Number), Qt::AscendingOrder);
        QCOMPARE(shown(*m_proxy), (Ids{2, 9, 10}));
    }

    void missingValuesComeLastInEitherOrder() {
        m_proxy->sort(static_cast<int>(RunColumn::F1), Qt::AscendingOrder);
        QCOMPARE(shown(*m_proxy).back(), std::int64_t{3});
        m_proxy->sort(static_cast<int>(RunColumn::F1), Qt::DescendingOrder);
        QCOMPARE(shown(*m_proxy).back(), std::int64_t{3});
        m_proxy->sort(static_cast<int>(RunColumn::ValidationLoss), Qt::DescendingOrder);
        QCOMPARE(shown(*m_proxy), (Ids{1, 2, 3}));
    }

    void namesSortWithoutRegardToCase() {
        m_model->setRuns({sampleSummary(3, "beta"), sampleSummary(2, "Gamma"), sampleSummary(1, "Alpha")},
                         {});
        m_proxy->sort(static_cast<int>(RunColumn::Name), Qt::AscendingOrder);
        const Ids ids = shown(*m_proxy);
        QVERIFY(std::ranges::find(ids, 1) < std::ranges::find(ids, 2));
    }

    void searchFindsNameTagNumberStateAndSettings_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("name, other case") << QStringLiteral("baseLINE") << QList<int>{1};
        QTest::newRow("tag") << QStringLiteral("uav") << QList<int>{1};
        QTest::newRow("number") << QStringLiteral("3")
                                << QList<int>{3, 2, 1}; // "resnext50_32x4d" has one, too
        QTest::newRow("state") << QStringLiteral("failed") << QList<int>{2};
        QTest::newRow("backbone") << QStringLiteral("resnet18") << QList<int>{3};
        QTest::newRow("sampler") << QStringLiteral("weighted") << QList<int>{2};
        QTest::newRow("loss") << QStringLiteral("focal") << QList<int>{3};
        QTest::newRow("all words") << QStringLiteral("base night") << QList<int>{1};
        QTest::newRow("not all words") << QStringLiteral("base focal") << QList<int>{};
        QTest::newRow("blanks only") << QStringLiteral("   ") << QList<int>{3, 2, 1};
    }
    void searchFindsNameTagNumberStateAndSettings() {
        QFETCH(QString, text);
        QFETCH(QList<int>, expected);
        m_proxy->setSearchText(text);
        QCOMPARE(shown(*m_proxy), Ids(expected.begin(), expected.end()));
    }

    void stateAndSearchWorkTogether() {
        m_proxy->setStatus(RunStatus::Finished);
        QCOMPARE(shown(*m_proxy), (Ids{1}));
        QVERIFY(m_proxy->isFiltering());
        m_proxy->setSearchText(QStringLiteral("weighted"));
        QCOMPARE(m_proxy->rowCount(), 0);
        m_proxy->setStatus(std::nullopt);
        QCOMPARE(shown(*m_proxy), (Ids{2}));
    }

    void someRunsAloneAreShownAndStillSearched() {
        m_proxy->setOnly({RunId{3}, RunId{1}, RunId{77}});
        QCOMPARE(shown(*m_proxy), (Ids{3, 1}));
        QVERIFY(m_proxy->isFiltering());
        m_proxy->setSearchText(QStringLiteral("focal"));
        QCOMPARE(shown(*m_proxy), (Ids{3}));
        m_proxy->setSearchText({});
        m_proxy->setOnly({});
        QCOMPARE(m_proxy->rowCount(), 3);
        QVERIFY(!m_proxy->isFiltering());
    }

    void indexOfAHiddenRunIsInvalid() {
        QVERIFY(m_proxy->indexOf(RunId{2}).isValid());
        m_proxy->setStatus(RunStatus::Finished);
        QVERIFY(!m_proxy->indexOf(RunId{2}).isValid());
        QVERIFY(!m_proxy->indexOf(RunId{77}).isValid());
    }

    void runThatEndsMovesToItsPlaceWhenSorted() {
        m_proxy->sort(static_cast<int>(RunColumn::ValidationLoss), Qt::AscendingOrder);
        m_model->setRuns(
            {sampleSummary(3, "focal", 50), sampleSummary(2, "weighted", 10), sampleSummary(1, "Base", 2)},
            {});
        QCOMPARE(shown(*m_proxy), (Ids{3, 2, 1}));
    }

    void tenThousandRunsSortQuickly() {
        std::vector<RunSummary> runs;
        for (int i = 10'000; i > 0; --i) {
            runs.push_back(sampleSummary(i, "run", 1 + i % 7));
        }
        m_proxy->setSourceModel(nullptr);
        RunTableModel model;
        model.setRuns(runs, {});
        RunFilterProxy proxy(model);
        QElapsedTimer timer;
        timer.start();
        proxy.sort(static_cast<int>(RunColumn::ValidationLoss), Qt::AscendingOrder);
        proxy.setSearchText(QStringLiteral("resnext50"));
        QCOMPARE(proxy.rowCount(), 10'000);
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    std::unique_ptr<RunTableModel> m_model;
    std::unique_ptr<RunFilterProxy> m_proxy;
};

QTEST_MAIN(tst_RunFilterProxy)
#include "tst_RunFilterProxy.moc"
