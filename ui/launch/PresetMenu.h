#pragma once

#include "ui/launch/Presets.h"

#include <QMenu>
#include <QString>

namespace fissure::ui {

/// The menu of the presets: strategies, the user's own, saving and deleting. Asks for names and before
/// something is lost; what is chosen is told and done by the page.
class PresetMenu final : public QMenu {
    Q_OBJECT

public:
    /// The presets must outlive the menu. Dialogs belong to the parent's window.
    PresetMenu(const Presets& presets, QWidget* parent);

    /// Asks for a name, and whether to replace a preset of that name; saveRequested() follows.
    void askName();

Q_SIGNALS:
    void chosen(const QString& title, const fissure::ui::PresetEffect& effect);
    /// "Save as preset…" was chosen; askName() goes on.
    void saveChosen();
    void saveRequested(const QString& name);
    void deleteRequested(const QString& name);

private:
    void fill();
    void addStrategies();
    void addSaved();
    void takeName(const QString& text);
    void askWhetherToReplace(const QString& name);
    void askWhetherToDelete(const QString& name);

    const Presets& m_presets;
    QMenu* m_delete;
    QString m_lastName; ///< of the saved preset that was chosen or saved last: it is likely to be saved again
};

} // namespace fissure::ui
