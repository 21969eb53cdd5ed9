#include "core/data/CsvRows.h"

#include <fmt/format.h>

#include <algorithm>
#include <csv.h>
#include <utility>

namespace fissure {

namespace {

/// Collects the fields of a line from libcsv's callbacks and hands each finished row on.
class RowReader {
public:
    RowReader(std::span<const std::string_view> columns, const Text& wrongHeading, const CsvRowVisitor& visit)
        : m_columns(columns)
        , m_wrongHeading(wrongHeading)
        , m_visit(visit) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~RowReader() { csv_free(&m_parser); }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// The text goes in line by line, so that an error knows its line. What is wrong, or nothing.
    Text read(std::string_view text) {
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
        return m_error.empty() ? Text() : Text("core", "line %1: %2").with(m_line, m_error);
    }

private:
    static void onField(void* text, std::size_t size, void* self) {
        static_cast<RowReader*>(self)->m_fields.emplace_back(static_cast<const char*>(text), size);
    }

    static void onRow(int, void* self) { static_cast<RowReader*>(self)->finishRow(); }

    void finishRow() {
        CsvFields fields = std::exchange(m_fields, {});
        if (!m_error.empty()) {
            return;
        }
        if (!m_hasHeading) {
            m_hasHeading = true;
            if (!std::ranges::equal(fields, m_columns)) {
                m_error = m_wrongHeading;
            }
        } else if (fields.size() != m_columns.size()) {
            m_error =
                Text("core", "there are %1 columns instead of %2").with(fields.size(), m_columns.size());
        } else {
            m_error = m_visit(std::move(fields));
        }
    }

    std::span<const std::string_view> m_columns;
    const Text& m_wrongHeading;
    const CsvRowVisitor& m_visit;
    csv_parser m_parser{};
    CsvFields m_fields;
    Text m_error;
    std::int64_t m_line = 0;
    bool m_hasHeading = false;
};

} // namespace

Result<void> visitCsv(std::string_view text, std::span<const std::string_view> columns,
                      const std::string& origin, const Text& wrongHeading, const CsvRowVisitor& visit) {
    if (Text wrong = RowReader(columns, wrongHeading, visit).read(text); !wrong.empty()) {
        return failure(ErrorCode::WrongFormat, origin, std::move(wrong));
    }
    return {};
}

std::string csvHeading(std::span<const std::string_view> columns) {
    return fmt::format("{}\n", fmt::join(columns, ","));
}

void appendCsvField(std::string& line, std::string_view field) {
    const std::size_t start = line.size();
    line.resize(start + csv_write(nullptr, 0, field.data(), field.size()));
    csv_write(line.data() + start, line.size() - start, field.data(), field.size());
}

} // namespace fissure
