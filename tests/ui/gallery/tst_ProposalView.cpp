#include "core/data/ImageFile.h"
#include "tests/support/TestImages.h"
#include "ui/gallery/EnlargedView.h"
#include "ui/gallery/GalleryImages.h"
#include "ui/gallery/ProposalView.h"

#include <QTemporaryDir>
#include <QTest>

namespace fissure::ui {

class tst_ProposalView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_detail.cropPath = m_folder.filePath(QStringLiteral("crop.png"));
        QVERIFY(writeImage(m_detail.cropPath.toStdString(), fissure::test::drawCrop(kCropPx, true, 1)));
    }

    void panelShowsTheCropWithAllItsPixels() {
        GalleryImages images;
        ProposalView view(images);
        view.setDetail(m_detail);
        QTRY_COMPARE(images.closeUps.find(m_detail.cropPath).width(), kCropPx);
    }

    void largeViewShowsTheCropWithAllItsPixels() {
        GalleryImages images;
        EnlargedView view(images, nullptr);
        view.setDetail(m_detail, 0, 1);
        QTRY_COMPARE(images.closeUps.find(m_detail.cropPath).width(), kCropPx);
    }

private:
    static constexpr int kCropPx = 400; // larger than a card

    QTemporaryDir m_folder;
    ProposalDetail m_detail;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_ProposalView)
#include "tst_ProposalView.moc"
