#include "core/data/Manifest.h"

#include "core/base/Files.h"
#include "core/data/CsvRows.h"
#include "core/data/NumberText.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 14> kColumns{
    "crop",   "source", "source_width", "source_height", "x",    "y",        "width",
    "height", "iou",    "gt_id",        "gt_x",          "gt_y", "gt_width", "gt_height"};

/// Takes numbers out of a row's fields; keeps what is wrong with the first that is none.
class FieldReader {
public:
    explicit FieldReader(const CsvFields& fields) : m_fields(fields) {}

    template <class Number>
    void take(std::size_t column, Number& value) {
        if (m_error.empty() && !parseNumber(m_fields[column], value)) {
            m_error = Text("core", "%1 \"%2\" is not a number").with(kColumns[column], m_fields[column]);
        }
    }

    void takeBox(std::size_t column, Box& box) {
        for (int* number : {&box.x, &box.y, &box.width, &box.height}) {
            take(column++, *number);
        }
    }

    const Text& error() const { return m_error; }

private:
    const CsvFields& m_fields;
    Text m_error;
};

/// Fills the row, or says what is wrong.
Text rowFrom(CsvFields& fields, ManifestRow& row) {
    FieldReader reader(fields);
    reader.take(2, row.sourceWidth);
    reader.take(3, row.sourceHeight);
    reader.takeBox(4, row.box);
    reader.take(8, row.iou);
    if (reader.error().empty() && !(row.iou >= 0.0 && row.iou <= 1.0)) {
        return Text("core", "the IoU %1 is outside 0 to 1").with(fields[8]);
    }
    if (!fields[9].empty()) {
        reader.take(9, row.groundTruthId.emplace());
        reader.takeBox(10, row.groundTruth.emplace());
    }
    row.crop = std::move(fields[0]);
    row.source = std::move(fields[1]);
    return reader.error();
}

} // namespace

std::string manifestHeading() {
    return csvHeading(kColumns);
}

std::string toCsvLine(const ManifestRow& row) {
    std::string line;
    appendCsvField(line, row.crop);
    line += ',';
    appendCsvField(line, row.source);
    fmt::format_to(std::back_inserter(line), ",{},{},{},{},{},{},{:.17g},", row.sourceWidth, row.sourceHeight,
                   row.box.x, row.box.y, row.box.width, row.box.height, row.iou);
    if (row.groundTruthId && row.groundTruth) {
        const Box& box = *row.groundTruth;
        fmt::format_to(std::back_inserter(line), "{},{},{},{},{}\n", *row.groundTruthId, box.x, box.y,
                       box.width, box.height);
    } else {
        line += ",,,,\n";
    }
    return line;
}

Result<void> visitManifest(const fs::path& folder, const std::function<void(ManifestRow&&)>& visit) {
    const std::string file = (folder / kManifestFile).string();
    const auto take = [&](CsvFields&& fields) {
        ManifestRow row;
        Text wrong = rowFrom(fields, row);
        if (wrong.empty()) {
            visit(std::move(row));
        }
        return wrong;
    };
    const auto withAdvice = [](Error error) {
        error.advice =
            Text("core", "build the proposals anew, or remove the manifest to use the rounded IoUs "
                         "of the names");
        return error;
    };
    const auto text = readTextFile(file);
    return text ? visitCsv(*text, kColumns, file, Text("core", "the columns are not those of a manifest"),
                           take)
                      .map_error(withAdvice)
                : Result<void>(failure(text.error()));
}

} // namespace fissure
