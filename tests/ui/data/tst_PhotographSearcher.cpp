#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "tests/core/data/DrawnWalls.h"
#include "ui/data/PhotographSearcher.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <new>
#include <stdexcept>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

class tst_PhotographSearcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fissure::test::drawWalls(root(), 3);
    }

    void photographComesFirstThenWhatABuildWouldFind() {
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy loaded(&searcher, &PhotographSearcher::loaded);
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        searcher.show(look, 1, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(loaded.count(), 1);
        const auto photograph = loaded[0][0].value<LoadedPhotograph>();
        QCOMPARE(photograph.picture.size(), QSize(80, 80));
        QCOMPARE(photograph.size, (ImageSize{80, 80}));
        const fs::path file = root() / "images" / "wall_1.jpg";
        QCOMPARE(photograph.groundTruth, readMaskBoxes(root() / "masks" / "wall_1.png", {80, 80}).value());
        QCOMPARE(searched[0][0].value<std::vector<Box>>(),
                 selectiveSearch(readImage(file).value(), SearchMode::Fast).value());
    }

    void onlyTheLatestPhotographIsAnswered() {
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        QSignalSpy failed(&searcher, &PhotographSearcher::failed);
        for (const std::size_t index : {0, 1, 2}) {
            searcher.show(look, index, SearchMode::Fast);
        }
        QTRY_COMPARE(searched.count(), 1);
        QTest::qWait(50);
        QCOMPARE(searched.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(
            searched[0][0].value<std::vector<Box>>(),
            selectiveSearch(readImage(root() / "images" / "wall_2.jpg").value(), SearchMode::Fast).value());
    }

    void searchThatNobodyWaitsForIsStopped() {
        // Some seconds' worth of quality search.
        const DrawnPhotograph large = drawConcrete(700, 9);
        QVERIFY(writeImage(root() / "images" / "large.jpg", large.image).has_value());
        QVERIFY(writeMask(root() / "masks" / "large.png", large.mask).has_value());
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy loaded(&searcher, &PhotographSearcher::loaded);
        searcher.show(look, 0, SearchMode::Quality);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loaded[0][0].value<LoadedPhotograph>().picture.width(), 700);
        QElapsedTimer timer;
        timer.start();
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        searcher.show(look, 1, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 1);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void pagingBackDoesNotSearchAgain() {
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 1);
        // Other pixels under the same name and time: what comes is what was kept.
        const fs::path file = root() / "images" / "wall_0.jpg";
        const auto time = fs::last_write_time(file);
        fs::copy_file(root() / "images" / "wall_1.jpg", file, fs::copy_options::overwrite_existing);
        fs::last_write_time(file, time);
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 2);
        QCOMPARE(searched[1][0].value<std::vector<Box>>(), searched[0][0].value<std::vector<Box>>());
        fs::last_write_time(file, time + std::chrono::seconds(1));
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 3);
        QVERIFY(searched[2][0].value<std::vector<Box>>() != searched[0][0].value<std::vector<Box>>());
    }

    void otherMaskNumbersGiveOtherBoxes() {
        PhotographSearcher searcher;
        BuildRequest wanted = request();
        wanted.recipe.mask.minimumAreaPx = 1'000'000;
        const SourceLook look = lookInto(searcher, wanted);
        QSignalSpy loaded(&searcher, &PhotographSearcher::loaded);
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(loaded[0][0].value<LoadedPhotograph>().groundTruth.boxes.empty());
    }

    void largePhotographIsShownSmallerWithItsOwnSize() {
        QVERIFY(writeImage(root() / "images" / "wide.png",
                           {3000, 30, std::vector<std::uint8_t>(3000 * 30 * 3, 90)})
                    .has_value());
        QVERIFY(writeMask(root() / "masks" / "wide.png", {3000, 30, std::vector<std::uint8_t>(3000 * 30, 0)})
                    .has_value());
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy loaded(&searcher, &PhotographSearcher::loaded);
        searcher.show(look, 3, SearchMode::Fast);
        QTRY_COMPARE(loaded.count(), 1);
        const auto photograph = loaded[0][0].value<LoadedPhotograph>();
        QCOMPARE(photograph.picture.width(), PhotographSearcher::kPicturePx);
        QCOMPARE(photograph.size, (ImageSize{3000, 30}));
    }

    void photographThatABuildWouldLeaveOutFailsWithTheReason_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("subject");
        QTest::newRow("damaged") << QStringLiteral("images/wall_0.jpg") << QByteArray("no image")
                                 << QStringLiteral("wall_0.jpg");
        QTest::newRow("damaged mask")
            << QStringLiteral("masks/wall_0.png") << QByteArray("no mask") << QStringLiteral("wall_0.png");
    }
    void photographThatABuildWouldLeaveOutFailsWithTheReason() {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, subject);
        QVERIFY(writeFileAtomically(root() / file.toStdString(), content.toStdString()).has_value());
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        QSignalSpy failed(&searcher, &PhotographSearcher::failed);
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(failed.count(), 1);
        const auto error = failed[0][0].value<Error>();
        QVERIFY2(QString::fromStdString(error.subject.str()).endsWith(subject), error.message().c_str());
    }

    void photographLeavesALookAlone() {
        PhotographSearcher searcher;
        const SourceLook earlier = lookInto(searcher);
        QSignalSpy looked(&searcher, &PhotographSearcher::looked);
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        searcher.look(request());
        searcher.show(earlier, 0, SearchMode::Fast);
        QTRY_COMPARE(looked.count(), 1);
        const auto look = looked[0][0].value<SourceLook>();
        QCOMPARE(look.images.size(), std::size_t(3));
        searcher.show(look, 0, SearchMode::Fast);
        QTRY_COMPARE(searched.count(), 1);
        QTest::qWait(50);
        QCOMPARE(searched.count(), 1);
    }

    void lookDoesAwayWithThePhotographBeforeIt() {
        PhotographSearcher searcher;
        const SourceLook earlier = lookInto(searcher);
        QSignalSpy looked(&searcher, &PhotographSearcher::looked);
        QSignalSpy searched(&searcher, &PhotographSearcher::searched);
        QSignalSpy failed(&searcher, &PhotographSearcher::failed);
        searcher.show(earlier, 0, SearchMode::Fast);
        searcher.look(request());
        QTRY_COMPARE(looked.count(), 1);
        QTest::qWait(50);
        QCOMPARE(searched.count(), 0);
        QCOMPARE(failed.count(), 0);
    }

    void lookThatThrowsIsAnsweredWithAProblem() {
        int number = 0;
        PhotographSearcher searcher(nullptr, [&](const BuildRequest&, GroundTruthPlace) -> SourceLook {
            if (++number == 1) {
                throw std::bad_alloc();
            }
            throw std::runtime_error("out of luck");
        });
        for (const ErrorCode expected : {ErrorCode::OutOfMemory, ErrorCode::Internal}) {
            const SourceLook look = lookInto(searcher);
            QCOMPARE(look.problems.size(), std::size_t(1));
            QCOMPARE(look.problems.front().field, SourceField::Images);
            QCOMPARE(look.problems.front().error.code, expected);
        }
    }

    void searchUnderWayEndsWithTheSearcher() {
        PhotographSearcher searcher;
        const SourceLook look = lookInto(searcher);
        searcher.show(look, 0, SearchMode::Quality);
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    BuildRequest request() const {
        BuildRequest request;
        request.images = root() / "images";
        request.groundTruth = {GroundTruthFormat::Masks, root() / "masks"};
        return request;
    }

    SourceLook lookInto(PhotographSearcher& searcher) const { return lookInto(searcher, request()); }

    static SourceLook lookInto(PhotographSearcher& searcher, const BuildRequest& wanted) {
        QSignalSpy looked(&searcher, &PhotographSearcher::looked);
        searcher.look(wanted);
        return looked.wait() ? looked[0][0].value<SourceLook>() : SourceLook();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_PhotographSearcher)
#include "tst_PhotographSearcher.moc"
