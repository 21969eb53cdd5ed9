#include "ui/launch/ConfigRow.h"

#include "ui/common/FieldText.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/launch/FieldEditor.h"

#include <QGridLayout>
#include <QLabel>
#include <QSizePolicy>
#include <QToolButton>
#include <QVBoxLayout>

#include <cassert>

namespace fissure::ui {

ConfigRow::ConfigRow(const Field& field, RecentPaths& recent, QGridLayout& grid)
    : m_field(field)
    , m_title(new QLabel(FieldText::title(field)))
    , m_editor(makeFieldEditor(field, recent, nullptr))
    , m_reset(new QToolButton)
    , m_reasonLabel(new QLabel) {
    const QString name = FieldText::objectName(field);
    m_title->setBuddy(m_editor);
    m_title->setToolTip(FieldText::help(field));
    m_reset->setObjectName(name + QStringLiteral("Reset"));
    m_reset->setIcon(icon("undo-2"));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(FieldText::title(field)));
    const bool isPath = field.kind == FieldKind::Folder || field.kind == FieldKind::File;
    m_reset->setToolTip(isPath ? tr("Clear")
                               : tr("Reset to %1").arg(FieldText::value(field, field.get(RunConfig()))));
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->hide();
    m_reasonLabel->setObjectName(name + QStringLiteral("Reason"));
    m_reasonLabel->setWordWrap(true);
    m_reasonLabel->setContentsMargins(2, 0, 0, 4);
    m_reasonLabel->hide();

    addTo(grid);
    connect(m_editor, &FieldEditor::edited, this, &ConfigRow::edited);
    connect(m_editor, &FieldEditor::focused, this, &ConfigRow::focused);
    connect(m_reset, &QToolButton::clicked, this, &ConfigRow::resetRequested);
}

void ConfigRow::addTo(QGridLayout& grid) {
    const int row = grid.rowCount();
    if (m_field.kind == FieldKind::Folder || m_field.kind == FieldKind::File) {
        grid.addWidget(m_title, row, 0, 1, 3);
        grid.addWidget(m_editor, row + 1, 0, 1, 2);
        grid.addWidget(m_reset, row + 1, 2);
        grid.addWidget(m_reasonLabel, row + 2, 0, 1, 3);
        m_below = new QWidget;
        auto* below = new QVBoxLayout(m_below);
        below->setContentsMargins(0, 0, 0, 0);
        grid.addWidget(m_below, row + 3, 0, 1, 3);
        m_below->hide();
        return;
    }
    grid.addWidget(m_title, row, 0);
    grid.addWidget(m_editor, row, 1);
    grid.addWidget(m_reset, row, 2);
    grid.addWidget(m_reasonLabel, row + 1, 1, 1, 2);
}

bool ConfigRow::matches(const QString& text) const {
    return FieldText::title(m_field).contains(text, Qt::CaseInsensitive) ||
           QString::fromUtf8(m_field.key).contains(text, Qt::CaseInsensitive) ||
           FieldText::help(m_field).contains(text, Qt::CaseInsensitive);
}

void ConfigRow::setExtra(QWidget& extra) {
    assert(m_below != nullptr);
    m_below->layout()->addWidget(&extra);
    m_below->setVisible(m_isVisible);
}

void ConfigRow::setVisible(bool visible) {
    m_isVisible = visible;
    m_title->setVisible(visible);
    m_editor->setVisible(visible);
    const bool isChanged = m_editor->state() != FieldState::Default;
    // A hidden widget that keeps its room would leave a hole where the whole row is hidden.
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(visible);
    m_reset->setSizePolicy(policy);
    m_reset->setVisible(visible && isChanged);
    if (m_below != nullptr) {
        m_below->setVisible(visible && m_below->layout()->count() > 0);
    }
    showReason();
}

void ConfigRow::setUsed(bool used) {
    m_title->setEnabled(used);
    m_editor->setEnabled(used);
    m_editor->setToolTip(used ? QString() : tr("This has no effect with the other settings."));
}

void ConfigRow::setStanding(bool isDefault, const QString& reason) {
    m_reason = reason;
    const bool isWrong = !reason.isEmpty() && m_isTouched;
    const FieldState state = isWrong     ? FieldState::Wrong
                             : isDefault ? FieldState::Default
                                         : FieldState::Changed;
    m_editor->setState(state);
    showTitle();
    m_reset->setVisible(m_isVisible && !isDefault);
    showReason();
}

void ConfigRow::restyle() {
    m_editor->restyle();
    showTitle();
    showReason();
}

void ConfigRow::showTitle() {
    QFont font = m_title->font();
    font.setBold(m_editor->state() != FieldState::Default);
    m_title->setFont(font);
}

void ConfigRow::showReason() {
    m_reasonLabel->setText(m_reason);
    m_reasonLabel->setPalette(textPalette(Meaning::Error, m_editor->palette()));
    m_reasonLabel->setVisible(m_isVisible && m_isTouched && !m_reason.isEmpty());
}

} // namespace fissure::ui
