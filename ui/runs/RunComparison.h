#pragma once

#include "core/store/RunRecord.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <vector>

namespace fissure::ui {

/// What a table says of several runs: rows of a title and then a cell a run.
class RunComparison {
    Q_DECLARE_TR_FUNCTIONS(fissure::ui::RunComparison)

public:
    /// The settings that are not the same in all runs, in the order of the table of fields.
    static QList<QStringList> differingSettings(const std::vector<RunRecord>& runs);
    /// Figures of each run's best epoch, and how long the run took. now ends the runs that live.
    static QList<QStringList> figures(const std::vector<RunRecord>& runs, WallTime now);
    /// True where all were measured on the same proposals.
    static bool areComparable(const std::vector<RunRecord>& runs);
};

} // namespace fissure::ui
