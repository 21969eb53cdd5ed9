#include "core/base/Files.h"
#include "core/session/DatasetRegistry.h"
#include "core/store/RunStore.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/core/data/DrawnWalls.h"
#include "tests/ui/support/FakeSession.h"
#include "ui/common/Banner.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/RecentPaths.h"
#include "ui/data/DataPage.h"
#include "ui/data/PhotographPane.h"

#include <QAction>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

namespace {

/// Contents by name.
std::map<std::string, std::vector<std::byte>> contentOf(const fs::path& folder) {
    std::map<std::string, std::vector<std::byte>> content;
    for (const auto& entry : fs::directory_iterator(folder)) {
        content[entry.path().filename().string()] = readFile(entry.path()).value();
    }
    return content;
}

} // namespace

class tst_DataPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fissure::test::drawWalls(root(), 3);
        m_workspace = *Workspace::open(root() / "workspace");
        m_library = std::make_unique<DatasetLibrary>(*m_workspace, m_clock);
    }

    void cleanup() {
        m_page.reset();
        m_builder.reset();
        m_library.reset();
    }

    /// The whole way of a user: choose, look, set, build, see what came of it, use it.
    void photographsBecomeADataSetForARun() {
        openPage();
        QSignalSpy used(m_page.get(), &DataPage::useRequested);
        child<QPushButton>("emptyStateAction").click();
        type("imagesFolder", root() / "images");
        QTRY_VERIFY2(counts().contains(QStringLiteral("no crack kept")), qPrintable(counts()));
        child<QSlider>("crackIouSlider").setValue(40);
        child<QSpinBox>("negatives").setValue(40);
        child<QSpinBox>("cropSize").setValue(32);
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        child<QPushButton>("buildProposals").click();
        QVERIFY(m_builder->isRunning());
        QTRY_VERIFY(!m_builder->isRunning());

        const fs::path out = root() / "proposals";
        QTRY_COMPARE(child<QLabel>("datasetPhotographs").text(), QStringLiteral("3"));
        QVERIFY(child<QTableView>("datasetTable").isVisible());
        const auto index = scanProposals(out).value();
        QVERIFY(banner().contains(QString::number(index.proposals.size())));
        QCOMPARE(child<HistogramChart>("datasetHistogram").threshold(), std::optional(0.4));
        QCOMPARE(readDatasetFile(out)->recipe.labelIou, 0.4);
        QCOMPARE(child<QLabel>("datasetRuns").text(), QStringLiteral("No run has used it yet."));
        child<QAction>("useForValidation").trigger();
        QCOMPARE(used.count(), 1);
        QCOMPARE(used[0][0].value<std::string>(), out.string());
        QCOMPARE(used[0][1].value<DatasetRole>(), DatasetRole::Valid);
    }

    void pageAndCommandLineGiveTheSameBytes() {
        openPage();
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        type("outFolder", root() / "page");
        child<QSpinBox>("negatives").setValue(30);
        child<QSpinBox>("cropSize").setValue(48);
        child<QSlider>("crackIouSlider").setValue(35);
        child<QCheckBox>("groundTruthCrops").setChecked(true);
        buildAndWait();
        const auto text = [](const fs::path& path) { return QString::fromStdString(path.string()); };
        const fissure::test::Output built = fissure::test::runProgram(
            {QStringLiteral("--workspace"), text(root() / "none"), QStringLiteral("proposals"),
             QStringLiteral("build"), QStringLiteral("--images"), text(root() / "images"),
             QStringLiteral("--masks"), text(root() / "masks"), QStringLiteral("--out"),
             text(root() / "line"), QStringLiteral("--negatives"), QStringLiteral("30"),
             QStringLiteral("--size"), QStringLiteral("48"), QStringLiteral("--label-iou"),
             QStringLiteral("0.35"), QStringLiteral("--ground-truth-crops")});
        QVERIFY2(built.code == 0, built.err.c_str());
        QVERIFY(contentOf(root() / "page").size() > 30);
        QCOMPARE(contentOf(root() / "page"), contentOf(root() / "line"));
        QCOMPARE(readDatasetFile(root() / "page")->fingerprint,
                 readDatasetFile(root() / "line")->fingerprint);
    }

    void wrongFoldersDisableTheBuildAndSayWhy() {
        openPage();
        child<QPushButton>("newDataset").click();
        QVERIFY(!child<QPushButton>("buildProposals").isEnabled());
        type("imagesFolder", root() / "nowhere");
        QTRY_VERIFY(!child<QLabel>("imagesFolderReason").text().isEmpty());
        QVERIFY(!child<QPushButton>("buildProposals").isEnabled());
        type("imagesFolder", root() / "images");
        type("outFolder", root() / "images");
        QTRY_VERIFY(state().contains(QStringLiteral("already holds files")));
        QVERIFY(!child<QPushButton>("buildProposals").isEnabled());
        type("outFolder", root() / "out");
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        QCOMPARE(state(), QStringLiteral("Ready to cut up 3 photograph(s)."));
    }

    void progressIsShownInBothViewsAndCanBeCancelled() {
        openPage([](const BuildRequest& request, const BuildProgressCallback& onProgress,
                    std::stop_token stop) -> Result<BuildReport> {
            onProgress({1, 4, 2.0, std::chrono::seconds(90)});
            ui::test::waitForStop(stop);
            BuildReport report = buildProposals(request, {}, {}).value();
            report.isComplete = false;
            return report;
        });
        startBuild();
        QTRY_VERIFY2(state().startsWith(QStringLiteral("1 of 4 photographs")), qPrintable(state()));
        QVERIFY2(state().endsWith(QStringLiteral("left")), qPrintable(state()));
        QCOMPARE(child<QProgressBar>("buildProgress").value(), 1);
        QCOMPARE(child<QProgressBar>("buildProgress").maximum(), 4);
        QVERIFY(!child<QPushButton>("buildProposals").isVisible());
        QVERIFY(!child<QLineEdit>("imagesFolder").isEnabled());
        child<QPushButton>("backToDatasets").click();
        QCOMPARE(child<QPushButton>("newDataset").text(), QStringLiteral("Building, 25 %"));
        child<QPushButton>("newDataset").click();
        child<QPushButton>("cancelBuild").click();
        QCOMPARE(state(), QStringLiteral("Cancelling…"));
        QVERIFY(!child<QPushButton>("cancelBuild").isEnabled());
        QTRY_VERIFY(!m_builder->isRunning());
        QVERIFY2(banner().startsWith(QStringLiteral("The build is not complete:")), qPrintable(banner()));
        QTRY_COMPARE(m_library->datasets().size(), std::size_t(1));
        QCOMPARE(child<QPushButton>("newDataset").text(), QStringLiteral("New data set"));
        QVERIFY(child<QLineEdit>("imagesFolder").isEnabled());
    }

    void cancelActsWithinTwoSeconds() {
        for (int i = 3; i < 40; ++i) {
            const DrawnPhotograph drawn = drawConcrete(400, static_cast<std::uint64_t>(i));
            const std::string name = "wall_" + std::to_string(i);
            QVERIFY(writeImage(root() / "images" / (name + ".jpg"), drawn.image).has_value());
            QVERIFY(writeMask(root() / "masks" / (name + ".png"), drawn.mask).has_value());
        }
        openPage();
        startBuild();
        QTRY_VERIFY_WITH_TIMEOUT(state().contains(QStringLiteral(" photographs, ")), 30'000);
        QElapsedTimer timer;
        timer.start();
        child<QPushButton>("cancelBuild").click();
        QTRY_VERIFY(!m_builder->isRunning());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancelledReplacementLeavesTheDataSetThatWasThere() {
        openPage([](const BuildRequest&, const BuildProgressCallback&,
                    std::stop_token stop) -> Result<BuildReport> {
            ui::test::waitForStop(stop);
            return failure(ErrorCode::Stopped, "/data/out",
                           "the build was stopped; the data set that was there stays as it was");
        });
        startBuild();
        child<QPushButton>("cancelBuild").click();
        QTRY_VERIFY(!m_builder->isRunning());
        QCOMPARE(banner(),
                 QStringLiteral("The build was stopped; the data set that was there stays as it was."));
    }

    void failedBuildIsSaidInTheBanner() {
        openPage([](const BuildRequest& request, const BuildProgressCallback&,
                    std::stop_token) -> Result<BuildReport> {
            return failure(ErrorCode::Unwritable, request.out.string(), "there is no space left on the disk");
        });
        startBuild();
        child<QPushButton>("backToDatasets").click();
        QTRY_VERIFY(!m_builder->isRunning());
        QVERIFY(child<QPushButton>("buildProposals").isVisible());
        QVERIFY2(banner().contains(QStringLiteral("no space left")), qPrintable(banner()));
        QVERIFY(banner().contains(QString::fromStdString((root() / "proposals").string())));
    }

    void whatTheBuildLeftOutIsListedWithTheReason() {
        fs::remove(root() / "masks" / "wall_1.png");
        QVERIFY(writeFileAtomically(root() / "images" / "notes.txt", "x").has_value());
        openPage();
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        child<QSpinBox>("cropSize").setValue(32);
        buildAndWait();
        QTRY_COMPARE(child<QLabel>("datasetPhotographs").text(), QStringLiteral("2"));
        child<QToolButton>("skippedFold").click();
        const auto& list = child<QListWidget>("skippedList");
        QCOMPARE(list.count(), 2);
        QVERIFY(list.item(0)->text().startsWith(QStringLiteral("notes.txt: ")));
        QVERIFY(list.item(1)->text().startsWith(QStringLiteral("wall_1.jpg: ")));
        QVERIFY(visibleText(QStringLiteral("left files out: 2.")));
    }

    void dataSetOfOtherPhotographsIsReplacedOnlyWhenConfirmed() {
        openPage();
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        child<QSpinBox>("cropSize").setValue(32);
        buildAndWait();
        QTRY_COMPARE(m_library->datasets().size(), std::size_t(1));
        fs::create_directories(root() / "valid" / "images");
        fs::create_directories(root() / "valid" / "masks");
        fs::copy_file(root() / "images" / "wall_1.jpg", root() / "valid" / "images" / "wall_1.jpg");
        fs::copy_file(root() / "masks" / "wall_1.png", root() / "valid" / "masks" / "wall_1.png");
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "valid" / "images");
        type("outFolder", root() / "proposals");
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());

        child<QPushButton>("buildProposals").click();
        QVERIFY(!m_builder->isRunning());
        auto* question = m_page->findChild<QMessageBox*>(QStringLiteral("replaceDatasetQuestion"));
        QVERIFY(question != nullptr);
        QVERIFY(question->text().contains(QString::fromStdString((root() / "proposals").string())));
        QVERIFY(question->informativeText().contains(QString::fromStdString((root() / "images").string())));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(m_page->findChild<QMessageBox*>(QStringLiteral("replaceDatasetQuestion")) == nullptr);
        QVERIFY(!m_builder->isRunning());
        QCOMPARE(readDatasetFile(root() / "proposals")->imagesUsed, std::int64_t(3));

        child<QPushButton>("buildProposals").click();
        m_page->findChild<QPushButton*>(QStringLiteral("replaceDatasetConfirm"))->click();
        QTRY_VERIFY(!m_builder->isRunning());
        QCOMPARE(readDatasetFile(root() / "proposals")->imagesUsed, std::int64_t(1));
    }

    void reasonLeadsToItsField() {
        openPage();
        child<QPushButton>("newDataset").click();
        QTRY_VERIFY2(state().contains(QStringLiteral("Choose the folder of photographs.")),
                     qPrintable(state()));
        child<QPushButton>("backToDatasets").setFocus();
        Q_EMIT child<QLabel>("buildState").linkActivated(QStringLiteral("#"));
        QVERIFY(m_page->window()->focusWidget() == &child<QLineEdit>("imagesFolder"));
    }

    void otherTargetLeavesThePhotographAlone() {
        openPage();
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        QTRY_VERIFY2(counts().contains(QStringLiteral("no crack kept")), qPrintable(counts()));
        auto* pane = m_page->findChild<PhotographPane*>();
        QSignalSpy wanted(pane, &PhotographPane::photographWanted);
        type("outFolder", root() / "images");
        QTRY_VERIFY(state().contains(QStringLiteral("already holds files")));
        type("outFolder", root() / "elsewhere");
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        QCOMPARE(wanted.count(), 0);
    }

    void formIsKeptOverARestart() {
        openPage();
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        type("outFolder", root() / "mine");
        child<QSpinBox>("negatives").setValue(40);
        child<QSlider>("crackIouSlider").setValue(35);
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        const QByteArray kept = m_page->saveState();
        openPage();
        m_page->restoreState(kept);
        child<QPushButton>("newDataset").click();
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        QCOMPARE(child<QLineEdit>("outFolder").text(), QString::fromStdString((root() / "mine").string()));
        QCOMPARE(child<QSpinBox>("negatives").value(), 40);
        QCOMPARE(child<QSlider>("crackIouSlider").value(), 35);
        QTRY_VERIFY2(counts().contains(QStringLiteral("no crack kept")), qPrintable(counts()));
    }

    void runsOfADataSetAreAskedForByAClickOnTheirNumber() {
        const std::string folder = buildListed("used");
        const RunId run = runOn(folder);
        openPage();
        QSignalSpy wanted(m_page.get(), &DataPage::runsRequested);
        auto& table = child<QTableView>("datasetTable");
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QTRY_COMPARE(child<QLabel>("datasetRuns").text(), QStringLiteral("Used by 1 run(s): 1."));
        const QModelIndex count = table.model()->index(0, 6);
        QCOMPARE(count.data().toString(), QStringLiteral("1"));
        table.scrollTo(count);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(count).center());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][1].value<std::vector<RunId>>(), std::vector<RunId>{run});
        child<QPushButton>("showRuns").click();
        QCOMPARE(wanted.count(), 2);
    }

    void missingFolderCannotBeUsedButForgotten() {
        QVERIFY(listDataset(*m_workspace, m_clock, root() / "gone", "").has_value());
        openPage();
        QTRY_VERIFY(visibleText(QStringLiteral("the folder does not exist")));
        QVERIFY(!child<QPushButton>("useDataset").isEnabled());
        child<QPushButton>("forgetDataset").click();
        QTRY_VERIFY(m_library->datasets().empty());
        QTRY_VERIFY(child<QPushButton>("emptyStateAction").isVisible());
    }

    void unreadableWorkspaceIsSaidInTheListsPlace() {
        QVERIFY(writeFileAtomically(m_workspace->database(), std::string(4096, 'x')).has_value());
        openPage();
        QTRY_VERIFY(visibleText(QStringLiteral("The data sets cannot be read")));
    }

    void listThatCannotBeReadAnyMoreIsSaidInTheBanner() {
        QVERIFY(listDataset(*m_workspace, m_clock, root() / "gone", "").has_value());
        openPage();
        QTRY_COMPARE(child<QTableView>("datasetTable").model()->rowCount(), 1);
        execute("ALTER TABLE dataset RENAME TO hidden");
        m_library->refresh();
        QTRY_VERIFY(!banner().isEmpty());
        QVERIFY(child<QTableView>("datasetTable").isVisible());
        execute("ALTER TABLE hidden RENAME TO dataset");
        m_library->refresh();
        QTRY_VERIFY(!m_library->lookError());
        QTRY_VERIFY(banner().isEmpty());
    }

    void nothingIsSaidOfAListThatIsNotReadYet() {
        DatasetBuilder builder(&buildProposals);
        DataPage page(*m_library, builder, m_recent);
        QVERIFY(!m_library->isRead());
        const auto buttons = page.findChildren<QPushButton*>(QStringLiteral("emptyStateAction"));
        const auto isSaid = [&] {
            return std::ranges::any_of(buttons,
                                       [&](const QPushButton* each) { return each->isVisibleTo(&page); });
        };
        QVERIFY(!isSaid());
        m_library->refresh();
        QTRY_VERIFY(isSaid());
    }

    void stateOfThePageIsKept() {
        openPage();
        const QByteArray state = m_page->saveState();
        m_page->restoreState(QByteArray("nonsense"));
        m_page->restoreState(state);
        QCOMPARE(m_page->saveState(), state);
    }

