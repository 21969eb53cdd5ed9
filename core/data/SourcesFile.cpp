#include "core/data/SourcesFile.h"

#include "core/base/Files.h"
#include "core/data/CsvRows.h"
#include "core/data/ProposalIndex.h"

#include <array>
#include <string_view>

namespace fissure {

namespace {

constexpr std::array<std::string_view, 3> kColumns{"source", "key", "crops"};

} // namespace

std::string sourcesHeading() {
    return csvHeading(kColumns);
}

std::string toCsvLine(const SourceRow& row) {
    std::string line;
    appendCsvField(line, row.source);
    return line + ',' + row.key + ',' + row.crops + '\n';
}

Result<std::map<std::string, SourceRow>> readSources(const std::filesystem::path& folder) {
    const std::string file = (folder / kSourcesFile).string();
    std::map<std::string, SourceRow> rows;
    const auto take = [&](CsvFields&& fields) {
        SourceRow row{std::move(fields[0]), std::move(fields[1]), std::move(fields[2])};
        const bool isNew = rows.try_emplace(row.source, row).second;
        return isNew ? Text() : Text("core", "the source %1 is there twice").with(row.source);
    };
    return readTextFile(file)
        .and_then([&](const std::string& text) {
            return visitCsv(text, kColumns, file,
                            Text("core", "the columns are not those of a list of sources"), take);
        })
        .map([&] { return std::move(rows); });
}

} // namespace fissure
