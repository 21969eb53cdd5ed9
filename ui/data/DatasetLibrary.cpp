#include "ui/data/DatasetLibrary.h"

#include "core/base/Files.h"
#include "core/session/DatasetRegistry.h"
#include "core/store/DatasetQuery.h"
#include "core/store/DatasetStore.h"
#include "ui/common/Guarded.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace fissure::ui {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLookInterval{1};

/// Of a folder, which changes when a file in it comes or goes; nothing where it is missing.
std::optional<fs::file_time_type> timeOf(const std::string& folder) {
    std::error_code error;
    const fs::file_time_type changed = fs::last_write_time(folder, error);
    return error ? std::nullopt : std::optional(changed);
}

} // namespace

/// What was found in a folder, and when that was.
struct DatasetLibrary::Look {
    std::optional<fs::file_time_type> changedAt;
    std::shared_ptr<const Result<DatasetSummary>> summary;
};

DatasetLibrary::Look DatasetLibrary::lookInto(const std::string& folder) const {
    const auto changedAt = timeOf(folder); // first: what changes meanwhile is looked at again
    return {changedAt, std::make_shared<const Result<DatasetSummary>>(
                           guarded(folder, [&] { return summarizeDataset(folder, m_workspace.cache()); }))};
}

/// What belongs to the thread of the store.
class DatasetLibrary::Desk final {
public:
    explicit Desk(Workspace workspace) : m_workspace(std::move(workspace)) {}

    /// The list, or nothing where no commit has happened since the last call. After a failure the database is
    /// opened anew: the file may be another one by then.
    Result<std::optional<std::vector<DatasetRecord>>> recordsIfChanged(bool always) {
        auto records = read(always);
        if (!records) {
            m_query.reset();
            m_lastCounter.reset();
        }
        return records;
    }

private:
    Result<std::optional<std::vector<DatasetRecord>>> read(bool always) {
        if (m_query == nullptr) {
            auto opened = DatasetQuery::open(m_workspace);
            if (!opened) {
                return failure(std::move(opened.error()));
            }
            m_query = std::move(*opened);
        }
        const auto counter = m_query->changeCounter();
        if (!counter) {
            return failure(counter.error());
        }
        if (!always && m_lastCounter == *counter) {
            return std::nullopt;
        }
        return m_query->datasets().map([&](std::vector<DatasetRecord>&& records) {
            m_lastCounter = *counter;
            return std::optional(std::move(records));
        });
    }

    Workspace m_workspace;
    std::unique_ptr<DatasetQuery> m_query;
    std::optional<std::int64_t> m_lastCounter;
};

DatasetLibrary::DatasetLibrary(Workspace workspace, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_clock(clock)
    , m_desk(std::make_unique<Desk>(m_workspace))
    , m_store(*this)
    , m_folders(*this) {
    m_timer.setInterval(kLookInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_pending == 0) {
            lookAtStore(false);
            lookAtFolders();
        }
    });
}

DatasetLibrary::~DatasetLibrary() = default;

const Dataset* DatasetLibrary::find(const std::string& folder) const {
    const auto found = std::ranges::find_if(
        m_datasets, [&](const Dataset& dataset) { return dataset.record.folder == folder; });
    return found == m_datasets.end() ? nullptr : &*found;
}

void DatasetLibrary::setActive(bool active) {
    if (!active) {
        m_timer.stop();
    } else if (!m_timer.isActive()) {
        m_timer.start();
        refresh();
    }
}

void DatasetLibrary::refresh() {
    lookAtStore(true);
    lookAtFolders();
}

void DatasetLibrary::add(const fs::path& folder) {
    m_folders.start([this, name = wholeFolder(folder).string()] {
        const Look look = lookInto(name);
        const auto listed = look.summary->and_then([&](const DatasetSummary& summary) {
            return guarded(name,
                           [&] { return listDataset(m_workspace, m_clock, name, summary.fingerprint); });
        });
        m_folders.tell([this, name, look, listed] {
            if (listed) {
                takeLook(name, look);
                Q_EMIT added(name);
                refresh();
            } else {
                Q_EMIT failed(listed.error());
            }
        });
    });
}

void DatasetLibrary::forget(const std::string& folder) {
    m_store.start([this, folder] {
        const auto forgotten = guarded(folder, [&] {
            return DatasetStore::open(m_workspace, m_clock)
                .and_then([&](const std::unique_ptr<DatasetStore>& store) { return store->forget(folder); });
        });
        m_store.tell([this, forgotten] {
            if (!forgotten) {
                Q_EMIT failed(forgotten.error());
            }
            refresh();
        });
    });
}

void DatasetLibrary::lookAtStore(bool always) {
    ++m_pending;
    m_store.start([this, always] {
        m_store.tell([this, records = m_desk->recordsIfChanged(always)] {
            --m_pending;
            takeRecords(records);
        });
    });
}

void DatasetLibrary::takeRecords(const Result<std::optional<std::vector<DatasetRecord>>>& records) {
    if (!records) {
        if (std::exchange(m_lookError, records.error()) != records.error()) {
            Q_EMIT changed();
        }
        return;
    }
    const bool hadError = std::exchange(m_lookError, std::nullopt).has_value();
    const auto isSame = [](const Dataset& dataset, const DatasetRecord& record) {
        return dataset.record == record;
    };
    const bool isNew = *records && (!m_isRead || !std::ranges::equal(m_datasets, **records, isSame));
    if (isNew) {
        m_datasets.clear();
        for (const DatasetRecord& record : **records) {
            m_datasets.push_back({record, m_looks[record.folder].summary});
        }
        m_isRead = true;
        lookAtFolders();
    }
    if (isNew || hadError) {
        Q_EMIT changed();
    }
}

/// Those that have not changed since cost a look at their time.
void DatasetLibrary::lookAtFolders() {
    for (const Dataset& dataset : m_datasets) {
        ++m_pending;
        m_folders.start([this, folder = dataset.record.folder, last = m_looks[dataset.record.folder]] {
            const bool isKnown = last.summary != nullptr && timeOf(folder) == last.changedAt;
            m_folders.tell([this, folder, look = isKnown ? last : lookInto(folder)] {
                --m_pending;
                takeLook(folder, look);
            });
        });
    }
}

void DatasetLibrary::takeLook(const std::string& folder, const Look& look) {
    m_looks[folder] = look;
    for (Dataset& dataset : m_datasets) {
        if (dataset.record.folder == folder && dataset.look != look.summary) {
            dataset.look = look.summary;
            Q_EMIT changed();
        }
    }
}

} // namespace fissure::ui
