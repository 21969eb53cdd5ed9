#pragma once

#include "core/store/LifeSign.h"
#include "core/store/RunRecord.h"
#include "core/store/Statement.h"

namespace fissure {

/// The columns that readEpoch takes, in its order.
#define FISSURE_EPOCH_COLUMNS                                                                                \
    "epoch, is_best, learning_rate, seconds, images_per_second, "                                            \
    "train_loss, train_true_positives, train_false_positives, train_true_negatives, train_false_negatives, " \
    "val_loss, val_true_positives, val_false_positives, val_true_negatives, val_false_negatives"

/// The columns that readLifeSign takes, in its order.
#define FISSURE_LIFE_SIGN_COLUMNS "host, machine_id, boot_id, pid_namespace, pid, process_start, at_ms"

/// Each takes the next columns of the statement's row.
EpochMetrics readEpoch(Statement& row);
StepMetrics readStep(Statement& row);
Prediction readPrediction(Statement& row);
LifeSign readLifeSign(Statement& row);

} // namespace fissure
