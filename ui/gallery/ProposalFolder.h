#pragma once

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

/// Looks at folders and reads their manifests on a thread of its own. GUI thread only.
class ProposalFolderReader final : public QObject {
    Q_OBJECT

public:
    explicit ProposalFolderReader(QObject* parent = nullptr);
    ~ProposalFolderReader() override;

    /// The number that the answer carries.
    quint64 read(const QString& path);

Q_SIGNALS:
    void folderRead(quint64 request, std::shared_ptr<const fissure::ui::ProposalFolder> folder);

private:
    quint64 m_lastRequest = 0;
    QThreadPool m_pool;
};

} // namespace fissure::ui
