#include "core/base/Files.h"
#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalBuilder.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/core/data/DrawnWalls.h"
#include "tests/support/SmallDisk.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace fissure;
namespace fs = std::filesystem;
using test::contentOf;
using test::namesIn;

namespace {

constexpr std::uintmax_t kBlock = 4096; // of a tmpfs

std::uintmax_t blocksOf(const fs::path& folder, bool crops) {
    std::uintmax_t blocks = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const bool isCrop = entry.path().extension() == ".jpg";
        blocks += isCrop == crops ? (entry.file_size() + kBlock - 1) / kBlock : 0;
    }
    return blocks;
}

} // namespace

/// A build on a disk that is full before it is done.
class tst_FullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_disk.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        test::drawWalls(root(), 3);
        m_request = {root() / "images", {GroundTruthFormat::Masks, root() / "masks"}, out(), {}, 1};
        m_request.recipe.cropSizePx = 32;
        m_request.recipe.negatives = 40;
        BuildRequest whole = m_request;
        whole.out = root() / "whole";
        QVERIFY(buildProposals(whole, {}, {}).has_value());
        m_disk = std::make_unique<test::SmallDisk>(root() / "disk", 64 * kBlock);
        if (!m_disk->isThere()) {
            QSKIP("only root may mount a small disk");
        }
    }

    void whatIsDoneIsKeptAndTheNextCallEndsIt() {
        const std::uintmax_t needed = blocksOf(whole(), true) + blocksOf(whole(), false);
        QVERIFY(m_disk->resize((needed * 2 / 3 + 8) * kBlock));
        isFull("[12] of 3 photographs are done and kept");
        isValid();
        QVERIFY(m_disk->resize((needed + 64) * kBlock));
        const auto report = buildProposals(m_request, {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->isComplete && report->imagesReused > 0);
        QCOMPARE(cropsOf(out()), cropsOf(whole()));
    }

    void photographsMakeWayForTheManifest() {
        // All crops fit, beside the journal, which has these two files in other words.
        std::uintmax_t journal = 0;
        for (const char* name : {kManifestFile, kSourcesFile}) {
            journal += (fs::file_size(whole() / name) + kBlock - 1) / kBlock;
        }
        QVERIFY(m_disk->resize((blocksOf(whole(), true) + journal) * kBlock));
        isFull("2 of 3 photographs are done and kept");
        isValid();
    }

    void nothingIsKeptWhereNothingFits() {
        QVERIFY(m_disk->resize(3 * kBlock));
        isFull("nothing was kept");
        QVERIFY(namesIn(root() / "disk").empty());
    }

    void earlierDataSetStays() {
        QVERIFY(m_disk->resize((blocksOf(whole(), true) + blocksOf(whole(), false)) * 3 / 2 * kBlock));
        QVERIFY(buildProposals(m_request, {}, {}).has_value());
        const auto before = contentOf(out());
        m_request.recipe.cropSizePx = 33;
        isFull("the data set that was there stays as it was");
        QCOMPARE(contentOf(out()), before);
        QCOMPARE(namesIn(root() / "disk"), std::vector<std::string>{"proposals"});
    }

    void needIsSaidInMegabytes_data() {
        QTest::addColumn<int>("blocks");
        QTest::newRow("before the first photograph is done") << 64;
        QTest::newRow("behind it") << 1200;
    }
    void needIsSaidInMegabytes() {
        QFETCH(int, blocks);
        m_request.recipe.cropSizePx = 1024;
        m_request.recipe.jpegQuality = 100;
        BuildRequest large = m_request;
        large.out = root() / "large";
        QVERIFY(buildProposals(large, {}, {}).has_value());
        QVERIFY(m_disk->resize(static_cast<std::uintmax_t>(blocks) * kBlock));
        const auto report = buildProposals(m_request, {}, {});
        QVERIFY(!report);
        const QString cause = QString::fromStdString(report.error().cause.str());
        const auto found = QRegularExpression(QStringLiteral("about (\\d+) MB more")).match(cause);
        QVERIFY2(found.hasMatch(), qPrintable(cause));
        const double missing =
            static_cast<double>((blocksOf(large.out, true) - static_cast<std::uintmax_t>(blocks)) * kBlock) /
            1e6;
        const double said = found.captured(1).toDouble();
        QVERIFY2(missing > 2.0 && std::abs(said - missing) < 1.0 + 0.3 * missing,
                 qPrintable(QStringLiteral("%1 MB are missing, said was %2").arg(missing).arg(said)));
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path out() const { return root() / "disk" / "proposals"; }
    fs::path whole() const { return root() / "whole"; }

    static std::map<std::string, std::vector<std::byte>> cropsOf(const fs::path& folder) {
        auto content = contentOf(folder);
        for (const char* name : {kManifestFile, kDatasetFile}) { // these hold paths
            content.erase(name);
        }
        return content;
    }

    void isFull(const char* state) const {
        const auto report = buildProposals(m_request, {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Unwritable);
        QCOMPARE(report.error().subject, out().string());
        const QRegularExpression expected(
            QStringLiteral("^there is no space left on the disk, about \\d+ MB more are needed; %1$")
                .arg(QString::fromLatin1(state)));
        const QString cause = QString::fromStdString(report.error().cause.str());
        QVERIFY2(expected.match(cause).hasMatch(), qPrintable(cause));
        QCOMPARE(report.error().advice, Text("free that much and build again"));
    }

    /// The data set is whole as far as it goes.
    void isValid() const {
        const auto description = readDatasetFile(out());
        QVERIFY(description.has_value());
        QVERIFY(!description->isComplete);
        const auto index = scanProposals(out());
        QVERIFY(index.has_value());
        QVERIFY(std::ranges::all_of(index->proposals, &Proposal::iouIsExact));
        QCOMPARE(fingerprintOf(out(), index->proposals), description->fingerprint);
        QVERIFY(index->rejected.empty());
        std::int64_t rows = 0;
        QVERIFY(visitManifest(out(), [&](ManifestRow&&) { ++rows; }).has_value());
        QCOMPARE(std::int64_t(index->proposals.size()), rows);
        QCOMPARE(namesIn(root() / "disk"), std::vector<std::string>{"proposals"});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::SmallDisk> m_disk; // gone before the folder
    BuildRequest m_request;
};

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_FullDisk.moc"
