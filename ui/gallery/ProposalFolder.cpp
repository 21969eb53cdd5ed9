#include "ui/gallery/ProposalFolder.h"

#include "core/store/DatasetQuery.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

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

/// What the run was validated on, by fingerprint; empty where that is not known.
std::string validatedOn(const FolderUser& user) {
    const auto query = DatasetQuery::open(user.workspace);
    const auto datasets = query ? (*query)->datasets() : Result<std::vector<DatasetRecord>>();
    if (!datasets) {
        return {};
    }
    for (const DatasetRecord& dataset : *datasets) {
        const auto use = std::ranges::find_if(dataset.uses, [&user](const DatasetUse& one) {
            return one.run == user.run && one.role == DatasetRole::Valid;
        });
        if (use != dataset.uses.end()) {
            return use->fingerprint;
        }
    }
    return {};
}

/// A folder that cannot be scanned is not said to have changed: it is said why it cannot be read.
bool hasChangedFor(const FolderUser& user, const std::filesystem::path& folder) {
    const std::string before = validatedOn(user);
    if (before.empty()) {
        return false;
    }
    const auto index = scanProposals(folder, user.workspace.cache());
    return index && fingerprintOf(folder, index->proposals) != before;
}

} // namespace

ProposalFolderReader::ProposalFolderReader(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ProposalFolderReader::~ProposalFolderReader() {
    m_pool.clear();
    m_pool.waitForDone();
}

/// Calls back on the GUI thread.
template <class Signal>
void ProposalFolderReader::tell(Signal signal) {
    QMetaObject::invokeMethod(this, std::move(signal), Qt::QueuedConnection);
}

quint64 ProposalFolderReader::read(const QString& path, const std::optional<FolderUser>& user) {
    const quint64 request = ++m_lastRequest;
    m_pool.start([this, request, path, user] {
        const auto folder = readFolder(path);
        tell([this, request, folder] { Q_EMIT folderRead(request, folder); });
        if (user && folder->exists && hasChangedFor(*user, path.toStdString())) {
            tell([this, request] { Q_EMIT changeFound(request); });
        }
    });
    return request;
}

} // namespace fissure::ui
