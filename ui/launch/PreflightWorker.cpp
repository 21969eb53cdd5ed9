#include "ui/launch/PreflightWorker.h"

#include <QThread>

#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace fissure::ui {

namespace {

constexpr std::chrono::milliseconds kProgressInterval{100};

} // namespace

/// Of one check.
class PreflightWorker::Thread final : public QThread {
public:
    Thread(PreflightWorker& worker, RunConfig config, PreflightOptions options)
        : m_worker(worker)
        , m_config(std::move(config))
        , m_options(std::move(options)) {
        m_options.onProgress = [this](const PreflightProgress& progress) { tellProgress(progress); };
        m_options.onFindings = [this](const std::vector<Finding>& findings) {
            post([this, findings] { Q_EMIT m_worker.found(findings); });
        };
    }

    ~Thread() override {
        requestStop();
        wait();
    }

    void requestStop() { m_stop.request_stop(); }

protected:
    void run() override {
        post([this, report = check()] { m_worker.end(report); });
    }

private:
    /// Nothing may be thrown out of a thread's entry.
    Result<DeepReport> check() {
        try {
            return m_worker.m_check(m_config, m_options, m_stop.get_token());
        } catch (const std::exception& broken) {
            return failure(unforeseen(broken.what()));
        }
    }

    /// Calls back on the GUI thread.
    template <class Callback>
    void post(Callback callback) {
        QMetaObject::invokeMethod(&m_worker, std::move(callback), Qt::QueuedConnection);
    }

    void tellProgress(const PreflightProgress& progress) {
        const auto now = std::chrono::steady_clock::now();
        if (now >= m_nextProgress || progress.done == progress.total) {
            m_nextProgress = now + kProgressInterval;
            put(progress);
        }
    }

    /// A window that is behind finds one progress waiting, the latest, however long it took.
    void put(const PreflightProgress& progress) {
        const std::scoped_lock lock(m_mutex);
        if (!std::exchange(m_latest, progress)) {
            post([this] { takeProgress(); });
        }
    }

    /// On the GUI thread.
    void takeProgress() {
        std::optional<PreflightProgress> latest;
        {
            const std::scoped_lock lock(m_mutex);
            latest = std::exchange(m_latest, std::nullopt);
        }
        Q_EMIT m_worker.progressed(*latest);
    }

    PreflightWorker& m_worker;
    const RunConfig m_config;
    PreflightOptions m_options;
    std::stop_source m_stop;
    std::chrono::steady_clock::time_point m_nextProgress;

    std::mutex m_mutex;                        ///< guards what follows
    std::optional<PreflightProgress> m_latest; ///< not yet taken
};

PreflightWorker::PreflightWorker(Check check, QObject* parent) : QObject(parent), m_check(std::move(check)) {}

PreflightWorker::~PreflightWorker() = default;

void PreflightWorker::start(const RunConfig& config, PreflightOptions options) {
    if (!isBusy()) {
        m_thread = std::make_unique<Thread>(*this, config, std::move(options));
        m_thread->start(QThread::LowPriority);
    }
}

void PreflightWorker::cancel() {
    if (isBusy()) {
        m_thread->requestStop();
    }
}

void PreflightWorker::end(const Result<DeepReport>& report) {
    m_thread.reset();
    Q_EMIT finished(report);
}

} // namespace fissure::ui
