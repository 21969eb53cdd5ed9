#pragma once

#include "ui/gallery/ProposalDetail.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace fissure::ui {

class ElidedLabel;
class MarkLabel;

/// What is known of a proposal in two columns under its outcome; names of files, which are long, on lines of
/// their own.
class ProposalFacts final : public QWidget {
    Q_OBJECT

public:
    explicit ProposalFacts(QWidget* parent = nullptr);

    void setDetail(const std::optional<ProposalDetail>& detail);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addTitle(const QString& title);
    QLabel* addFigure(QGridLayout& grid, const char* objectName, const QString& title);
    ElidedLabel* addName(QGridLayout& grid, const char* objectName, const QString& title);
    void showOutcome();

    std::optional<ProposalDetail> m_detail;
    QLabel* m_badge = nullptr;
    QLabel* m_outcome = nullptr;
    std::vector<QLabel*> m_titles;
    ElidedLabel* m_file = nullptr;
    ElidedLabel* m_source = nullptr;
    QLabel* m_iou = nullptr;
    QLabel* m_probability = nullptr;
    QLabel* m_loss = nullptr;
    QLabel* m_label = nullptr;
    QLabel* m_predicted = nullptr;
    MarkLabel* m_mark = nullptr;
};

} // namespace fissure::ui
