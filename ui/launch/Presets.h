#pragma once

#include "core/config/ConfigFields.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace fissure::ui {

/// What a preset does to a form: the fields that it sets, with their values. All others stay as they are.
struct PresetEffect {
    RunConfig config;
    std::vector<const Field*> fields;
    QStringList unusable; ///< keys that were stored, and that this version does not know or cannot take
};

/// A way of sampling and weighing that the reference work compared.
struct Strategy {
    const char* id; ///< for object names
    QString name;
    RunConfig config; ///< only the fields of a strategy count
};

/// The presets of the form: the strategies of the reference work, and those that the user has saved by name.
/// A saved one holds the whole form but what belongs to a single run: folders, initial weights and seed. It
/// stays as it was stored, whatever of it this version knows, so that another version finds it whole.
class Presets final {
    Q_DECLARE_TR_FUNCTIONS(Presets)

public:
    /// In the order of the menu, names in the user's language.
    static std::vector<Strategy> strategies();
    /// Sampler, loss, their parameters and the cut of the negatives.
    static PresetEffect effectOf(const Strategy& strategy);
    /// True for a field that saved presets hold.
    static bool holds(const Field& field);

    /// Sorted as the user's language sorts.
    QStringList names() const;
    bool contains(const QString& name) const;
    /// A field that was not stored gets its default. Without fields where there is no such preset.
    PresetEffect effectOf(const QString& name) const;
    /// What restore() reads; empty where there is none.
    QByteArray toJson() const;

    /// Takes the place of one of the same name.
    void save(const QString& name, const RunConfig& config);
    void remove(const QString& name);
    /// Takes the place of all. What is not of toJson() is passed over.
    void restore(const QByteArray& json);

private:
    struct Saved {
        QString name;
        QJsonObject fields;
    };

    const Saved* find(const QString& name) const;

    std::vector<Saved> m_saved;
};

} // namespace fissure::ui
