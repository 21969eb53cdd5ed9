#include "ui/gallery/ProposalFacts.h"

#include "core/data/ProposalName.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/Format.h"
#include "ui/common/RunText.h"
#include "ui/gallery/MarkLabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace fissure::ui {

namespace {

/// The photograph's name: from the manifest, else from the crop's own.
QString sourceText(const ProposalDetail& detail) {
    if (detail.origin) {
        return QString::fromStdString(detail.origin->sourceImage.filename().string());
    }
    const auto name = parseProposalName(detail.prediction.file);
    return name ? QString::fromStdString(name->source) : QString(QChar(0x2013));
}

} // namespace

ProposalFacts::ProposalFacts(QWidget* parent) : QWidget(parent) {
    m_badge = new QLabel;
    m_outcome = new QLabel;
    m_outcome->setObjectName(QStringLiteral("proposalOutcome"));
    QFont bold = font();
    bold.setBold(true);
    m_outcome->setFont(bold);
    auto* headline = new QHBoxLayout;
    headline->setSpacing(8);
    headline->addWidget(m_badge);
    headline->addWidget(m_outcome, 1);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addLayout(headline, 0, 0, 1, 2);
    m_iou = addFigure(*grid, "proposalIou", tr("IoU"));
    m_probability = addFigure(*grid, "proposalProbability", tr("Probability"));
    m_loss = addFigure(*grid, "proposalLoss", tr("Loss"));
    m_label = addFigure(*grid, "proposalLabel", tr("True label"));
    m_predicted = addFigure(*grid, "proposalPredicted", tr("Predicted"));
    m_mark = new MarkLabel;
    m_mark->setObjectName(QStringLiteral("proposalMark"));
    const int markRow = grid->rowCount();
    grid->addWidget(addTitle(tr("Mark")), markRow, 0);
    grid->addWidget(m_mark, markRow, 1);
    m_source = addName(*grid, "proposalSource", tr("Source"));
    m_file = addName(*grid, "proposalFile", tr("File"));
    grid->setRowStretch(grid->rowCount(), 1);
    setDetail(std::nullopt);
}

QLabel* ProposalFacts::addTitle(const QString& title) {
    m_titles.push_back(new QLabel(title));
    return m_titles.back();
}

QLabel* ProposalFacts::addFigure(QGridLayout& grid, const char* objectName, const QString& title) {
    const int row = grid.rowCount();
    auto* value = new QLabel;
    value->setObjectName(QLatin1String(objectName));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(addTitle(title), row, 0);
    grid.addWidget(value, row, 1);
    return value;
}

ElidedLabel* ProposalFacts::addName(QGridLayout& grid, const char* objectName, const QString& title) {
    const int row = grid.rowCount();
    auto* value = new ElidedLabel;
    value->setObjectName(QLatin1String(objectName));
    grid.addWidget(addTitle(title), row, 0, 1, 2);
    grid.addWidget(value, row + 1, 0, 1, 2);
    return value;
}

void ProposalFacts::setDetail(const std::optional<ProposalDetail>& detail) {
    m_detail = detail;
    const QString none(QChar(0x2013));
    const Prediction* shown = detail ? &detail->prediction : nullptr;
    // The exact IoU of a manifest has more digits than the name of the crop.
    m_iou->setText(shown ? QLocale().toString(shown->iou, 'f', detail->origin ? 4 : 2) : none);
    m_probability->setText(shown ? QLocale().toString(shown->probability, 'f', 4) : none);
    m_loss->setText(shown ? lossText(shown->loss) : none);
    m_label->setText(shown ? labelText(shown->label) : none);
    m_predicted->setText(shown ? labelText(shown->predicted(detail->threshold)) : none);
    m_mark->setMark(detail ? detail->mark : std::nullopt);
    m_source->setText(detail ? sourceText(*detail) : none);
    m_file->setText(shown ? QString::fromStdString(shown->file) : none);
    showOutcome();
}

void ProposalFacts::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_outcome != nullptr) {
        showOutcome();
    }
}

void ProposalFacts::showOutcome() {
    m_badge->setVisible(m_detail.has_value());
    m_outcome->setText(m_detail ? OutcomeText::title(m_detail->outcome()) : tr("No proposal selected"));
    if (m_detail) {
        m_badge->setPixmap(outcomePixmap(m_detail->outcome(), palette(), QSize(24, 16), devicePixelRatioF()));
    }
    const QPalette muted = textPalette(Meaning::Muted, palette());
    for (QLabel* title : m_titles) {
        title->setPalette(muted);
    }
}

} // namespace fissure::ui
