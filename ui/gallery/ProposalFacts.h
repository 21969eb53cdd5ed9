#pragma once

#include "ui/gallery/ProposalDetail.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace fissure::ui {

class ElidedLabel;

/// What is known of a proposal, names at the left and values at the right, under its outcome.
class ProposalFacts final : public QWidget {
    Q_OBJECT

public:
    explicit ProposalFacts(QWidget* parent = nullptr);

    void setDetail(const std::optional<ProposalDetail>& detail);

protected:
    void changeEvent(QEvent* event) override;

private:
    ElidedLabel* addLine(QGridLayout& grid, const char* objectName, const QString& title);
    void showOutcome();

    std::optional<ProposalDetail> m_detail;
    QLabel* m_badge = nullptr;
    QLabel* m_outcome = nullptr;
    std::vector<QLabel*> m_titles;
    ElidedLabel* m_file = nullptr;
    ElidedLabel* m_source = nullptr;
    ElidedLabel* m_iou = nullptr;
    ElidedLabel* m_probability = nullptr;
    ElidedLabel* m_loss = nullptr;
    ElidedLabel* m_label = nullptr;
    ElidedLabel* m_predicted = nullptr;
};

} // namespace fissure::ui
