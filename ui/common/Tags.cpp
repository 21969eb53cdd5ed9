#include "ui/common/Tags.h"

#include <QStringList>

#include <algorithm>

namespace fissure::ui {

QString joinTags(const std::vector<std::string>& tags) {
    QStringList list;
    for (const std::string& tag : tags) {
        list.append(QString::fromStdString(tag));
    }
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> splitTags(const QString& text) {
    std::vector<std::string> tags;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const std::string tag = part.trimmed().toStdString();
        if (!tag.empty() && std::ranges::find(tags, tag) == tags.end()) {
            tags.push_back(tag);
        }
    }
    return tags;
}

} // namespace fissure::ui
