#include "core/base/Files.h"
#include "core/session/DatasetRegistry.h"
#include "core/store/RunStore.h"
#include "tests/support/TestImages.h"
#include "ui/data/DatasetLibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

class tst_DatasetLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(root() / "workspace");
    }

    void workspaceWithoutADatabaseHasNoDataSetsAndGetsNoDatabase() {
        DatasetLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &DatasetLibrary::changed);
        QVERIFY(!library.isRead());
        library.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(library.isRead() && library.datasets().empty());
        QVERIFY(!fs::exists(m_workspace->database()));
    }

    void addedFolderIsListedAndLookedInto() {
        const std::string folder = writeCrops("crops");
        DatasetLibrary library(*m_workspace, m_clock);
        QSignalSpy added(&library, &DatasetLibrary::added);
        library.add(root() / "crops" / "");
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(added[0][0].value<std::string>(), folder);
        QTRY_VERIFY(library.find(folder) != nullptr && library.find(folder)->summary() != nullptr);
        const Dataset& dataset = *library.find(folder);
        QCOMPARE(dataset.summary()->crack, std::int64_t(3));
        QCOMPARE(dataset.summary()->noCrack, std::int64_t(3));
        QCOMPARE(dataset.record.fingerprint, dataset.summary()->fingerprint);
    }

    void folderWithoutProposalsIsRefused() {
        fs::create_directory(root() / "empty");
        DatasetLibrary library(*m_workspace, m_clock);
        QSignalSpy failed(&library, &DatasetLibrary::failed);
        library.add(root() / "empty");
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Empty);
        library.refresh();
        QTRY_VERIFY(library.isRead());
        QVERIFY(library.datasets().empty());
    }

    void forgottenFolderLeavesTheListAndStaysOnDisk() {
        const std::string folder = writeCrops("crops");
        QVERIFY(listDataset(*m_workspace, m_clock, folder, "").has_value());
        DatasetLibrary library(*m_workspace, m_clock);
        library.refresh();
        QTRY_VERIFY(library.find(folder) != nullptr);
        library.forget(folder);
        QTRY_VERIFY(library.find(folder) == nullptr);
        QVERIFY(fs::exists(folder));
    }

    void activeLibraryNoticesWhatOthersDo() {
        const std::string folder = writeCrops("crops");
        DatasetLibrary library(*m_workspace, m_clock);
        library.setActive(true);
        QTRY_VERIFY(library.isRead());
        QVERIFY(listDataset(*m_workspace, m_clock, folder, "").has_value());
        QTRY_VERIFY(library.find(folder) != nullptr && library.find(folder)->summary() != nullptr);
        const std::string before = library.find(folder)->fingerprint();
        fs::remove(fs::path(folder) / library.find(folder)->summary()->samples[0].front());
        QTRY_VERIFY(library.find(folder)->fingerprint() != before);
        fs::rename(folder, root() / "moved");
        QTRY_VERIFY(library.find(folder)->isMissing());
        QCOMPARE((*library.find(folder)->look).error().code, ErrorCode::NotFound);
        fs::rename(root() / "moved", folder);
        QTRY_VERIFY(!library.find(folder)->isMissing());
    }

    void folderThatHasNotChangedIsNotReadAgain() {
        const std::string folder = writeCrops("crops");
        QVERIFY(listDataset(*m_workspace, m_clock, folder, "").has_value());
        DatasetLibrary library(*m_workspace, m_clock);
        library.refresh();
        QTRY_VERIFY(library.find(folder) != nullptr && library.find(folder)->summary() != nullptr);
        const DatasetSummary* before = library.find(folder)->summary();
        QSignalSpy added(&library, &DatasetLibrary::added);
        library.refresh();
        library.add(writeCrops("others")); // answered after the look
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(library.find(folder)->summary(), before);
    }

    void runsOfADataSetAreCounted() {
        const std::string folder = writeCrops("crops");
        NewRun run;
        run.uuid = std::string(32, 'a');
        run.datasets = {{DatasetRole::Train, folder, ""}};
        const RunId id = (*RunStore::open(*m_workspace, m_clock))->createRun(run).value();
        DatasetLibrary library(*m_workspace, m_clock);
        library.refresh();
        QTRY_VERIFY(library.find(folder) != nullptr);
        QCOMPARE(runsOf(library.find(folder)->record.uses), std::vector<RunId>{id});
    }

    void databaseThatCannotBeReadIsSaidOnceAndRecovers() {
        QVERIFY(writeFileAtomically(m_workspace->database(), std::string(4096, 'x')).has_value());
        DatasetLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &DatasetLibrary::changed);
        library.refresh();
        QTRY_VERIFY(library.lookError().has_value());
        library.refresh();
        library.refresh();
        QTRY_COMPARE(changed.count(), 1);
        fs::remove(m_workspace->database());
        library.refresh();
        QTRY_VERIFY(!library.lookError());
        QVERIFY(library.isRead());
    }

private:
    fs::path root() const { return fs::canonical(m_folder->path().toStdString()); }

    std::string writeCrops(const char* name) const {
        fissure::test::writeCrops(root() / name, 6, 16);
        return (root() / name).string();
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(tst_DatasetLibrary)
#include "tst_DatasetLibrary.moc"
