#include "core/base/Files.h"
#include "core/base/Workspace.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using fissure::test::Unprivileged;
namespace fs = std::filesystem;

class tst_Workspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        fs::permissions(m_folder, fs::perms(0755));
    }

    void missingFolderIsMadeWithAllAboveIt() {
        const auto workspace = Workspace::open(m_folder / "a" / "b");
        QVERIFY(workspace);
        QVERIFY(fs::is_directory(m_folder / "a" / "b"));
        QCOMPARE(workspace->root(), m_folder / "a" / "b");
        QVERIFY(Workspace::open(m_folder / "a" / "b"));
    }

    void relativePathBecomesWhole() {
        const fs::path before = fs::current_path();
        fs::current_path(m_folder);
        const auto workspace = Workspace::open("x/../here");
        fs::current_path(before);
        QCOMPARE(workspace.value().root(), m_folder / "here");
    }

    void placesAreWithinTheRoot() {
        const auto workspace = Workspace::open(m_folder).value();
        QCOMPARE(workspace.database(), m_folder / "fissure.db");
        QCOMPARE(workspace.lockFile(), m_folder / "fissure.lock");
        QCOMPARE(workspace.checkpoints("0123"), m_folder / "checkpoints" / "0123");
        QCOMPARE(workspace.cache(), m_folder / "cache");
    }

    void fileIsNoWorkspace() {
        QVERIFY(writeFileAtomically(m_folder / "file", "x"));
        for (const fs::path& root : {m_folder / "file", m_folder / "file" / "below"}) {
            const auto workspace = Workspace::open(root);
            QVERIFY(!workspace);
            QCOMPARE(workspace.error().code, ErrorCode::Unwritable);
            QCOMPARE(workspace.error().subject, root.string());
            QVERIFY(!workspace.error().advice.empty());
        }
    }

    void emptyPathIsNoWorkspace() { QCOMPARE(Workspace::open("").error().code, ErrorCode::NotFound); }

    void folderThatCannotBeWrittenIsUnwritable() {
        fs::create_directory(m_folder / "locked");
        fs::permissions(m_folder / "locked", fs::perms(0555));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        for (const fs::path& root : {m_folder / "locked", m_folder / "locked" / "below"}) {
            const auto workspace = Workspace::open(root);
            QVERIFY(!workspace);
            QCOMPARE(workspace.error().code, ErrorCode::Unwritable);
            QCOMPARE(workspace.error().subject, root.string());
        }
    }

    void existingWorkspaceIsTakenAsItIs() {
        fs::create_directory(m_folder / "here");
        fs::permissions(m_folder / "here", fs::perms(0555));
        const Unprivileged user;
        const auto workspace = Workspace::existing(m_folder / "below" / ".." / "here");
        QVERIFY(workspace);
        QCOMPARE(workspace->root(), m_folder / "here");
        QVERIFY(fs::is_empty(m_folder / "here"));
    }

    void missingWorkspaceIsNotMadeForReading() {
        const auto workspace = Workspace::existing(m_folder / "mistyped");
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, ErrorCode::NotFound);
        QCOMPARE(workspace.error().message(),
                 (m_folder / "mistyped").string() +
                     ": the workspace does not exist. Choose another folder with "
                     "--workspace.");
        QVERIFY(!fs::exists(m_folder / "mistyped"));
        QCOMPARE(Workspace::existing("").error().code, ErrorCode::NotFound);
    }

    void fileIsNoWorkspaceToReadEither() {
        QVERIFY(writeFileAtomically(m_folder / "file", "x"));
        const auto workspace = Workspace::existing(m_folder / "file");
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, ErrorCode::Unreadable);
        QCOMPARE(workspace.error().cause, std::string("the workspace is a file, not a folder"));
    }

    void folderThatCannotBeReadIsUnreadable() {
        fs::create_directory(m_folder / "secret");
        fs::permissions(m_folder / "secret", fs::perms(0));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        QCOMPARE(Workspace::existing(m_folder / "secret").error().code, ErrorCode::Unreadable);
    }

    void defaultFollowsTheDesktopsConvention() {
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", "/home/somebody");
        qunsetenv("XDG_DATA_HOME");
        QCOMPARE(Workspace::defaultRoot(), fs::path("/home/somebody/.local/share/fissure"));
        qputenv("XDG_DATA_HOME", "/elsewhere");
        QCOMPARE(Workspace::defaultRoot(), fs::path("/elsewhere/fissure"));
        qputenv("XDG_DATA_HOME", "relative"); // to be ignored, says the convention
        QCOMPARE(Workspace::defaultRoot(), fs::path("/home/somebody/.local/share/fissure"));
        qputenv("HOME", home);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
