#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"
#include "ui/gallery/MarkBoard.h"
#include "ui/run/RunLibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

namespace fissure::ui {

class tst_MarkBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(m_folder->path().toStdString());
        m_store = *RunStore::open(*m_workspace, m_clock);
        QVERIFY(m_store->setMark("/valid", "old.jpg", Mark::OfInterest).has_value());
        m_library = std::make_unique<RunLibrary>(*m_workspace, m_clock);
        m_board = std::make_unique<MarkBoard>(*m_library);
        m_board->setFolder("/valid");
        QTRY_COMPARE(m_board->marks(), (Marks{{"old.jpg", Mark::OfInterest}}));
    }

    void cleanup() {
        m_board.reset();
        m_library.reset();
        m_store.reset();
    }

    void markShowsAtOnceAndIsWritten() {
        m_board->setMark("new.jpg", Mark::Unclear);
        m_board->setMark("old.jpg", std::nullopt);
        const Marks expected{{"new.jpg", Mark::Unclear}};
        QCOMPARE(m_board->marks(), expected);
        QTRY_COMPARE(stored("/valid"), expected);
        QCOMPARE(m_board->marks(), expected);
    }

    void lastOfQuickChangesCounts() {
        QSignalSpy written(m_library.get(), &RunLibrary::written);
        for (int i = 0; i < 10; ++i) {
            m_board->setMark("a.jpg", Mark::Unclear);
            m_board->setMark("a.jpg", std::nullopt);
        }
        m_board->setMark("a.jpg", Mark::WrongLabel);
        QSignalSpy changed(m_board.get(), &MarkBoard::changed);
        QTRY_COMPARE(written.count(), 21);
        QCOMPARE(markOf(stored("/valid"), "a.jpg"), std::optional(Mark::WrongLabel));
        // What the answers on the way bring never shows through.
        QCOMPARE(changed.count(), 0);
    }

    void marksOfAnotherProgramFollow() {
        QVERIFY(m_store->setMark("/valid", "theirs.jpg", Mark::WrongLabel).has_value());
        QTRY_COMPARE(markOf(m_board->marks(), "theirs.jpg"), std::optional(Mark::WrongLabel));
    }

    void otherFolderHasItsOwnMarks() {
        m_board->setMark("a.jpg", Mark::Unclear);
        m_board->setFolder("/test");
        QVERIFY(m_board->marks().empty());
        QTRY_COMPARE(stored("/valid").size(), std::size_t(2));
        QVERIFY(m_board->marks().empty());
        m_board->setFolder("/valid");
        QTRY_COMPARE(m_board->marks().size(), std::size_t(2));
    }

    void markThatCannotBeWrittenGoesBackAndIsToldEachTime() {
        alterDatabase("CREATE TRIGGER full BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'no room'); END");
        QSignalSpy failed(m_board.get(), &MarkBoard::failed);
        for (int attempt = 1; attempt <= 2; ++attempt) {
            m_board->setMark("old.jpg", Mark::WrongLabel);
            QCOMPARE(markOf(m_board->marks(), "old.jpg"), std::optional(Mark::WrongLabel));
            QTRY_COMPARE(failed.count(), attempt);
            QCOMPARE(markOf(m_board->marks(), "old.jpg"), std::optional(Mark::OfInterest));
        }
        const auto error = failed[0][0].value<Error>();
        QCOMPARE(error.subject.str(), m_workspace->database().string());
        QVERIFY(error.message().find("no room") != std::string::npos);
    }

    void marksThatCannotBeReadAreToldOnceAndStay() {
        QSignalSpy failed(m_board.get(), &MarkBoard::failed);
        QSignalSpy tries(m_library.get(), &RunLibrary::failed);
        alterDatabase("ALTER TABLE mark RENAME TO hidden");
        m_library->refresh();
        QTRY_COMPARE(failed.count(), 1);
        m_library->refresh();
        m_library->refresh();
        QTRY_VERIFY(tries.count() >= 3);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_board->marks().size(), std::size_t(1));
        alterDatabase("ALTER TABLE hidden RENAME TO mark");
        QVERIFY(m_store->setMark("/valid", "a.jpg", Mark::Unclear).has_value());
        QTRY_COMPARE(m_board->marks().size(), std::size_t(2));
        alterDatabase("ALTER TABLE mark RENAME TO hidden");
        m_library->refresh();
        QTRY_COMPARE(failed.count(), 2);
    }

private:
    Marks stored(const char* folder) const { return *(*RunQuery::open(*m_workspace))->marks(folder); }

    /// As another program may: behind the store's back.
    void alterDatabase(const char* sql) const {
        SQLite::Database(m_workspace->database().string(), SQLite::OPEN_READWRITE).exec(sql);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<RunStore> m_store;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<MarkBoard> m_board;
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_MarkBoard)
#include "tst_MarkBoard.moc"
