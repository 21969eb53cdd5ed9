#include "ui/common/RecentPaths.h"

namespace fissure::ui {

void RecentPaths::addFolder(const QString& path) {
    add(m_folders, path);
}

void RecentPaths::addFile(const QString& path) {
    add(m_files, path);
}

void RecentPaths::restore(const QStringList& folders, const QStringList& files) {
    m_folders = folders.mid(0, kMaximum);
    m_files = files.mid(0, kMaximum);
}

void RecentPaths::add(QStringList& paths, const QString& path) {
    if (path.isEmpty()) {
        return;
    }
    paths.removeAll(path);
    paths.prepend(path);
    paths = paths.mid(0, kMaximum);
}

} // namespace fissure::ui
