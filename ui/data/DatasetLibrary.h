#pragma once

#include "core/base/Clock.h"
#include "core/base/Workspace.h"
#include "core/data/DatasetSummary.h"
#include "core/store/DatasetRecord.h"
#include "ui/common/Worker.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fissure::ui {

/// A data set of the workspace's list.
struct Dataset {
    DatasetRecord record;
    /// What its folder holds, or why that cannot be said; nothing before it was looked into.
    std::shared_ptr<const Result<DatasetSummary>> look;

    bool isMissing() const { return look != nullptr && !*look; }
    const DatasetSummary* summary() const { return look != nullptr && *look ? &**look : nullptr; }
    /// As found in the folder, else as last known.
    const std::string& fingerprint() const {
        return summary() != nullptr ? summary()->fingerprint : record.fingerprint;
    }
};

/// The workspace's list of data sets with what their folders hold. Lives on the GUI thread; the store is read
/// and written on one thread, folders are looked into on another. While it is active it notices what other
/// processes change.
class DatasetLibrary final : public QObject {
    Q_OBJECT

public:
    /// The clock must outlive the library.
    DatasetLibrary(Workspace workspace, const Clock& clock, QObject* parent = nullptr);
    ~DatasetLibrary() override;

    /// By folder.
    const std::vector<Dataset>& datasets() const { return m_datasets; }
    /// nullptr where the list has none of that folder.
    const Dataset* find(const std::string& folder) const;
    /// True once the list was read.
    bool isRead() const { return m_isRead; }
    /// Why the list could not be read at the last look.
    const std::optional<Error>& lookError() const { return m_lookError; }

    /// Whether it looks again by itself, every second.
    void setActive(bool active);
    /// Looks again now, into every folder that has changed.
    void refresh();
    /// Enters a folder; added() or failed() follows. It has to hold proposals.
    void add(const std::filesystem::path& folder);
    void forget(const std::string& folder);

Q_SIGNALS:
    /// The list, or what is known of a data set, is another.
    void changed();
    void added(const std::string& folder);
    void failed(const fissure::Error& error);

private:
    class Desk;
    struct Look;

    Look lookInto(const std::string& folder) const; // on the thread of the folders
    void lookAtStore(bool always);
    void lookAtFolders();
    void takeRecords(const Result<std::optional<std::vector<DatasetRecord>>>& records);
    void takeLook(const std::string& folder, const Look& look);

    Workspace m_workspace;
    const Clock& m_clock;
    std::vector<Dataset> m_datasets;
    bool m_isRead = false;
    std::optional<Error> m_lookError;
    int m_pending = 0; ///< looks under way
    QTimer m_timer;
    std::unique_ptr<Desk> m_desk;
    std::map<std::string, Look> m_looks; ///< by folder
    Worker m_store;
    Worker m_folders;
};

} // namespace fissure::ui
