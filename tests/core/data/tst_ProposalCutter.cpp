#include "core/data/ProposalCutter.h"
#include "tests/core/data/DrawnWalls.h"

#include <QTemporaryDir>
#include <QTest>

#include <iterator>
#include <memory>

using namespace fissure;
namespace fs = std::filesystem;

class tst_ProposalCutter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        test::drawWalls(root(), 1);
        fs::create_directory(crops());
        m_recipe.cropSizePx = 16;
        const GroundTruthSource masks{GroundTruthFormat::Masks, root() / "masks"};
        m_reader = openGroundTruth(masks, root() / "images", m_recipe.mask).value();
    }

    void everyCutHasItsCrop() {
        CropFolder folder(crops());
        const auto cut = cutProposals(planned(), *m_reader, m_recipe, folder, {});
        QVERIFY(cut.has_value());
        QVERIFY(cut->cuts.size() > 1);
        QCOMPARE(cut->width, 80);
        for (std::size_t i = 0; i < cut->cuts.size(); ++i) {
            QVERIFY(fs::exists(crops() / cropFileName(*cut, i)));
        }
        QCOMPARE(cropCount(), static_cast<std::ptrdiff_t>(cut->cuts.size()));
    }

    void cropsOfAPhotographThatFailsAreRemoved() {
        CropFolder folder(crops());
        const auto cut = cutProposals(planned(), *m_reader, m_recipe, folder, {});
        QVERIFY(cut.has_value());
        // A folder in the place of the last crop; it is not empty, so nothing can take its place.
        const fs::path last = crops() / cropFileName(*cut, cut->cuts.size() - 1);
        fs::remove_all(crops());
        fs::create_directories(last / "inner");
        const auto failed = cutProposals(planned(), *m_reader, m_recipe, folder, {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Unwritable);
        QCOMPARE(failed.error().subject, last.string());
        QCOMPARE(cropCount(), std::ptrdiff_t(1));
        QVERIFY(fs::exists(last / "inner"));
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path crops() const { return root() / "crops"; }
    std::ptrdiff_t cropCount() const { return std::distance(fs::directory_iterator(crops()), {}); }

    PlannedImage planned() const {
        PlannedImage image;
        image.file = root() / "images" / "wall_0.jpg";
        image.source = "wall";
        return image;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProposalRecipe m_recipe;
    std::unique_ptr<const GroundTruthReader> m_reader;
};

QTEST_GUILESS_MAIN(tst_ProposalCutter)
#include "tst_ProposalCutter.moc"
