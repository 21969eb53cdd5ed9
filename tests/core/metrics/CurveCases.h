#pragma once

#include "core/metrics/TrainMetrics.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <vector>

namespace fissure::test {

/// What scikit-learn says of a set of proposals: an object of tests/data/curves.json.
struct CurveCase {
    QJsonObject expected;
    std::vector<Prediction> predictions;
    double labelIou = 0.0;
};

inline CurveCase curveCaseOf(const QJsonObject& object) {
    CurveCase one{object, {}, object[QLatin1String("label_iou")].toDouble()};
    const QJsonArray labels = object[QLatin1String("labels")].toArray();
    const QJsonArray probabilities = object[QLatin1String("probabilities")].toArray();
    const QJsonArray ious = object[QLatin1String("ious")].toArray();
    for (int i = 0; i < labels.size(); ++i) {
        // Where the labels follow from IoUs, those of the predictions are all wrong.
        const int label = ious.isEmpty() ? labels[i].toInt() : 1 - labels[i].toInt();
        one.predictions.push_back(
            {std::to_string(i), ious[i].toDouble(), label, probabilities[i].toDouble(), 0.0, true});
    }
    return one;
}

/// Empty where the file cannot be read.
inline std::vector<CurveCase> curveCases() {
    QFile file(QStringLiteral(FISSURE_SOURCE_DIR "/tests/data/curves.json"));
    std::vector<CurveCase> cases;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QJsonValue& one : QJsonDocument::fromJson(file.readAll()).array()) {
            cases.push_back(curveCaseOf(one.toObject()));
        }
    }
    return cases;
}

} // namespace fissure::test
