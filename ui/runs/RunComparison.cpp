#include "ui/runs/RunComparison.h"

#include "core/config/ConfigFields.h"
#include "ui/common/FieldText.h"
#include "ui/common/Format.h"
#include "ui/common/RunText.h"

#include <algorithm>
#include <limits>

namespace fissure::ui {

namespace {

template <class Text>
QStringList row(const QString& title, const std::vector<RunRecord>& runs, Text text) {
    QStringList cells{title};
    for (const RunRecord& run : runs) {
        cells.append(text(run.summary));
    }
    return cells;
}

QString bestEpochText(const RunSummary& run) {
    return run.best ? RunComparison::tr("%1 of %2", "best epoch of all epochs")
                          .arg(run.best->epoch)
                          .arg(run.epochs)
                    : QStringLiteral("–");
}

QString validationLossText(const RunSummary& run) {
    const SplitMetrics* best = bestValidation(run);
    return lossText(best != nullptr ? best->loss : std::numeric_limits<double>::quiet_NaN());
}

} // namespace

QList<QStringList> RunComparison::differingSettings(const std::vector<RunRecord>& runs) {
    QList<QStringList> rows;
    for (const Field& field : configFields()) {
        const bool isSame = std::ranges::all_of(runs, [&](const RunRecord& run) {
            return field.get(run.summary.config) == field.get(runs.front().summary.config);
        });
        if (!isSame) {
            rows.append(row(FieldText::title(field), runs, [&field](const RunSummary& run) {
                return FieldText::value(field, field.get(run.config));
            }));
        }
    }
    return rows;
}

QList<QStringList> RunComparison::figures(const std::vector<RunRecord>& runs, WallTime now) {
    const auto percent = [&runs](const QString& title, double (ConfusionMatrix::*figure)() const) {
        return row(title, runs, [figure](const RunSummary& run) {
            const SplitMetrics* best = bestValidation(run);
            return percentText(best != nullptr ? (best->confusion.*figure)()
                                               : std::numeric_limits<double>::quiet_NaN());
        });
    };
    return {row(tr("Best epoch"), runs, bestEpochText),
            row(tr("Validation loss"), runs, validationLossText),
            percent(tr("Validation accuracy"), &ConfusionMatrix::accuracy),
            percent(tr("Crack precision"), &ConfusionMatrix::precision),
            percent(tr("Crack recall"), &ConfusionMatrix::recall),
            percent(tr("Crack F1"), &ConfusionMatrix::f1),
            row(tr("Duration"), runs,
                [now](const RunSummary& run) { return durationText(durationOf(run, now)); })};
}

bool RunComparison::areComparable(const std::vector<RunRecord>& runs) {
    return std::ranges::all_of(runs, [&runs](const RunRecord& run) {
        return run.evaluationFingerprint == runs.front().evaluationFingerprint;
    });
}

} // namespace fissure::ui
