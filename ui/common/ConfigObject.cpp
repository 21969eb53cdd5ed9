#include "ui/common/ConfigObject.h"

#include "core/config/ConfigJson.h"

#include <QJsonDocument>

namespace fissure::ui {

QJsonObject toObject(const RunConfig& config) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(toJson(config, -1))).object();
}

Result<RunConfig> configFromObject(const QJsonObject& object) {
    return configFromJson(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace fissure::ui
