#pragma once

#include "ui/gallery/ProposalDetail.h"

#include <QWidget>

#include <optional>

namespace fissure::ui {

class CropPicture;
class ProposalFacts;
class SourceView;
struct GalleryImages;

/// The panel beside the grid: the crop large, its facts, and the photograph it was cut from.
class ProposalView final : public QWidget {
    Q_OBJECT

public:
    /// The images must outlive the view.
    explicit ProposalView(GalleryImages& images, QWidget* parent = nullptr);

    void setDetail(const std::optional<ProposalDetail>& detail);

private:
    CropPicture* m_crop = nullptr;
    ProposalFacts* m_facts = nullptr;
    SourceView* m_source = nullptr;
};

} // namespace fissure::ui
