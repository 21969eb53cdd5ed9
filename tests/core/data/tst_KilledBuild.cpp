#include "core/base/Files.h"
#include "core/data/BuildJournal.h"
#include "core/data/ProposalBuilder.h"
#include "core/data/ProposalIndex.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/core/data/DrawnWalls.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <sys/syscall.h>
#include <unistd.h>

using namespace fissure;
namespace fs = std::filesystem;
using test::contentOf;
using test::namesIn;

namespace {

bool dieWhenPublishing = false;

} // namespace

/// The C library's, but that a build dies in it where that is asked for: all is written then, and nothing has
/// been moved.
extern "C" int syncfs(int descriptor) noexcept {
    if (dieWhenPublishing) {
        std::raise(SIGKILL);
    }
    return static_cast<int>(::syscall(SYS_syncfs, descriptor));
}

namespace {

BuildRequest requestIn(const fs::path& root, int negatives) {
    BuildRequest request{
        root / "images", {GroundTruthFormat::Masks, root / "masks"}, root / "proposals", {}, 1};
    request.recipe.cropSizePx = 32;
    request.recipe.negatives = negatives;
    request.recipe.groundTruthCrops = true;
    return request;
}

/// The program itself, called with "build FOLDER NEGATIVES PHOTOGRAPHS": builds there, and dies as soon as so
/// many photographs are done; with 0 while it publishes.
int buildAndDie(const fs::path& root, int negatives, int photographs) {
    dieWhenPublishing = photographs == 0;
    const auto built = buildProposals(requestIn(root, negatives),
                                      [&](const BuildProgress& progress) {
                                          if (progress.done == photographs) {
                                              std::raise(SIGKILL);
                                          }
                                      },
                                      {});
    return built ? 0 : 1;
}

} // namespace

/// What a build takes over from one that was killed.
class tst_KilledBuild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        test::drawWalls(root(), 4);
    }

    void photographsThatWereDoneAreTakenOver_data() {
        QTest::addColumn<int>("done");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
        QTest::newRow("all, while it was published") << 0;
    }
    void photographsThatWereDoneAreTakenOver() {
        QFETCH(int, done);
        buildIsKilledAfter(done);
        QVERIFY(!fs::exists(root() / "proposals"));
        const auto report = buildProposals(requestIn(root(), kNegatives), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->isComplete);
        QCOMPARE(report->imagesReused, std::int64_t(done == 0 ? 4 : done));
        isAsIfUndisturbed();
    }

    void threadsMakeNoDifference() {
        buildIsKilledAfter(2);
        BuildRequest request = requestIn(root(), kNegatives);
        request.threads = 3;
        QCOMPARE(buildProposals(request, {}, {})->imagesReused, std::int64_t(2));
        isAsIfUndisturbed();
    }

    void secondKillLosesNothingOfTheFirst() {
        buildIsKilledAfter(3);
        buildIsKilledAfter(1); // while it takes over
        QCOMPARE(buildProposals(requestIn(root(), kNegatives), {}, {})->imagesReused, std::int64_t(3));
        isAsIfUndisturbed();
    }

    void earlierDataSetIsWholeBesideTheLeftover() {
        QVERIFY(buildProposals(requestIn(root(), 3), {}, {}).has_value());
        const auto before = contentOf(root() / "proposals");
        buildIsKilledAfter(2);
        QCOMPARE(contentOf(root() / "proposals"), before);
        QCOMPARE(buildProposals(requestIn(root(), kNegatives), {}, {})->imagesReused, std::int64_t(2));
        isAsIfUndisturbed();
    }

    void whatAnotherRecipeMadeIsNotTakenOver() {
        buildIsKilledAfter(2);
        BuildRequest other = requestIn(root(), 3);
        QCOMPARE(buildProposals(other, {}, {})->imagesReused, std::int64_t(0));
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void whatALossOfPowerTookIsCutUpAgain_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("end of a crop") << QString();
        QTest::newRow("end of the rows") << QString::fromLatin1(kManifestFile);
        QTest::newRow("end of the sources") << QString::fromLatin1(kSourcesFile);
    }
    void whatALossOfPowerTookIsCutUpAgain() {
        QFETCH(QString, file);
        buildIsKilledAfter(3);
        fs::path broken = staging() / kJournalFolder / file.toStdString();
        if (file.isEmpty()) {
            for (const std::string& name : namesIn(staging())) {
                broken = name.starts_with("wall_1.") ? staging() / name : broken;
            }
        }
        fs::resize_file(broken, fs::file_size(broken) * 3 / 4);
        const auto report = buildProposals(requestIn(root(), kNegatives), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->imagesReused < 3);
        QVERIFY(report->imagesReused > 0);
        isAsIfUndisturbed();
    }

    void stopWhileItIsTakenOverKeepsTheLeftover() {
        buildIsKilledAfter(3);
        std::stop_source stop;
        const auto stopped = buildProposals(
            requestIn(root(), kNegatives), [&](const BuildProgress&) { stop.request_stop(); },
            stop.get_token());
        QVERIFY2(stopped.has_value(), stopped ? "" : stopped.error().message().c_str());
        QCOMPARE(stopped->imagesUsed, std::int64_t(1));
        QCOMPARE(buildProposals(requestIn(root(), kNegatives), {}, {})->imagesReused, std::int64_t(3));
        isAsIfUndisturbed();
    }

    void photographThatVanishesWhileItIsTakenOverKeepsTheLeftover() {
        buildIsKilledAfter(3);
        const fs::path photograph = root() / "images" / "wall_1.jpg";
        const auto failed =
            buildProposals(requestIn(root(), kNegatives),
                           [&](const BuildProgress&) { fs::rename(photograph, root() / "away.jpg"); }, {});
        QVERIFY(!failed);
        QCOMPARE(failed.error(), (Error{ErrorCode::NotFound, photograph.string(), "it does not exist",
                                        "what is done is kept for the next build"}));
        fs::rename(root() / "away.jpg", photograph);
        QCOMPARE(buildProposals(requestIn(root(), kNegatives), {}, {})->imagesReused, std::int64_t(3));
        isAsIfUndisturbed();
    }

private:
    static constexpr int kNegatives = 12;

    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path staging() const { return root() / ".proposals.building"; }

    void buildIsKilledAfter(int photographs) const {
        QProcess build;
        build.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("build"), m_folder->path(), QString::number(kNegatives),
                     QString::number(photographs)});
        QVERIFY(build.waitForFinished(300'000));
        QCOMPARE(build.exitStatus(), QProcess::CrashExit);
        QVERIFY(fs::exists(staging()));
    }

    /// Byte for byte, and nothing is left beside.
    void isAsIfUndisturbed() const {
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
        BuildRequest anew = requestIn(root(), kNegatives);
        anew.out = root() / "anew";
        QCOMPARE(buildProposals(anew, {}, {})->imagesReused, std::int64_t(0));
        QCOMPARE(contentOf(root() / "proposals"), contentOf(anew.out));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char** argv) {
    if (argc == 5 && std::string_view(argv[1]) == "build") {
        return buildAndDie(argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
    }
    const QCoreApplication application(argc, argv);
    tst_KilledBuild test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_KilledBuild.moc"
