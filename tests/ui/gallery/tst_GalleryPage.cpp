#include "core/data/ImageFile.h"
#include "core/data/Manifest.h"
#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"
#include "tests/support/TestImages.h"
#include "tests/ui/support/FakeSession.h"
#include "ui/common/Banner.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Palette.h"
#include "ui/gallery/CropGrid.h"
#include "ui/gallery/EnlargedView.h"
#include "ui/gallery/GalleryPage.h"
#include "ui/gallery/MarkLabel.h"
#include "ui/gallery/SourceView.h"
#include "ui/run/RunLibrary.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

namespace fissure::ui {

namespace {

constexpr int kCrops = 10;

} // namespace

class tst_GalleryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(path("workspace").toStdString());
        m_crops = fissure::test::writeCrops(path("valid").toStdString(), kCrops, 32);
    }

    void cleanup() {
        m_page.reset();
        m_library.reset();
    }

    void workspaceWithoutRunsOffersTheForm() {
        openPage();
        QTRY_VERIFY(!child<QComboBox>("galleryRun").isEnabled());
        QSignalSpy asked(m_page.get(), &GalleryPage::newRunRequested);
        for (EmptyState* state : m_page->findChildren<EmptyState*>()) {
            if (state->isVisible()) {
                state->findChild<QPushButton*>()->click();
            }
        }
        QCOMPARE(asked.count(), 1);
    }

    void runWithoutAnEpochSaysWhenThereWillBePredictions() {
        makeRun("young", 0);
        openPage();
        QTRY_COMPARE(child<QComboBox>("galleryRun").count(), 1);
        QTRY_VERIFY(visibleText(QStringLiteral("has not completed an epoch")));
    }

    void predictionsThatCannotBeReadAreSaidSoAndCanBeReadAgain() {
        makeRun("run", 1);
        alterDatabase("ALTER TABLE prediction RENAME TO hidden");
        openPage();
        auto& unreadable = child<EmptyState>("galleryUnreadable");
        QTRY_VERIFY(unreadable.isVisible());
        QVERIFY(visibleText(QStringLiteral("The predictions cannot be read")));
        alterDatabase("ALTER TABLE hidden RENAME TO prediction");
        unreadable.findChild<QPushButton*>()->click();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QVERIFY(!unreadable.isVisible());
    }

    void runsThatCannotBeReadAreNotSaidToBeNone() {
        const QString database = QString::fromStdString(m_workspace->database().string());
        {
            QFile file(database);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        }
        openPage();
        auto& unreadable = child<EmptyState>("galleryUnreadable");
        QTRY_VERIFY(unreadable.isVisible());
        QVERIFY(visibleText(QStringLiteral("The runs cannot be read")));
        QVERIFY(visibleText(QStringLiteral("is damaged")));
        QVERIFY(QFile::remove(database));
        makeRun("mended", 1);
        unreadable.findChild<QPushButton*>()->click();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QVERIFY(!unreadable.isVisible());
    }

    void newestRunWithPredictionsIsShown() {
        makeRun("older", 1);
        makeRun("younger", 1);
        makeRun("just begun", 0);
        openPage();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QVERIFY(child<QComboBox>("galleryRun").currentText().contains(QStringLiteral("younger")));
        QCOMPARE(child<QAbstractButton>("chipFalsePositives").text(), QStringLiteral("False positives 2"));
        QCOMPARE(child<QAbstractButton>("chipFalseNegatives").text(), QStringLiteral("False negatives 2"));
    }

    void runAskedForBeforeItIsListedAppears() {
        makeRun("first", 1);
        openPage();
        QTRY_COMPARE(child<QComboBox>("galleryRun").count(), 1);
        const RunId second = makeRun("second", 1);
        makeRun("third", 1);
        m_page->showRun(second);
        QTRY_COMPARE(m_page->run(), second);
        QTRY_COMPARE(child<QComboBox>("galleryRun").count(), 3);
        QVERIFY(child<QComboBox>("galleryRun").currentText().contains(QStringLiteral("second")));
    }

    void arrowKeysWalkAndSpaceEnlarges() {
        makeRun("run", 1);
        openPage();
        auto& grid = child<CropGrid>("galleryGrid");
        QTRY_COMPARE(grid.currentIndex().row(), 0);
        grid.setFocus();
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.currentIndex().row(), 1);
        QCOMPARE(child<ElidedLabel>("proposalFile").text(),
                 QString::fromStdString(m_page->model().prediction(1).file));
        QTest::keyClick(&grid, Qt::Key_Space);
        auto* enlarged = m_page->findChild<EnlargedView*>();
        QVERIFY(enlarged != nullptr && enlarged->isVisible());
        QTest::keyClick(enlarged, Qt::Key_Right);
        QCOMPARE(grid.currentIndex().row(), 2);
        auto* caption = enlarged->findChild<QLabel*>(QStringLiteral("enlargedCaption"));
        QVERIFY(caption->text().contains(QString::fromStdString(m_page->model().prediction(2).file)));
        QTest::keyClick(enlarged, Qt::Key_Escape);
        QVERIFY(!enlarged->isVisible());
        QTest::keyClick(&grid, Qt::Key_Space);
        QVERIFY(enlarged->isVisible());
        QTest::keyClick(enlarged, Qt::Key_Space);
        QVERIFY(!enlarged->isVisible());
    }

    void keysMarkAndTheSameKeyTakesTheMarkAway() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        const std::string file = m_page->model().prediction(0).file;
        press(grid, Qt::Key_W);
        QCOMPARE(m_page->model().mark(0), std::optional(Mark::WrongLabel));
        QCOMPARE(child<MarkLabel>("proposalMark").text(), QStringLiteral("Wrong label"));
        QTRY_COMPARE(markOf(stored(), file), std::optional(Mark::WrongLabel));
        press(grid, Qt::Key_S);
        QTRY_COMPARE(markOf(stored(), file), std::optional(Mark::OfInterest));
        press(grid, Qt::Key_S);
        QTRY_VERIFY(stored().empty());
        QCOMPARE(child<MarkLabel>("proposalMark").text(), QString(QChar(0x2013)));
        for (const Qt::Key key : {Qt::Key_0, Qt::Key_Delete}) {
            press(grid, Qt::Key_U);
            QTRY_COMPARE(markOf(stored(), file), std::optional(Mark::Unclear));
            press(grid, key);
            QTRY_VERIFY(stored().empty());
        }
        QCOMPARE(grid.currentIndex().row(), 0);
    }

    void contextMenuMarksAndShowsTheKeys() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        QCOMPARE(grid.contextMenuPolicy(), Qt::ActionsContextMenu);
        QStringList texts;
        for (const QAction* action : grid.actions()) {
            texts << action->text() + QLatin1Char(' ') + action->shortcut().toString();
        }
        QCOMPARE(texts.join(QLatin1Char('|')),
                 QStringLiteral("Mark as wrong label W|Mark as unclear U|Mark as of interest S|"
                                "Clear the mark 0"));
        auto* clear = grid.actions().last();
        QVERIFY(!clear->isEnabled());
        grid.actions().at(1)->trigger();
        QVERIFY(grid.actions().at(1)->isChecked() && clear->isEnabled());
        QTRY_COMPARE(stored().size(), std::size_t(1));
        press(grid, Qt::Key_Right);
        QVERIFY(!grid.actions().at(1)->isChecked() && !clear->isEnabled());
    }

    void markIsThereInEveryRunOfTheFolder() {
        makeRun("older", 1);
        const RunId younger = makeRun("younger", 1);
        openPage();
        press(focusedGrid(), Qt::Key_U);
        QTRY_COMPARE(stored().size(), std::size_t(1));
        const std::string file = m_page->model().prediction(0).file;
        m_page->showRun(RunId{1});
        QVERIFY(m_page->run() != younger);
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QCOMPARE(m_page->model().mark(*m_page->model().rowOf(file)), std::optional(Mark::Unclear));
        openPage(); // at the next start, too
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QTRY_COMPARE(m_page->model().mark(*m_page->model().rowOf(file)), std::optional(Mark::Unclear));
    }

    void enlargedProposalIsMarkedByTheSameKeys() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        press(grid, Qt::Key_Space);
        auto* enlarged = m_page->findChild<EnlargedView*>();
        QVERIFY(enlarged != nullptr && QTest::qWaitForWindowActive(enlarged));
        QTRY_COMPARE(QApplication::focusWidget(), enlarged); // else its keys are nobody's
        auto* mark = enlarged->findChild<MarkLabel*>(QStringLiteral("enlargedMark"));
        QVERIFY(mark->isHidden());
        press(*enlarged, Qt::Key_S);
        QVERIFY(mark->isVisible());
        QCOMPARE(mark->text(), QStringLiteral("Of interest"));
        QTRY_COMPARE(stored().size(), std::size_t(1));
        press(*enlarged, Qt::Key_Right);
        QVERIFY(mark->isHidden());
        QCOMPARE(grid.currentIndex().row(), 1);
        QCOMPARE(enlarged->actions(), grid.actions());
    }

    void markedProposalLeavesTheUnmarkedOnesToTheNext() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        child<QComboBox>("galleryMarks").setCurrentIndex(static_cast<int>(MarkChoice::Unmarked));
        grid.setCurrentIndex(m_page->model().index(1, 0));
        const std::string next = m_page->model().prediction(2).file;
        grid.setFocus();
        press(grid, Qt::Key_W);
        QCOMPARE(m_page->model().rowCount(), 3);
        QCOMPARE(grid.currentIndex().row(), 1);
        QCOMPARE(m_page->model().prediction(1).file, next);
        QCOMPARE(child<QComboBox>("galleryMarks").currentText(), QStringLiteral("Unmarked 3"));
        press(grid, Qt::Key_Space);
        auto* enlarged = m_page->findChild<EnlargedView*>();
        QVERIFY(QTest::qWaitForWindowActive(enlarged));
        for (int left = 3; left > 0; --left) {
            QCOMPARE(m_page->model().rowCount(), left);
            QVERIFY(enlarged->isVisible());
            press(*enlarged, Qt::Key_U);
        }
        QVERIFY(!enlarged->isVisible());
        QVERIFY(visibleText(QStringLiteral("No proposal has this outcome and this mark")));
        QTRY_COMPARE(stored().size(), std::size_t(4));
    }

    void markOfAnotherProgramShowsWhereOneIs() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        press(grid, Qt::Key_Right);
        const auto store = RunStore::open(*m_workspace, m_clock);
        QVERIFY(
            (*store)
                ->setMark(path("valid").toStdString(), m_page->model().prediction(1).file, Mark::WrongLabel)
                .has_value());
        QTRY_COMPARE(child<MarkLabel>("proposalMark").text(), QStringLiteral("Wrong label"));
        QCOMPARE(grid.currentIndex().row(), 1);
    }

    void markThatCannotBeWrittenIsSaidInTheBanner() {
        makeRun("run", 1);
        alterDatabase("CREATE TRIGGER full BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'no room'); END");
        openPage();
        auto& grid = focusedGrid();
        press(grid, Qt::Key_W);
        auto* banner = m_page->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("no room")), qPrintable(banner->text()));
        QVERIFY(!m_page->model().mark(0).has_value());
        QCOMPARE(child<MarkLabel>("proposalMark").text(), QString(QChar(0x2013)));
    }

    void cardCarriesTheSignOfItsMark() {
        makeRun("run", 1);
        openPage();
        auto& grid = focusedGrid();
        const QRect card = grid.visualRect(m_page->model().index(0, 0));
        // The upper right corner of the crop.
        const QRect corner(card.right() - 40, card.top() + 12, 28, 28);
        const auto shot = [&] { return grid.viewport()->grab(corner).toImage(); };
        QTRY_VERIFY(isFirstCropDrawn(grid));
        std::vector<QImage> signs{shot()};
        for (const Qt::Key key : {Qt::Key_W, Qt::Key_U, Qt::Key_S}) {
            press(grid, key);
            signs.push_back(shot());
        }
        for (std::size_t i = 0; i < signs.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY2(signs[i] != signs[j], qPrintable(QString::number(i * 10 + j)));
            }
        }
    }

    void thresholdRecountsAtOnceAndKeepsTheCurrentProposal() {
        makeRun("run", 1);
        openPage();
        auto& grid = child<CropGrid>("galleryGrid");
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        grid.setCurrentIndex(m_page->model().index(3, 0));
        const std::string current = m_page->model().prediction(3).file;
        child<QAbstractButton>("chipAll").click();
        QCOMPARE(m_page->model().prediction(grid.currentIndex().row()).file, current);
        child<QSlider>("thresholdSlider").setValue(100);
        QCOMPARE(child<QAbstractButton>("chipFalseNegatives").text(), QStringLiteral("False negatives 5"));
        QCOMPARE(child<QAbstractButton>("chipFalsePositives").text(), QStringLiteral("False positives 0"));
        QCOMPARE(m_page->model().prediction(grid.currentIndex().row()).file, current);
    }

    void emptyFilterIsExplained() {
        makeRun("run", 1);
        openPage();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        child<QSlider>("thresholdSlider").setValue(100);
        child<QAbstractButton>("chipFalsePositives").click();
        QCOMPARE(m_page->model().rowCount(), 0);
        QVERIFY(visibleText(QStringLiteral("No proposal has this outcome")));
        QCOMPARE(child<QLabel>("proposalOutcome").text(), QStringLiteral("No proposal selected"));
    }

    void faultlessRunIsSaidSo() {
        makeRun("perfect", 1, /*wrong=*/0);
        openPage();
        QTRY_VERIFY(visibleText(QStringLiteral("No misclassified proposals")));
    }

    void cropsOfTheGridAreLoaded() {
        makeRun("run", 1);
        openPage();
        auto& grid = child<CropGrid>("galleryGrid");
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QTRY_VERIFY(isFirstCropDrawn(grid));
    }

    void cropThatCannotBeReadCarriesASign() {
        const std::string broken = m_crops.front();
        QFile file(path("valid") + QLatin1Char('/') + QString::fromStdString(broken));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no image");
        file.close();
        makeRun("run", 1);
        openPage();
        auto& grid = child<CropGrid>("galleryGrid");
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        const auto row = m_page->model().rowOf(broken);
        QVERIFY(row.has_value());
        const auto isSigned = [&grid, row] {
            // The sign stands in the middle of the square that the crop would fill.
            const QRect card = grid.visualRect(grid.model()->index(*row, 0));
            const int side = card.width() - 28;
            const QRect middle(card.left() + 16 + side / 2 - 12, card.top() + 12 + side / 2 - 12, 24, 24);
            const QColor sign = colorOf(Meaning::Muted, QApplication::palette());
            const QImage shot = grid.viewport()->grab(middle).toImage();
            for (int y = 0; y < shot.height(); ++y) {
                for (int x = 0; x < shot.width(); ++x) {
                    if (shot.pixelColor(x, y).rgb() == sign.rgb()) {
                        return true;
                    }
                }
            }
            return false;
        };
        QTRY_VERIFY(isSigned());
    }

    void goneFolderIsSaidOnceAndFiguresStay() {
        const RunId run = makeRun("run", 1);
        QVERIFY(QDir(path("valid")).removeRecursively());
        openPage();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        auto* banner = m_page->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(path("valid")));
        QTRY_COMPARE(child<SourceView>("proposalPhotograph").note(),
                     QStringLiteral("The folder of the proposals is gone."));
        QCOMPARE(m_page->run(), run);
    }

    void proposalsThatChangedSinceTheRunAreSaidSo() {
        makeRun("run", 1);
        makeRun("unchanged", 1, 2, presentFingerprint());
        openPage();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QTRY_VERIFY(child<SourceView>("proposalPhotograph").note().contains(QStringLiteral("no manifest")));
        auto* banner = m_page->findChild<Banner*>();
        QVERIFY(!banner->isVisible());
        // Built anew while another page was open.
        m_page->hide();
        fissure::test::writeCrops(path("valid").toStdString(), kCrops, 48);
        m_page->show();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("have changed since this run")),
                 qPrintable(banner->text()));
        QVERIFY(banner->text().contains(path("valid")));
        QCOMPARE(m_page->model().rowCount(), 4);
        // Of the first one it is not known what it saw.
        m_page->showRun(RunId{1});
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QVERIFY(!banner->isVisible());
    }

    void folderWithoutAManifestSaysWhyThereIsNoPhotograph() {
        makeRun("run", 1);
        openPage();
        QTRY_VERIFY(child<SourceView>("proposalPhotograph").note().contains(QStringLiteral("no manifest")));
    }

    void missingPhotographIsNamed() {
        writeManifest(path("gone.png"));
        makeRun("run", 1);
        openPage();
        auto& photograph = child<SourceView>("proposalPhotograph");
        QTRY_VERIFY(photograph.note().contains(QStringLiteral("gone.png cannot be read any more")));
    }

    void photographIsShownWhereTheManifestHasIt() {
        QVERIFY(writeImage(path("wall.png").toStdString(), fissure::test::drawCrop(64, true, 1)));
        writeManifest(path("wall.png"));
        makeRun("run", 1);
        openPage();
        auto& photograph = child<SourceView>("proposalPhotograph");
        QTRY_COMPARE(child<ElidedLabel>("proposalSource").text(), QStringLiteral("wall.png"));
        QTRY_VERIFY(photograph.note().isEmpty());
    }

    void layoutComesBackAtTheNextStart() {
        openPage();
        child<CropGrid>("galleryGrid").setCropSide(192);
        child<QSplitter>("gallerySplitter").setSizes({500, 600});
        const QByteArray state = m_page->saveState();
        openPage();
        QVERIFY(m_page->saveState() != state);
        QVERIFY(m_page->restoreState(state));
        QCOMPARE(child<CropGrid>("galleryGrid").cropSide(), 192);
        QCOMPARE(m_page->saveState(), state);
        QVERIFY(!m_page->restoreState("anything else"));
        QVERIFY(!m_page->restoreState({}));
        QCOMPARE(m_page->saveState(), state);
    }

    void deletedRunGivesWayToAnother() {
        makeRun("run", 1);
        openPage();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        const RunId other = makeRun("other", 1);
        QTRY_COMPARE(child<QComboBox>("galleryRun").count(), 2);
        m_page->showRun(other);
        QCOMPARE(m_page->run(), other);
        m_library->deleteRun(other);
        QTRY_COMPARE(child<QComboBox>("galleryRun").count(), 1);
        QTRY_COMPARE(m_page->model().rowCount(), 4);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    void openPage() {
        m_page.reset();
        m_library = std::make_unique<RunLibrary>(*m_workspace, m_clock);
        m_page = std::make_unique<GalleryPage>(*m_library);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    /// Every second crop is a crack; of the first 2 * wrong crops all are answered wrongly.
    std::vector<Prediction> predictions(int wrong) const {
        std::vector<Prediction> all;
        for (int i = 0; i < kCrops; ++i) {
            const int label = i % 2;
            const bool isWrong = i < 2 * wrong;
            const double probability = (label == 1) != isWrong ? 0.9 - 0.01 * i : 0.1 + 0.01 * i;
            all.push_back({m_crops[static_cast<std::size_t>(i)], label == 1 ? 0.7 : 0.2, label, probability,
                           isWrong ? 2.0 + 0.1 * i : 0.1});
        }
        return all;
    }

    /// The grid once it has its four proposals, ready for keys.
    CropGrid& focusedGrid() {
        auto& grid = child<CropGrid>("galleryGrid");
        if (!QTest::qWaitFor([&] { return m_page->model().rowCount() == 4 && grid.isVisible(); }) ||
            !QTest::qWaitForWindowActive(m_page.get())) {
            qFatal("the grid is not there");
        }
        grid.setFocus();
        return grid;
    }

    /// The middle of the first card is no longer the flat ground that waits for the crop.
    static bool isFirstCropDrawn(CropGrid& grid) {
        const QRect card = grid.visualRect(grid.model()->index(0, 0));
        const QImage shot = grid.viewport()->grab(card).toImage();
        QSet<QRgb> colours;
        for (int x = card.width() / 3; x < card.width() * 2 / 3; ++x) {
            colours.insert(shot.pixel(x, card.height() / 3));
        }
        return colours.size() > 5;
    }

    static void press(QWidget& widget, Qt::Key key) { QTest::keyClick(&widget, key); }

    Marks stored() const { return *(*RunQuery::open(*m_workspace))->marks(path("valid").toStdString()); }

    /// As another program may: behind the store's back.
    void alterDatabase(const char* sql) const {
        SQLite::Database(m_workspace->database().string(), SQLite::OPEN_READWRITE).exec(sql);
    }

    std::string presentFingerprint() const {
        const std::filesystem::path folder = path("valid").toStdString();
        return fingerprintOf(folder, scanProposals(folder)->proposals);
    }

    /// fingerprint: of the proposals as the run found them; empty: not known.
    RunId makeRun(const std::string& name, int epochs, int wrong = 2, const std::string& fingerprint = {}) {
        const auto store = RunStore::open(*m_workspace, m_clock);
        NewRun run;
        run.uuid = QString::number(++m_uuids, 16).rightJustified(32, QLatin1Char('0')).toStdString();
        run.name = name;
        run.config.validDir = path("valid").toStdString();
        if (!fingerprint.empty()) {
            run.datasets = {{DatasetRole::Valid, run.config.validDir, fingerprint}};
        }
        const auto id = (*store)->createRun(run);
        for (int epoch = 1; epoch <= epochs; ++epoch) {
            EpochMetrics metrics = test::epochOf(epoch);
            metrics.isBest = true;
            if (!(*store)->addEpoch(*id, metrics, predictions(wrong))) {
                qFatal("the epoch cannot be stored");
            }
        }
        if (!(*store)->closeRun(*id, RunStatus::Finished, "done")) {
            qFatal("the run cannot be closed");
        }
        return *id;
    }

    void writeManifest(const QString& source) const {
        QFile file(path("valid") + QLatin1Char('/') + QLatin1String(kManifestFile));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(manifestHeading()));
        for (const std::string& crop : m_crops) {
            file.write(QByteArray::fromStdString(
                toCsvLine({crop, source.toStdString(), 64, 64, {4, 4, 20, 20}, 0.7, 0, Box{6, 6, 20, 20}})));
        }
    }

    bool visibleText(const QString& part) const {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_page->findChild<Widget*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return *found;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    std::vector<std::string> m_crops;
    int m_uuids = 0;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<GalleryPage> m_page;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_GalleryPage)
#include "tst_GalleryPage.moc"
