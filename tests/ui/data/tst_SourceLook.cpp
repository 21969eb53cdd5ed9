#include "core/base/Files.h"
#include "tests/core/data/DrawnWalls.h"
#include "ui/data/SourceGuess.h"
#include "ui/data/SourceLook.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <string_view>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

class tst_SourceLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fissure::test::drawWalls(root(), 3, 32);
    }

    void photographsWithGroundTruthAreListed() {
        fs::remove(root() / "masks" / "wall_1.png");
        const SourceLook look = lookIntoSources(request());
        QVERIFY(look.problems.empty());
        QCOMPARE(look.found, std::int64_t(3));
        QCOMPARE(look.images.size(), std::size_t(2));
        QCOMPARE(look.images[1].source, std::string("wall_2"));
        QCOMPARE(look.skipped.size(), std::size_t(1));
        QVERIFY(look.groundTruth != nullptr);
    }

    void emptyFieldsAreNoProblem() {
        const SourceLook nothing = lookIntoSources({});
        QVERIFY(nothing.problems.empty() && nothing.images.empty() && nothing.groundTruth == nullptr);
        BuildRequest onlyImages = request();
        onlyImages.groundTruth.path.clear();
        const SourceLook look = lookIntoSources(onlyImages);
        QVERIFY(look.problems.empty() && look.images.empty());
    }

    void missingPhotographsAreTheProblemOfTheirField() {
        BuildRequest wrong = request();
        wrong.images = root() / "nowhere";
        checkProblem(wrong, SourceField::Images, ErrorCode::NotFound);
        wrong.images = root() / "masks" / "wall_0.png";
        checkProblem(wrong, SourceField::Images, ErrorCode::Unreadable);
        fs::create_directory(root() / "empty");
        wrong.images = root() / "empty";
        checkProblem(wrong, SourceField::Images, ErrorCode::Empty);
        wrong.groundTruth.path.clear();
        checkProblem(wrong, SourceField::Images);
    }

    void wrongGroundTruthIsTheProblemOfItsField() {
        BuildRequest wrong = request();
        wrong.groundTruth.path = root() / "nowhere";
        checkProblem(wrong, SourceField::GroundTruth, ErrorCode::NotFound);
        fs::create_directory(root() / "empty");
        wrong.groundTruth.path = root() / "empty";
        checkProblem(wrong, SourceField::GroundTruth, ErrorCode::Empty);
        QVERIFY(writeFileAtomically(root() / "coco.json", "{\n\"images\": oops").has_value());
        wrong.groundTruth = {GroundTruthFormat::Coco, root() / "coco.json"};
        checkProblem(wrong, SourceField::GroundTruth, ErrorCode::WrongFormat);
    }

    void groundTruthIsFoundByCustomWhereAskedFor() {
        BuildRequest wanted = request();
        wanted.groundTruth.path = root() / "nowhere";
        const SourceLook look = lookIntoSources(wanted, GroundTruthPlace::Customary);
        QCOMPARE(look.customary, std::optional(root() / "masks"));
        QVERIFY(look.problems.empty());
        QCOMPARE(look.images.size(), std::size_t(3));
        QVERIFY(!lookIntoSources(request()).customary);
        wanted.groundTruth.format = GroundTruthFormat::Yolo;
        const SourceLook none = lookIntoSources(wanted, GroundTruthPlace::Customary);
        QCOMPARE(none.customary, std::optional(fs::path()));
        QVERIFY(none.problems.empty() && none.images.empty());
    }

    void groundTruthBesideThePhotographsIsGuessed() {
        const fs::path images = root() / "images";
        QCOMPARE(guessGroundTruth(images, GroundTruthFormat::Masks), root() / "masks");
        QCOMPARE(guessGroundTruth(images / "", GroundTruthFormat::Masks), root() / "masks");
        QCOMPARE(guessGroundTruth(images, GroundTruthFormat::Yolo), fs::path());
        fs::create_directory(root() / "labels");
        QCOMPARE(guessGroundTruth(images, GroundTruthFormat::Yolo), root() / "labels");
        QCOMPARE(guessGroundTruth({}, GroundTruthFormat::Masks), fs::path());
    }

    void everySplitHasAGroundTruthAndAFolderOfItsOwn() {
        const fs::path images = root() / "images";
        for (const char* name : {"masks", "labels"}) {
            const auto format =
                std::string_view(name) == "masks" ? GroundTruthFormat::Masks : GroundTruthFormat::Yolo;
            for (const char* split : {"train", "valid"}) {
                fs::create_directories(root() / name / split);
                QCOMPARE(guessGroundTruth(images / split, format), root() / name / split);
                QCOMPARE(guessGroundTruth(images / split / "", format), root() / name / split);
            }
        }
        QCOMPARE(guessOut(images / "train"), root() / "proposals" / "train");
        QCOMPARE(guessOut(images / "valid" / ""), root() / "proposals" / "valid");
    }

    void proposalsGoBesideThePhotographs() {
        const fs::path images = root() / "images";
        QCOMPARE(guessOut(images), root() / "proposals");
        QCOMPARE(guessOut(images / ""), root() / "proposals");
        QCOMPARE(guessOut({}), fs::path());
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    BuildRequest request() const {
        BuildRequest request;
        request.images = root() / "images";
        request.groundTruth = {GroundTruthFormat::Masks, root() / "masks"};
        return request;
    }

    static void checkProblem(const BuildRequest& request, SourceField field,
                             std::optional<ErrorCode> code = std::nullopt) {
        const SourceLook look = lookIntoSources(request);
        QCOMPARE(look.problems.size(), std::size_t(1));
        QCOMPARE(look.problems.front().field, field);
        QVERIFY(look.images.empty());
        if (code) {
            QCOMPARE(look.problems.front().error.code, *code);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SourceLook)
#include "tst_SourceLook.moc"
