#include "core/data/Manifest.h"

#include "core/base/Files.h"
#include "core/data/NumberText.h"

#include <fmt/format.h>

#include <array>
#include <csv.h>
#include <string_view>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 14> kColumns{
    "crop",   "source", "source_width", "source_height", "x",    "y",        "width",
    "height", "iou",    "gt_id",        "gt_x",          "gt_y", "gt_width", "gt_height"};

void appendField(std::string& line, std::string_view field) {
    const std::size_t start = line.size();
    line.resize(start + csv_write(nullptr, 0, field.data(), field.size()));
    csv_write(line.data() + start, line.size() - start, field.data(), field.size());
}

/// Collects the fields of a line from libcsv's callbacks and hands each finished row on.
class RowReader {
public:
    RowReader(std::string file, const std::function<void(ManifestRow&&)>& visit)
        : m_file(std::move(file))
        , m_visit(visit) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~RowReader() { csv_free(&m_parser); }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// The text goes in line by line, so that an error knows its line.
    Result<void> read(std::string_view text) {
        while (!text.empty() && m_error.empty()) {
            const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
            ++m_line;
            if (csv_parse(&m_parser, text.data(), length, &onField, &onRow, this) != length) {
                m_error = csv_strerror(csv_error(&m_parser));
            }
            text.remove_prefix(length);
        }
        if (m_error.empty() && csv_fini(&m_parser, &onField, &onRow, this) != 0) {
            m_error = Text("core", "a quoted field does not end");
        }
        if (m_error.empty() && !m_hasHeading) {
            m_error = Text("core", "the heading is missing");
        }
        if (!m_error.empty()) {
            return failure(ErrorCode::WrongFormat, m_file, Text("core", "line %1: %2").with(m_line, m_error),
                           Text("core",
                                "build the proposals anew, or remove the manifest to use the rounded IoUs of "
                                "the names"));
        }
        return {};
    }

private:
    static void onField(void* text, std::size_t size, void* self) {
        static_cast<RowReader*>(self)->m_fields.emplace_back(static_cast<const char*>(text), size);
    }

    static void onRow(int, void* self) { static_cast<RowReader*>(self)->finishRow(); }

    void finishRow() {
        const std::vector<std::string> fields = std::exchange(m_fields, {});
        if (!m_error.empty()) {
            return;
        }
        if (!m_hasHeading) {
            m_hasHeading = true;
            if (!std::equal(fields.begin(), fields.end(), kColumns.begin(), kColumns.end())) {
                m_error = Text("core", "the columns are not those of a manifest");
            }
            return;
        }
        if (fields.size() != kColumns.size()) {
            m_error = Text("core", "there are %1 columns instead of %2").with(fields.size(), kColumns.size());
            return;
        }
        ManifestRow row;
        row.crop = fields[0];
        row.source = fields[1];
        std::array<int*, 6> numbers{&row.sourceWidth, &row.sourceHeight, &row.box.x,
                                    &row.box.y,       &row.box.width,    &row.box.height};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            take(fields, i + 2, *numbers[i]);
        }
        take(fields, 8, row.iou);
        if (m_error.empty() && !(row.iou >= 0.0 && row.iou <= 1.0)) {
            m_error = Text("core", "the IoU %1 is outside 0 to 1").with(fields[8]);
        }
        takeGroundTruth(fields, row);
        if (m_error.empty()) {
            m_visit(std::move(row));
        }
    }

    void takeGroundTruth(const std::vector<std::string>& fields, ManifestRow& row) {
        if (fields[9].empty()) {
            return;
        }
        row.groundTruthId.emplace();
        row.groundTruth.emplace();
        take(fields, 9, *row.groundTruthId);
        take(fields, 10, row.groundTruth->x);
        take(fields, 11, row.groundTruth->y);
        take(fields, 12, row.groundTruth->width);
        take(fields, 13, row.groundTruth->height);
    }

    template <class Number>
    void take(const std::vector<std::string>& fields, std::size_t column, Number& value) {
        if (m_error.empty() && !parseNumber(fields[column], value)) {
            m_error = Text("core", "%1 \"%2\" is not a number").with(kColumns[column], fields[column]);
        }
    }

    std::string m_file;
    const std::function<void(ManifestRow&&)>& m_visit;
    csv_parser m_parser{};
    std::vector<std::string> m_fields;
    Text m_error;
    std::int64_t m_line = 0;
    bool m_hasHeading = false;
};

} // namespace

std::string manifestHeading() {
    return fmt::format("{}\n", fmt::join(kColumns, ","));
}

std::string toCsvLine(const ManifestRow& row) {
    std::string line;
    appendField(line, row.crop);
    line += ',';
    appendField(line, row.source);
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
    const fs::path file = folder / kManifestFile;
    return readTextFile(file).and_then(
        [&](const std::string& text) { return RowReader(file.string(), visit).read(text); });
}

} // namespace fissure
