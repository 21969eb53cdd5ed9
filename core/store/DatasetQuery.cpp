#include "core/store/DatasetQuery.h"

#include "core/store/ReadConnection.h"

#include <algorithm>

namespace fissure {

class DatasetQuery::Impl {
public:
    explicit Impl(std::unique_ptr<ReadConnection> opened) : connection(std::move(opened)) {}

    // Within a read():
    std::vector<DatasetRecord> records() {
        std::vector<DatasetRecord> datasets;
        Statement rows =
            connection->statement("SELECT folder, added_ms, fingerprint FROM dataset ORDER BY folder");
        while (rows.next()) {
            DatasetRecord& dataset = datasets.emplace_back();
            dataset.folder = rows.text();
            dataset.addedAt = rows.time();
            dataset.fingerprint = rows.text();
        }
        return datasets;
    }

    void addUses(std::vector<DatasetRecord>& datasets) {
        Statement rows = connection->statement(
            "SELECT dataset.folder, run, role, dataset_use.fingerprint FROM dataset JOIN dataset_use ON "
            "dataset_use.folder = dataset.folder OR (dataset.fingerprint <> '' AND "
            "dataset_use.fingerprint = dataset.fingerprint) ORDER BY run DESC, role");
        while (rows.next()) {
            const auto dataset = std::ranges::lower_bound(datasets, rows.text(), {}, &DatasetRecord::folder);
            DatasetUse& use = dataset->uses.emplace_back();
            use.run = {rows.integer()};
            use.role = fromName<DatasetRole>(rows.text()).value_or(DatasetRole::Train);
            use.fingerprint = rows.text();
        }
    }

    const std::unique_ptr<ReadConnection> connection;
};

DatasetQuery::DatasetQuery(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

DatasetQuery::~DatasetQuery() = default;

Result<std::unique_ptr<DatasetQuery>> DatasetQuery::open(const Workspace& workspace) {
    return ReadConnection::open(workspace).map([](std::unique_ptr<ReadConnection> connection) {
        return std::unique_ptr<DatasetQuery>(new DatasetQuery(std::make_unique<Impl>(std::move(connection))));
    });
}

Result<std::vector<DatasetRecord>> DatasetQuery::datasets() const {
    return m_impl->connection->read(
        [&]() -> Result<std::vector<DatasetRecord>> {
            std::vector<DatasetRecord> datasets = m_impl->records();
            m_impl->addUses(datasets);
            return datasets;
        },
        std::vector<DatasetRecord>());
}

Result<std::int64_t> DatasetQuery::changeCounter() const {
    return m_impl->connection->changeCounter();
}

} // namespace fissure
