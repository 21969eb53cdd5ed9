#include "ui/launch/StartBar.h"

#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/common/Tags.h"
#include "ui/common/Theme.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace fissure::ui {

StartBar::StartBar(QMenu& presets, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_tags(new QLineEdit)
    , m_queue(new QPushButton(icon("plus"), tr("Add to queue")))
    , m_start(new QPushButton(tr("Start run")))
    , m_unchecked(new QLabel)
    , m_obstacle(new QLabel) {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(makeActions(presets));
    layout->addLayout(makeLine());
    makeShortcuts();
    showTexts();
}

QString StartBar::name() const {
    return m_name->text().trimmed();
}

std::vector<std::string> StartBar::tags() const {
    return splitTags(m_tags->text());
}

void StartBar::setName(const QString& name) {
    m_name->setText(name);
}

void StartBar::setTags(const std::vector<std::string>& tags) {
    m_tags->setText(joinTags(tags));
}

void StartBar::setDefaultName(const QString& name) {
    m_name->setPlaceholderText(name);
}

void StartBar::setCanStart(bool can) {
    m_start->setEnabled(can);
}

void StartBar::setCanQueue(bool can) {
    m_queue->setEnabled(can);
}

void StartBar::setObstacle(const QString& reason, Leads leads) {
    m_reason = reason;
    m_leads = leads;
    showTexts();
}

void StartBar::setUnchecked(bool unchecked) {
    m_unchecked->setVisible(unchecked);
}

void StartBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showTexts();
    }
}

QLayout* StartBar::makeActions(QMenu& presets) {
    m_name->setObjectName(QStringLiteral("runName"));
    m_tags->setObjectName(QStringLiteral("runTags"));
    m_tags->setPlaceholderText(tr("comma-separated"));
    m_name->setMinimumWidth(120);
    m_tags->setMinimumWidth(90);
    auto* nameLabel = new QLabel(tr("&Name"));
    nameLabel->setBuddy(m_name);
    auto* tagsLabel = new QLabel(tr("&Tags"));
    tagsLabel->setBuddy(m_tags);
    auto* presetsButton = new QPushButton(icon("layers"), tr("Presets"));
    presetsButton->setObjectName(QStringLiteral("presets"));
    presetsButton->setToolTip(tr("Fill the form from a preset, or keep what it holds as one"));
    presetsButton->setMenu(&presets);
    m_queue->setObjectName(QStringLiteral("addToQueue"));
    m_start->setObjectName(QStringLiteral("startRun"));
    m_start->setIcon(icon("play", Meaning::OnPrimary));
    makePrimary(*m_start);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 10, 16, 4);
    row->setSpacing(8);
    row->addWidget(nameLabel);
    row->addWidget(m_name, 2);
    row->addSpacing(8);
    row->addWidget(tagsLabel);
    row->addWidget(m_tags, 1);
    row->addSpacing(8);
    row->addWidget(presetsButton);
    row->addWidget(m_queue);
    row->addWidget(m_start);
    connect(m_queue, &QPushButton::clicked, this, &StartBar::queueWanted);
    connect(m_start, &QPushButton::clicked, this, &StartBar::startWanted);
    return row;
}

QLayout* StartBar::makeLine() {
    m_unchecked->setObjectName(QStringLiteral("cropsUnchecked"));
    m_unchecked->setTextFormat(Qt::RichText);
    m_unchecked->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_unchecked->setToolTip(tr("Open every crop before the start; a run can start without it"));
    m_unchecked->hide();
    m_obstacle->setObjectName(QStringLiteral("startObstacle"));
    m_obstacle->setWordWrap(true);
    m_obstacle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_obstacle->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    // The line keeps its place when there is nothing to say, so that the form does not move.
    m_obstacle->setMinimumHeight(fontMetrics().height());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_unchecked);
    row->addWidget(m_obstacle, 1);
    connect(m_unchecked, &QLabel::linkActivated, this, &StartBar::checkWanted);
    connect(m_obstacle, &QLabel::linkActivated, this, &StartBar::problemWanted);
    return row;
}

void StartBar::makeShortcuts() {
    auto* startNow = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(startNow, &QShortcut::activated, this, &StartBar::startWanted);
    m_start->setToolTip(tr("Start run (%1)").arg(startNow->key().toString(QKeySequence::NativeText)));
    auto* startLater = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), this);
    connect(startLater, &QShortcut::activated, this, &StartBar::queueWanted);
    m_queue->setToolTip(tr("Train this run when those before it have ended (%1)")
                            .arg(startLater->key().toString(QKeySequence::NativeText)));
}

void StartBar::showTexts() {
    setSentence(*m_obstacle, m_reason, m_leads);
    m_unchecked->setText(linkOf(tr("Crops not checked yet"), colorOf(Meaning::Muted, palette())));
}

} // namespace fissure::ui