private:
    fs::path root() const { return fs::canonical(m_folder->path().toStdString()); }

    void openPage(DatasetBuilder::Build build = &buildProposals) {
        m_page.reset();
        m_builder = std::make_unique<DatasetBuilder>(std::move(build));
        m_page = std::make_unique<DataPage>(*m_library, *m_builder, m_recent);
        m_page->resize(1200, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_VERIFY(m_library->isRead() || m_library->lookError());
    }

    void execute(const char* sql) const {
        SQLite::Database(m_workspace->database().string(), SQLite::OPEN_READWRITE).exec(sql);
    }

    void startBuild() {
        child<QPushButton>("newDataset").click();
        type("imagesFolder", root() / "images");
        child<QSpinBox>("cropSize").setValue(32);
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        child<QPushButton>("buildProposals").click();
        QVERIFY(m_builder->isRunning());
    }

    void buildAndWait() {
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        child<QPushButton>("buildProposals").click();
        QTRY_VERIFY(!m_builder->isRunning());
    }

    std::string buildListed(const char* name) {
        BuildRequest request;
        request.images = root() / "images";
        request.groundTruth = {GroundTruthFormat::Masks, root() / "masks"};
        request.out = root() / name;
        request.recipe.cropSizePx = 16;
        request.recipe.negatives = 10;
        const BuildReport report = buildProposals(request, {}, {}).value();
        return listDataset(*m_workspace, m_clock, report.folder, report.fingerprint)
            .map([&] { return report.folder.string(); })
            .value();
    }

    RunId runOn(const std::string& folder) const {
        NewRun run;
        run.uuid = std::string(32, 'a');
        run.datasets = {{DatasetRole::Train, folder, ""}};
        return (*RunStore::open(*m_workspace, m_clock))->createRun(run).value();
    }

    /// As typed: without what was proposed before.
    void type(const char* name, const fs::path& path) {
        auto& line = child<QLineEdit>(name);
        line.setText(QString::fromStdString(path.string()).chopped(1));
        line.setFocus();
        QTest::keyClick(&line, path.string().back());
    }

    QString state() { return child<QLabel>("buildState").text(); }
    QString counts() { return child<QLabel>("proposalCounts").text(); }

    QString banner() const {
        for (const Banner* banner : m_page->findChildren<Banner*>()) {
            if (banner->isVisible()) {
                return banner->text();
            }
        }
        return {};
    }

    bool visibleText(const QString& part) const {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    /// The one that is visible, where there are several of that name.
    template <class Object>
    Object& child(const char* name) const {
        Object* found = nullptr;
        for (Object* each : m_page->findChildren<Object*>(QLatin1String(name))) {
            bool isVisible = true;
            if constexpr (std::is_base_of_v<QWidget, Object>) {
                isVisible = each->isVisible();
            }
            found = found == nullptr || isVisible ? each : found;
        }
        if (found == nullptr) {
            qFatal("there is no %s", name);
        }
        return *found;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<DatasetLibrary> m_library;
    RecentPaths m_recent;
    std::unique_ptr<DatasetBuilder> m_builder;
    std::unique_ptr<DataPage> m_page;
};

QTEST_MAIN(tst_DataPage)
#include "tst_DataPage.moc"
