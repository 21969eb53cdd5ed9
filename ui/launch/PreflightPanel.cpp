#include "ui/launch/PreflightPanel.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/Icons.h"
#include "ui/common/NoteLine.h"
#include "ui/launch/Preflight.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace fissure::ui {

PreflightPanel::PreflightPanel(Preflight& preflight, QWidget* parent)
    : QWidget(parent)
    , m_preflight(preflight)
    , m_state(new QLabel)
    , m_step(new ElidedLabel)
    , m_progress(new QProgressBar)
    , m_check(new QPushButton)
    , m_notes(new QVBoxLayout)
    , m_accept(new QCheckBox) {
    m_state->setObjectName(QStringLiteral("preflightState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    m_step->setObjectName(QStringLiteral("preflightStep"));
    m_step->setForegroundRole(QPalette::PlaceholderText);
    // It changes many times a second: the page around it must not be laid out anew each time.
    m_step->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_progress->setObjectName(QStringLiteral("preflightProgress"));
    m_progress->setAccessibleName(tr("Progress of the check"));
    m_progress->setMaximumWidth(160);
    m_check->setObjectName(QStringLiteral("checkData"));
    m_accept->setObjectName(QStringLiteral("acceptWarnings"));
    m_notes->setSpacing(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeHead());
    layout->addLayout(m_notes);
    layout->addWidget(m_accept);
    connect(m_accept, &QCheckBox::clicked, &m_preflight, &Preflight::setAccepted);
    connect(&m_preflight, &Preflight::changed, this, &PreflightPanel::refresh);
    connect(&m_preflight, &Preflight::progressed, this, &PreflightPanel::showProgress);
    refresh();
}

QWidget& PreflightPanel::acceptance() const {
    return *m_accept;
}

QWidget* PreflightPanel::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeHeading(tr("Before the start")));
    row->addWidget(m_state, 1);
    row->addWidget(m_step, 1);
    row->addWidget(m_progress);
    row->addWidget(m_check);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_preflight.isBusy()) {
            m_preflight.cancel();
        } else {
            m_preflight.check();
        }
    });
    return head;
}

void PreflightPanel::refresh() {
    const bool isBusy = m_preflight.isBusy();
    m_check->setText(isBusy ? tr("Cancel") : tr("Check data"));
    m_check->setToolTip(isBusy ? QString()
                               : tr("Open every crop, compare training and validation by their pixels, and "
                                    "measure memory and time on a few batches"));
    m_check->setIcon(isBusy ? icon("x") : icon("scan-search"));
    m_check->setEnabled(isBusy ? !m_preflight.isCancelling() : m_preflight.canCheck());
    m_progress->setVisible(isBusy);
    m_step->setVisible(isBusy);
    m_state->setVisible(!isBusy);
    m_state->setText(isBusy ? QString() : stateText());
    showProgress();
    showFindings();
    const int warnings = m_preflight.warnings();
    m_accept->setVisible(warnings > 0);
    m_accept->setText(tr("Start in spite of %n warning(s)", nullptr, warnings));
    m_accept->setChecked(m_preflight.isAccepted());
}

void PreflightPanel::showFindings() {
    std::vector<Finding> findings = m_preflight.findings();
    if (findings == m_shown) {
        return; // what was unfolded stays so
    }
    m_shown = std::move(findings);
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Finding& finding : m_shown) {
        m_notes->addWidget(new NoteLine(finding));
    }
}

void PreflightPanel::showProgress() {
    if (!m_preflight.isBusy()) {
        return;
    }
    const PreflightProgress& progress = m_preflight.progress();
    m_progress->setRange(0, static_cast<int>(progress.total));
    m_progress->setValue(static_cast<int>(progress.done));
    m_step->setText(stepText());
}

QString PreflightPanel::stateText() const {
    if (m_preflight.failed()) {
        return errorText(*m_preflight.failed());
    }
    if (!m_preflight.isChecked()) {
        return tr("The crops were not opened yet.");
    }
    return m_preflight.isUnmeasured()
               ? tr("Every crop was opened. Time and memory were not measured, since a run was training.")
               : tr("Every crop was opened.");
}

QString PreflightPanel::stepText() const {
    if (m_preflight.isCancelling()) {
        return tr("Cancelling…");
    }
    const auto left = m_preflight.timeLeft();
    return left ? tr("%1, about %2 left", "what a check does and how long that will still take")
                      .arg(stageText(), roughDurationText(*left))
                : stageText();
}

QString PreflightPanel::stageText() const {
    const PreflightProgress& progress = m_preflight.progress();
    switch (progress.stage) {
    case PreflightStage::TrainCrops:
        return tr("Opening training crops: %1 of %2")
            .arg(countText(progress.done), countText(progress.total));
    case PreflightStage::ValidCrops:
        return tr("Opening validation crops: %1 of %2")
            .arg(countText(progress.done), countText(progress.total));
    case PreflightStage::DryBatch:
        break;
    }
    return tr("Training on a few batches to measure them");
}

} // namespace fissure::ui
