#include "ui/run/RunLibrary.h"

#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <utility>

namespace fissure::ui {

namespace {

constexpr std::chrono::seconds kLookInterval{1};
constexpr std::chrono::seconds kSweepInterval{30};

RunSummary withFiniteLosses(RunSummary run) {
    const auto mend = [](double& loss) { loss = std::isfinite(loss) ? loss : -1.0; };
    std::ranges::for_each(run.validationLosses, mend);
    if (run.best) {
        mend(run.best->train.loss);
        if (run.best->validation) {
            mend(run.best->validation->loss);
        }
    }
    return run;
}

} // namespace

bool isSame(const RunSummary& a, const RunSummary& b) {
    return a == b || (a.id == b.id && withFiniteLosses(a) == withFiniteLosses(b));
}

/// What lives on the thread of the store: the two connections, opened when first needed.
class RunLibrary::Desk final : public QObject {
public:
    Desk(Workspace workspace, const Clock& clock) : m_workspace(std::move(workspace)), m_clock(clock) {}

    bool hasDatabase() const {
        std::error_code error;
        return std::filesystem::exists(m_workspace.database(), error);
    }

    Result<RunQuery*> query() {
        if (m_query == nullptr || !m_queryHasDatabase) {
            m_queryHasDatabase = hasDatabase();
            auto opened = RunQuery::open(m_workspace);
            if (!opened) {
                return failure(opened.error());
            }
            m_query = std::move(*opened);
        }
        return m_query.get();
    }

    Result<RunStore*> store() {
        if (m_store == nullptr) {
            auto opened = RunStore::open(m_workspace, m_clock);
            if (!opened) {
                return failure(opened.error());
            }
            m_store = std::move(*opened);
        }
        return m_store.get();
    }

    /// All runs, or nothing where no commit has happened since the last call. After a failure the connections
    /// are opened anew: the file may be another one by then.
    Result<std::optional<std::vector<RunSummary>>> runsIfChanged(bool always) {
        auto runs = readRuns(always);
        if (!runs) {
            m_query.reset();
            m_store.reset();
            m_lastCounter.reset();
        }
        return runs;
    }

private:
    Result<std::optional<std::vector<RunSummary>>> readRuns(bool always) {
        return query().and_then([&](RunQuery* reader) {
            return reader->changeCounter().and_then(
                [&](std::int64_t counter) -> Result<std::optional<std::vector<RunSummary>>> {
                    if (!always && m_lastCounter == counter) {
                        return std::nullopt;
                    }
                    return reader->runs().map([&](std::vector<RunSummary> runs) {
                        m_lastCounter = counter;
                        return std::optional(std::move(runs));
                    });
                });
        });
    }

