#include "ui/gallery/ProposalFolder.h"

#include <filesystem>

namespace fissure::ui {

namespace {

std::shared_ptr<const ProposalFolder> readFolder(const QString& path) {
    auto folder = std::make_shared<ProposalFolder>();
    folder->path = path;
    const std::filesystem::path location(path.toStdString());
    std::error_code ignored;
    folder->exists = !path.isEmpty() && std::filesystem::is_directory(location, ignored);
    if (folder->exists) {
        if (auto origins = readManifest(location)) {
            folder->origins = std::move(*origins);
        } else {
            folder->problem = origins.error();
        }
    }
    return folder;
}

} // namespace

ProposalFolderReader::ProposalFolderReader(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ProposalFolderReader::~ProposalFolderReader() {
    m_pool.clear();
    m_pool.waitForDone();
}

quint64 ProposalFolderReader::read(const QString& path) {
    const quint64 request = ++m_lastRequest;
    m_pool.start([this, request, path] {
        auto folder = readFolder(path);
        QMetaObject::invokeMethod(
            this, [this, request, folder] { Q_EMIT folderRead(request, folder); }, Qt::QueuedConnection);
    });
    return request;
}

} // namespace fissure::ui
