#include "ui/launch/PresetMenu.h"

#include "ui/common/Icons.h"
#include "ui/common/Question.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPushButton>

namespace fissure::ui {

namespace {

/// An ampersand in a name would be taken for a shortcut.
QString menuText(QString name) {
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

PresetMenu::PresetMenu(const Presets& presets, QWidget* parent)
    : QMenu(parent)
    , m_presets(presets)
    , m_delete(new QMenu(tr("Delete preset"), this)) {
    setObjectName(QStringLiteral("presetMenu"));
    m_delete->setObjectName(QStringLiteral("deletePreset"));
    m_delete->setIcon(ui::icon("trash-2"));
    connect(this, &QMenu::aboutToShow, this, &PresetMenu::fill);
    fill();
}

void PresetMenu::askName() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(QStringLiteral("presetName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as preset"));
    dialog->setLabelText(
        tr("Name of the preset.\nIt keeps all settings but the two data folders, the initial weights "
           "and the seed."));
    dialog->setTextValue(m_lastName);
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &PresetMenu::takeName);
    dialog->open();
    // The dialog makes its buttons when it is shown.
    if (const auto* buttons = dialog->findChild<QDialogButtonBox*>()) {
        QPushButton* save = buttons->button(QDialogButtonBox::Ok);
        const auto allow = [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); };
        connect(dialog, &QInputDialog::textValueChanged, save, allow);
        allow(m_lastName);
    }
}

void PresetMenu::fill() {
    clear();
    addStrategies();
    addSaved();
    addSeparator();
    QAction* save = addAction(ui::icon("save"), tr("Save as preset…"));
    save->setObjectName(QStringLiteral("savePreset"));
    connect(save, &QAction::triggered, this, &PresetMenu::saveChosen);
    addMenu(m_delete);
    m_delete->menuAction()->setEnabled(!m_delete->isEmpty());
}

void PresetMenu::addStrategies() {
    addSection(tr("Strategies of the reference work"));
    for (const Strategy& strategy : Presets::strategies()) {
        QAction* action = addAction(menuText(strategy.name));
        action->setObjectName(QString::fromLatin1(strategy.id));
        connect(action, &QAction::triggered, this,
                [this, strategy] { Q_EMIT chosen(strategy.name, Presets::effectOf(strategy)); });
    }
}

void PresetMenu::addSaved() {
    m_delete->clear();
    const QStringList names = m_presets.names();
    if (!names.isEmpty()) {
        addSection(tr("Your presets"));
    }
    for (const QString& name : names) {
        connect(addAction(menuText(name)), &QAction::triggered, this, [this, name] {
            m_lastName = name;
            Q_EMIT chosen(name, m_presets.effectOf(name));
        });
        connect(m_delete->addAction(menuText(name)), &QAction::triggered, this,
                [this, name] { askWhetherToDelete(name); });
    }
}

void PresetMenu::takeName(const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) {
        return;
    }
    if (m_presets.contains(name)) {
        askWhetherToReplace(name);
        return;
    }
    m_lastName = name;
    Q_EMIT saveRequested(name);
}

void PresetMenu::askWhetherToReplace(const QString& name) {
    const QPushButton* confirm =
        ask(parentWidget(), "replacePreset", tr("Replace preset"), tr("Replace the preset “%1”?").arg(name),
            tr("What it holds now is lost."), tr("Replace preset"));
    connect(confirm, &QPushButton::clicked, this, [this, name] {
        m_lastName = name;
        Q_EMIT saveRequested(name);
    });
}

void PresetMenu::askWhetherToDelete(const QString& name) {
    const QPushButton* confirm =
        ask(parentWidget(), "deletePreset", tr("Delete preset"), tr("Delete the preset “%1”?").arg(name),
            tr("This cannot be undone."), tr("Delete preset"));
    connect(confirm, &QPushButton::clicked, this, [this, name] {
        if (m_lastName == name) {
            m_lastName.clear();
        }
        Q_EMIT deleteRequested(name);
    });
}

} // namespace fissure::ui
