#include "core/data/ProposalBuilder.h"
#include "tests/core/data/DrawnWalls.h"
#include "ui/data/TargetExaminer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

class tst_TargetLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fissure::test::drawWalls(root() / "train", 2, 48);
        fissure::test::drawWalls(root() / "valid", 2, 48);
    }

    void newFolderHasNothing() {
        for (const fs::path& out : {fs::path(), root() / "new"}) {
            const TargetLook look = lookIntoTarget(out, imagesOf("train"));
            QVERIFY(!look.problem && !look.replaces && look.otherImages.empty());
        }
    }

    void folderOfOtherFilesIsAProblem() {
        const TargetLook look = lookIntoTarget(imagesOf("train"), imagesOf("train"));
        QVERIFY(look.problem);
        QCOMPARE(look.problem->code, ErrorCode::WrongFormat);
        QVERIFY(!look.replaces);
    }

    void dataSetOfTheSamePhotographsIsReplaced() {
        build("train");
        for (const fs::path& images : {imagesOf("train"), imagesOf("train") / "", fs::path()}) {
            const TargetLook look = lookIntoTarget(root() / "out", images);
            QVERIFY(!look.problem && look.replaces && look.otherImages.empty());
        }
    }

    void dataSetOfOtherPhotographsSaysWhich() {
        build("train");
        const TargetLook look = lookIntoTarget(root() / "out" / "", imagesOf("valid"));
        QVERIFY(!look.problem && look.replaces);
        QCOMPARE(look.otherImages, imagesOf("train"));
    }

    void onlyTheLatestRequestIsAnswered() {
        build("train");
        TargetExaminer examiner;
        QSignalSpy examined(&examiner, &TargetExaminer::examined);
        examiner.examine(imagesOf("train"), imagesOf("train"));
        examiner.examine(root() / "out", imagesOf("valid"));
        QTRY_COMPARE(examined.count(), 1);
        QTest::qWait(50);
        QCOMPARE(examined.count(), 1);
        QCOMPARE(examined[0][0].value<TargetLook>().otherImages, imagesOf("train"));
    }

private:
    fs::path root() const { return fs::canonical(m_folder->path().toStdString()); }
    fs::path imagesOf(const char* split) const { return root() / split / "images"; }

    void build(const char* split) const {
        BuildRequest request;
        request.images = imagesOf(split);
        request.groundTruth = {GroundTruthFormat::Masks, root() / split / "masks"};
        request.out = root() / "out";
        request.recipe.cropSizePx = 16;
        request.recipe.negatives = 10;
        QVERIFY(buildProposals(request, {}, {}).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_TargetLook)
#include "tst_TargetLook.moc"
