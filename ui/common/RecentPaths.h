#pragma once

#include <QString>
#include <QStringList>

namespace fissure::ui {

/// The folders and files chosen last, latest first; shared by the fields that ask for one.
class RecentPaths final {
public:
    static constexpr int kMaximum = 8;

    const QStringList& folders() const { return m_folders; }
    const QStringList& files() const { return m_files; }

    void addFolder(const QString& path);
    void addFile(const QString& path);
    void restore(const QStringList& folders, const QStringList& files);

private:
    static void add(QStringList& paths, const QString& path);

    QStringList m_folders;
    QStringList m_files;
};

} // namespace fissure::ui
