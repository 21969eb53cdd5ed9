#include "tests/core/engine/support/Fixture.h"

#include <QFile>
#include <QJsonDocument>

namespace fissure::test {

QJsonObject readFixture(const std::string& name) {
    QFile file(QString::fromStdString(std::string(FISSURE_SOURCE_DIR) + "/tests/data/engine/" + name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s is missing", qPrintable(file.fileName()));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace fissure::test
