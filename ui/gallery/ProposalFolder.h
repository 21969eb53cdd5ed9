#pragma once

#include "core/base/Ids.h"
#include "core/base/Workspace.h"
#include "core/data/ProposalIndex.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace fissure::ui {

/// What a gallery knows of the folder the crops lie in.
struct ProposalFolder {
    QString path;
    bool exists = false;
    std::unordered_map<std::string, ProposalOrigin> origins; ///< by crop; empty without a manifest
    std::optional<Error> problem;                            ///< why the manifest could not be read
};

/// A run that was validated on a folder.
struct FolderUser {
    Workspace workspace;
    RunId run;
};

/// Looks at folders and reads their manifests on a thread of its own. GUI thread only.
class ProposalFolderReader final : public QObject {
    Q_OBJECT

public:
    explicit ProposalFolderReader(QObject* parent = nullptr);
    ~ProposalFolderReader() override;

    /// The number that the answers carry. user: whose proposals the folder should still hold.
    quint64 read(const QString& path, const std::optional<FolderUser>& user = {});

Q_SIGNALS:
    void folderRead(quint64 request, std::shared_ptr<const fissure::ui::ProposalFolder> folder);
    /// Follows folderRead() where the proposals have changed since the run started.
    void changeFound(quint64 request);

private:
    template <class Signal>
    void tell(Signal signal);

    quint64 m_lastRequest = 0;
    QThreadPool m_pool;
};

} // namespace fissure::ui
