#include "ui/live/QueuePanel.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Heading.h"
#include "ui/common/Icons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fissure::ui {

namespace {
constexpr int kHighestListPx = 120;
}

QueuePanel::QueuePanel(RunQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_hold(new QPushButton)
    , m_state(new QLabel)
    , m_list(new QScrollArea) {
    m_hold->setObjectName(QStringLiteral("holdQueue"));
    m_state->setObjectName(QStringLiteral("queueState"));
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Runs that wait for their turn"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setWidgetResizable(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(makeHeading(tr("Queue")), 1);
    top->addWidget(m_hold);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 16, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_state);
    layout->addStretch(1);
    connect(m_hold, &QPushButton::clicked, this, &QueuePanel::holdOrResume);
    connect(&m_queue, &RunQueue::changed, this, &QueuePanel::refresh);
    refresh();
}

void QueuePanel::refresh() {
    const bool isHeld = m_queue.isHeld();
    m_hold->setText(isHeld ? tr("Resume") : tr("Hold"));
    m_hold->setIcon(icon(isHeld ? "play" : "circle-pause"));
    m_hold->setToolTip(isHeld ? tr("Start the next run as soon as nothing trains")
                              : tr("Start none of these runs when the one that trains has ended"));
    m_state->setText(isHeld ? tr("The queue is held: no run starts by itself until you resume it.")
                            : QString());
    m_state->setVisible(isHeld);
    fillList();
    setVisible(!m_queue.runs().empty());
}

void QueuePanel::fillList() {
    delete m_list->takeWidget();
    auto* rows = new QWidget;
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const QueuedRun& run : m_queue.runs()) {
        layout->addWidget(makeRow(run));
    }
    m_list->setFixedHeight(std::min(rows->sizeHint().height(), kHighestListPx));
    m_list->setWidget(rows);
}

QWidget* QueuePanel::makeRow(const QueuedRun& run) {
    const QString text = RunQueue::nameOf(run.request);
    auto* name = new ElidedLabel;
    name->setObjectName(QStringLiteral("queuedRun"));
    name->setText(text);
    auto* removeButton = new QToolButton;
    removeButton->setObjectName(QStringLiteral("removeQueued"));
    removeButton->setAutoRaise(true);
    removeButton->setFocusPolicy(Qt::StrongFocus);
    removeButton->setIcon(icon("x"));
    removeButton->setToolTip(tr("Take this run out of the queue"));
    removeButton->setAccessibleName(tr("Take “%1” out of the queue").arg(text));
    // Later: the row goes with its button.
    connect(
        removeButton, &QToolButton::clicked, this, [this, id = run.id] { remove(id); }, Qt::QueuedConnection);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(name, 1);
    layout->addWidget(removeButton);
    return row;
}

void QueuePanel::holdOrResume() {
    if (m_queue.isHeld()) {
        m_queue.resume();
    } else {
        m_queue.hold();
    }
}

void QueuePanel::remove(quint64 id) {
    const auto& runs = m_queue.runs();
    const auto place = std::ranges::find(runs, id, &QueuedRun::id) - runs.begin();
    const bool hadFocus = m_list->isAncestorOf(QApplication::focusWidget());
    m_queue.remove(id);
    const auto buttons = m_list->findChildren<QToolButton*>(QStringLiteral("removeQueued"));
    if (hadFocus && !buttons.isEmpty()) {
        // The keyboard goes on with the run that has moved up.
        buttons[std::min<qsizetype>(place, buttons.size() - 1)]->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace fissure::ui
