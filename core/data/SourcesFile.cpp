#include "core/data/SourcesFile.h"

#include "core/base/Files.h"
#include "core/data/CsvRows.h"
#include "core/data/ProposalIndex.h"

#include <array>
#include <set>
#include <string_view>
#include <utility>

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

Result<void> visitSources(const std::filesystem::path& folder,
                          const std::function<void(SourceRow&&)>& visit) {
    const std::string file = (folder / kSourcesFile).string();
    std::set<std::string> sources;
    const auto take = [&](CsvFields&& fields) {
        SourceRow row{std::move(fields[0]), std::move(fields[1]), std::move(fields[2])};
        if (!sources.insert(row.source).second) {
            return Text("core", "the source %1 is there twice").with(row.source);
        }
        visit(std::move(row));
        return Text();
    };
    return readTextFile(file).and_then([&](const std::string& text) {
        return visitCsv(text, kColumns, file, Text("core", "the columns are not those of a list of sources"),
                        take);
    });
}

Result<std::map<std::string, SourceRow>> readSources(const std::filesystem::path& folder) {
    std::map<std::string, SourceRow> rows;
    return visitSources(folder, [&](SourceRow&& row) { rows.emplace(row.source, row); }).map([&] {
        return std::move(rows);
    });
}

} // namespace fissure
