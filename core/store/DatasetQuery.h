#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/store/DatasetRecord.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fissure {

/// Reads the workspace's list of data sets. Read-only; one object belongs to one thread.
class DatasetQuery {
public:
    /// Fails as RunQuery::open does. A workspace without a database reads as one without data sets, until
    /// there is one.
    static Result<std::unique_ptr<DatasetQuery>> open(const Workspace& workspace);
    ~DatasetQuery();
    DatasetQuery(const DatasetQuery&) = delete;
    DatasetQuery& operator=(const DatasetQuery&) = delete;

    /// By folder.
    Result<std::vector<DatasetRecord>> datasets() const;
    /// Changes whenever anything was committed by anyone.
    Result<std::int64_t> changeCounter() const;

private:
    class Impl;
    explicit DatasetQuery(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace fissure
