#pragma once

#include "core/base/Workspace.h"
#include "core/metrics/Mark.h"
#include "core/store/RunRecord.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fissure::ui {

/// True where nothing about the run has changed. A loss that is no number, of a diverged run, equals itself.
bool isSame(const RunSummary& a, const RunSummary& b);

/// The window's one reader of the store. Lives on the GUI thread; reads and the few writes (rename, tags,
/// delete, marks) happen on a thread of its own. Every request gets a number above 0 that its answer carries,
/// so that a page can drop a stale answer. A timer looks every second whether anything changed (also by
/// another process) and sweeps dead runs now and then.
class RunLibrary final : public QObject {
    Q_OBJECT

public:
    /// The clock must outlive the library.
    RunLibrary(Workspace workspace, const Clock& clock, QObject* parent = nullptr);
    ~RunLibrary() override;

    /// As last read, newest first.
    const std::vector<RunSummary>& runs() const { return m_runs; }
    /// nullptr where there is none of that number.
    const RunSummary* find(RunId run) const;
    /// Why the list could not be read at the last look; runs() is then older than that.
    const std::optional<Error>& lookError() const { return m_lookError; }
    const Workspace& workspace() const { return m_workspace; }

    void refresh();
    quint64 loadRun(RunId run);
    quint64 loadSteps(RunId run);
    /// Of an epoch, by default of the best.
    quint64 loadPredictions(RunId run, std::optional<int> epoch = std::nullopt);
    /// A write that succeeds is answered by written(), and by runsChanged() where it changed anything.
    quint64 renameRun(RunId run, const std::string& name);
    quint64 setTags(RunId run, const std::vector<std::string>& tags);
    quint64 deleteRun(RunId run);
    /// The marks of a folder of proposals; storeChanged() says when to ask again.
    quint64 loadMarks(const std::string& folder);
    quint64 setMark(const std::string& folder, const std::string& file, std::optional<Mark> mark);

Q_SIGNALS:
    /// The list was read for the first time, or differs from the one before.
    void runsChanged();
    /// Something may have been committed since the last look, by this program or another.
    void storeChanged();
    /// The list can be read again after lookError().
    void recovered();
    void written(quint64 request);
    void runLoaded(quint64 request, const fissure::RunRecord& run);
    void stepsLoaded(quint64 request, fissure::RunId run, const std::vector<fissure::StepMetrics>& steps);
    void predictionsLoaded(quint64 request, fissure::RunId run,
                           const std::vector<fissure::Prediction>& predictions);
    void marksLoaded(quint64 request, const fissure::Marks& marks);
    /// request is 0 for the regular refresh.
    void failed(quint64 request, const fissure::Error& error);

private:
    class Desk;

    template <class Job>
    void ask(Job job);
    template <class Read, class Tell>
    quint64 read(Read read, Tell tell);
    template <class Write>
    quint64 write(Write write);
    void look(bool always);
    void sweep();
    void takeRuns(std::optional<std::vector<RunSummary>> runs);
    void tellOnce(std::optional<Error>& last, const Error& error);

    Workspace m_workspace;
    std::vector<RunSummary> m_runs;
    bool m_hasRuns = false;           ///< the list was read once
    std::optional<Error> m_lookError; ///< of the regular refresh; told once, not every second
    std::optional<Error> m_sweepError;
    quint64 m_lastRequest = 0;
    int m_pendingLooks = 0;
    QTimer m_lookTimer;
    QTimer m_sweepTimer;
    QThread m_thread;
    Desk* m_desk = nullptr; ///< lives on m_thread and goes with it
};

} // namespace fissure::ui
