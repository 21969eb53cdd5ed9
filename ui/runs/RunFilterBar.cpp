#include "ui/runs/RunFilterBar.h"

#include "ui/common/Icons.h"
#include "ui/common/RunText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace fissure::ui {

namespace {
constexpr int kWidestNamePx = 200;
}

RunFilterBar::RunFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_status(new QComboBox(this))
    , m_onlyButton(new QToolButton(this))
    , m_counts(new QLabel(this)) {
    m_search->setObjectName(QStringLiteral("runSearch"));
    m_search->setPlaceholderText(tr("Search name, tag, backbone, …"));
    m_search->setToolTip(tr("Every word must occur in the run (%1).")
                             .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search", Meaning::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(160);
    m_status->setObjectName(QStringLiteral("runStatusFilter"));
    m_status->setAccessibleName(tr("Show runs of this state"));
    m_status->addItem(tr("All states"));
    for (const RunStatus status : {RunStatus::Running, RunStatus::Paused, RunStatus::Finished,
                                   RunStatus::Stopped, RunStatus::Failed, RunStatus::Interrupted}) {
        m_status->addItem(statusIcon(status), statusText(status), static_cast<int>(status));
    }
    m_onlyButton->setObjectName(QStringLiteral("runOnly"));
    m_onlyButton->setIcon(icon("x"));
    m_onlyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_onlyButton->setToolTip(tr("Show all runs again."));
    m_onlyButton->hide();
    connect(m_onlyButton, &QToolButton::clicked, this, [this] { setOnly({}, {}); });
    m_counts->setObjectName(QStringLiteral("runCounts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    connect(m_search, &QLineEdit::textChanged, this, &RunFilterBar::changed);
    connect(m_status, &QComboBox::currentIndexChanged, this, &RunFilterBar::changed);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_onlyButton);
    layout->addWidget(m_counts);
    layout->addWidget(makeColumns());
}

QWidget* RunFilterBar::makeColumns() {
    auto* columns = new QToolButton(this);
    columns->setObjectName(QStringLiteral("runColumns"));
    columns->setText(tr("Columns"));
    columns->setIcon(icon("table-2"));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns->setToolTip(tr("Choose the columns, and the one that sorts."));
    connect(columns, &QToolButton::clicked, this,
            [this, columns] { Q_EMIT columnsWanted(columns->mapToGlobal(QPoint(0, columns->height()))); });
    return columns;
}

QString RunFilterBar::searchText() const {
    return m_search->text();
}

std::optional<RunStatus> RunFilterBar::status() const {
    const QVariant status = m_status->currentData();
    return status.isValid() ? std::optional(static_cast<RunStatus>(status.toInt())) : std::nullopt;
}

void RunFilterBar::clear() {
    m_search->clear();
    m_status->setCurrentIndex(0);
    setOnly({}, {});
}

void RunFilterBar::setOnly(const QString& name, const std::vector<RunId>& runs) {
    m_only = runs;
    QString shown = m_onlyButton->fontMetrics().elidedText(name, Qt::ElideMiddle, kWidestNamePx);
    m_onlyButton->setText(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
    m_onlyButton->setVisible(!runs.empty());
    Q_EMIT changed();
}

void RunFilterBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RunFilterBar::setCounts(int shown, int all) {
    const QString total = all == 1 ? tr("1 run") : tr("%n runs", nullptr, all);
    m_counts->setText(shown == all ? total
                                   : tr("%1 of %2", "1 of 3 runs").arg(QString::number(shown), total));
}

} // namespace fissure::ui
