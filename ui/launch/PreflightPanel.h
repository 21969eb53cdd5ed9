#pragma once

#include "core/metrics/Finding.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace fissure::ui {

class ElidedLabel;
class Preflight;

/// Shows a pre-flight: what was found, gravest first, how far a check has come, and the box that accepts the
/// warnings.
class PreflightPanel final : public QWidget {
    Q_OBJECT

public:
    /// The pre-flight must outlive the panel.
    explicit PreflightPanel(Preflight& preflight, QWidget* parent = nullptr);

    /// The box that accepts the warnings; hidden where there are none.
    QWidget& acceptance() const;

private:
    QWidget* makeHead();
    void refresh();
    void showFindings();
    void showProgress();
    QString stateText() const;
    QString stepText() const;
    QString stageText() const;

    Preflight& m_preflight;
    std::vector<Finding> m_shown;
    QLabel* m_state;     ///< while nothing runs
    ElidedLabel* m_step; ///< of the check that runs
    QProgressBar* m_progress;
    QPushButton* m_check;
    QVBoxLayout* m_notes;
    QCheckBox* m_accept;
};

} // namespace fissure::ui
