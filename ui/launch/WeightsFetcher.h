#pragma once

#include "core/net/WeightsCache.h"
#include "ui/common/Worker.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace fissure::ui {

/// Fetches published weights into the workspace on a thread of its own, one file at a time. Lives on the GUI
/// thread.
class WeightsFetcher final : public QObject {
    Q_OBJECT

public:
    explicit WeightsFetcher(WeightsSources sources, QObject* parent = nullptr);
    /// Stops a fetch under way; what came of it is kept for the next one.
    ~WeightsFetcher() override;

    /// Where weights of the workspace lie; to be set before anything is fetched.
    void setFolder(const std::filesystem::path& folder);
    /// Where a file is now, without the network; as from a server where no folder is set.
    WeightsPlace look(const std::string& name) const;

    bool isBusy() const { return m_isBusy; }
    bool isCancelling() const { return m_isBusy && m_stop.stop_requested(); }
    /// Does nothing while busy.
    void fetch(const std::string& name);
    void cancel();

Q_SIGNALS:
    void progressed(const fissure::DownloadProgress& progress);
    /// The file is there, and its hash is right.
    void fetched(const QString& file);
    /// Not where it was cancelled.
    void failed(const fissure::Error& error);
    /// The folder was set, or a fetch began, is being cancelled or has ended.
    void changed();

private:
    void take(const std::string& name, const Result<WeightsOrigin>& outcome);

    WeightsSources m_sources;
    std::optional<WeightsCache> m_cache;
    std::stop_source m_stop;
    bool m_isBusy = false;
    Worker m_worker; ///< last: its job uses the others
};

} // namespace fissure::ui