    Workspace m_workspace;
    const Clock& m_clock;
    std::unique_ptr<RunQuery> m_query;
    bool m_queryHasDatabase = false; ///< a query opened without a database never sees one
    std::unique_ptr<RunStore> m_store;
    std::optional<std::int64_t> m_lastCounter;
};

/// Runs the job on the thread of the store; what the job returns is called on the GUI thread.
template <class Job>
void RunLibrary::ask(Job job) {
    QMetaObject::invokeMethod(
        m_desk,
        [this, desk = m_desk, job = std::move(job)] {
            QMetaObject::invokeMethod(this, job(*desk), Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

template <class Read, class Tell>
quint64 RunLibrary::read(Read read, Tell tell) {
    const quint64 request = ++m_lastRequest;
    ask([this, request, read = std::move(read), tell = std::move(tell)](Desk& desk) {
        return [this, request, tell, answer = desk.query().and_then(read)] {
            if (answer) {
                tell(request, *answer);
            } else {
                Q_EMIT failed(request, answer.error());
            }
        };
    });
    return request;
}

template <class Write>
quint64 RunLibrary::write(Write write) {
    const quint64 request = ++m_lastRequest;
    ask([this, request, write = std::move(write)](Desk& desk) {
        return [this, request, answer = desk.store().and_then(write)] {
            if (answer) {
                Q_EMIT written(request);
                refresh();
            } else {
                Q_EMIT failed(request, answer.error());
            }
        };
    });
    return request;
}

RunLibrary::RunLibrary(Workspace workspace, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_desk(new Desk(m_workspace, clock)) {
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start();
    connect(&m_lookTimer, &QTimer::timeout, this, [this] {
        if (m_pendingLooks == 0) {
            look(false);
        }
    });
    connect(&m_sweepTimer, &QTimer::timeout, this, &RunLibrary::sweep);
    m_lookTimer.start(kLookInterval);
    m_sweepTimer.start(kSweepInterval);
    sweep();
    refresh();
}

RunLibrary::~RunLibrary() {
    m_thread.quit();
    m_thread.wait();
}

const RunSummary* RunLibrary::find(RunId run) const {
    const auto found = std::ranges::find(m_runs, run, &RunSummary::id);
    return found == m_runs.end() ? nullptr : &*found;
}

void RunLibrary::refresh() {
    look(true);
}

quint64 RunLibrary::loadRun(RunId run) {
    return read([run](RunQuery* query) { return query->run(run); },
                [this](quint64 request, const RunRecord& record) { Q_EMIT runLoaded(request, record); });
}

quint64 RunLibrary::loadSteps(RunId run) {
    return read([run](RunQuery* query) { return query->steps(run); },
                [this, run](quint64 request, const std::vector<StepMetrics>& steps) {
                    Q_EMIT stepsLoaded(request, run, steps);
                });
}

quint64 RunLibrary::loadPredictions(RunId run, std::optional<int> epoch) {
    return read([run, epoch](RunQuery* query) { return query->predictions(run, epoch); },
                [this, run](quint64 request, const std::vector<Prediction>& predictions) {
                    Q_EMIT predictionsLoaded(request, run, predictions);
                });
}

quint64 RunLibrary::renameRun(RunId run, const std::string& name) {
    return write([run, name](RunStore* store) { return store->renameRun(run, name); });
}

quint64 RunLibrary::setTags(RunId run, const std::vector<std::string>& tags) {
    return write([run, tags](RunStore* store) { return store->setTags(run, tags); });
}

quint64 RunLibrary::deleteRun(RunId run) {
    return write([run](RunStore* store) { return store->deleteRun(run); });
}

quint64 RunLibrary::loadMarks(const std::string& folder) {
    return read([folder](RunQuery* query) { return query->marks(folder); },
                [this](quint64 request, const Marks& marks) { Q_EMIT marksLoaded(request, marks); });
}

quint64 RunLibrary::setMark(const std::string& folder, const std::string& file, std::optional<Mark> mark) {
    return write([folder, file, mark](RunStore* store) { return store->setMark(folder, file, mark); });
}

void RunLibrary::look(bool always) {
    ++m_pendingLooks;
    ask([this, always](Desk& desk) {
        return [this, answer = desk.runsIfChanged(always)] {
            --m_pendingLooks;
            if (!answer) {
                tellOnce(m_lookError, answer.error());
                return;
            }
            takeRuns(*answer);
        };
    });
}

void RunLibrary::takeRuns(std::optional<std::vector<RunSummary>> runs) {
    // A training commits every second; only some of its commits change what the list shows.
    const bool wasRead = runs.has_value();
    const bool hasChanged = runs && (!m_hasRuns || !std::ranges::equal(*runs, m_runs, isSame));
    if (hasChanged) {
        m_runs = std::move(*runs);
        m_hasRuns = true;
    }
    if (m_lookError) {
        m_lookError.reset();
        m_sweepError.reset(); // told again where it lasts
        Q_EMIT recovered();
    }
    if (hasChanged) {
        Q_EMIT runsChanged();
    }
    if (wasRead) {
        Q_EMIT storeChanged();
    }
}

void RunLibrary::sweep() {
    ask([this](Desk& desk) {
        // Opening the store would make a database; a workspace without one has no dead runs.
        const Result<int> swept =
            desk.hasDatabase() ? desk.store().and_then([](RunStore* store) { return store->sweepDeadRuns(); })
                               : Result<int>(0);
        return [this, swept] {
            if (swept) {
                m_sweepError.reset();
            } else {
                tellOnce(m_sweepError, swept.error());
            }
        };
    });
}

void RunLibrary::tellOnce(std::optional<Error>& last, const Error& error) {
    if (last != error) {
        last = error;
        Q_EMIT failed(0, error);
    }
}

} // namespace fissure::ui
