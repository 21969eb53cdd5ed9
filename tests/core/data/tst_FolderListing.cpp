#include "core/data/FolderListing.h"
#include "tests/core/data/ProposalFolder.h"
#include "tests/support/Unprivileged.h"

#include <QTest>

#include <map>

using namespace fissure;
using fissure::test::ProposalFolder;
namespace fs = std::filesystem;

class tst_FolderListing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesComeWithTheKindThatTheFolderTells() {
        const ProposalFolder folder;
        folder.add("a.jpg");
        folder.add(".hidden");
        folder.add("sub/b.jpg");
        fs::create_symlink("a.jpg", folder.path() / "link");
        std::map<std::string, std::optional<FolderEntry::Kind>> found;
        const auto visited =
            visitFolder(folder.path(), [&](std::string_view name, auto kind) { found.emplace(name, kind); });
        QVERIFY(visited.has_value());
        QCOMPARE(found.size(), std::size_t(4));
        QVERIFY(!found.at("link"));
        // Where the file system tells no kinds, there are none.
        QVERIFY(found.at("a.jpg").value_or(FolderEntry::Kind::File) == FolderEntry::Kind::File);
        QVERIFY(found.at("sub").value_or(FolderEntry::Kind::Folder) == FolderEntry::Kind::Folder);
    }

    void listHoldsFilesAndSaysWhatIsUnusable() {
        const ProposalFolder folder;
        folder.add("b.jpg");
        folder.add("a.jpg");
        folder.add(".hidden");
        folder.add("sub/c.jpg");
        fs::create_symlink("a.jpg", folder.path() / "c.jpg");
        fs::create_symlink("nowhere", folder.path() / "d.jpg");
        const auto listing = listFolder(folder.path());
        QVERIFY(listing.has_value());
        QCOMPARE(listing->names, (std::vector<fs::path>{"a.jpg", "b.jpg", "c.jpg"}));
        QVERIFY(listing->hasSubfolders);
        QVERIFY(!listFolder(folder.path() / "sub")->hasSubfolders);
        QCOMPARE(listing->unusable,
                 (std::vector<SkippedFile>{{"d.jpg", "it is a link to a file that does not exist"}}));
    }

    void folderThatCannotBeListedSaysWhy() {
        const ProposalFolder folder;
        folder.add("file");
        folder.add("inner/a.jpg");
        QCOMPARE(listFolder("/nonexistent/folder").error(),
                 (Error{ErrorCode::NotFound, "/nonexistent/folder", "the folder does not exist", ""}));
        const fs::path file = folder.path() / "file";
        QCOMPARE(listFolder(file).error(),
                 (Error{ErrorCode::Unreadable, file.string(), "it is not a folder", ""}));
        fs::permissions(folder.path(), fs::perms::all);
        fs::permissions(folder.path() / "inner", fs::perms::none);
        const test::Unprivileged unprivileged;
        QCOMPARE(listFolder(folder.path() / "inner").error().cause,
                 "the folder cannot be read: Permission denied");
    }
};

QTEST_GUILESS_MAIN(tst_FolderListing)
#include "tst_FolderListing.moc"
