#include "ui/gallery/ProposalView.h"

#include "ui/gallery/CropPicture.h"
#include "ui/gallery/GalleryImages.h"
#include "ui/gallery/ProposalFacts.h"
#include "ui/gallery/SourceView.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace fissure::ui {

ProposalView::ProposalView(GalleryImages& images, QWidget* parent) : QWidget(parent) {
    m_crop = new CropPicture(images.closeUps);
    m_crop->setObjectName(QStringLiteral("proposalCrop"));
    m_facts = new ProposalFacts;
    m_source = new SourceView(images.closeUps);
    m_source->setObjectName(QStringLiteral("proposalPhotograph"));

    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_crop, 1);
    top->addWidget(m_facts, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top, 2);
    layout->addWidget(m_source, 3);
}

void ProposalView::setDetail(const std::optional<ProposalDetail>& detail) {
    m_crop->setPath(detail ? detail->cropPath : QString());
    m_facts->setDetail(detail);
    m_source->setDetail(detail);
}

} // namespace fissure::ui
