#pragma once

#include "core/base/Result.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

using CsvFields = std::vector<std::string>;

/// Called with each row's fields, as many as there are columns. Says what is wrong with them, or nothing.
using CsvRowVisitor = std::function<Text(CsvFields&& fields)>;

/// Reads CSV (RFC 4180) whose heading line names exactly these columns, row by row. Fails with WrongFormat,
/// the line said; rows before it have been visited by then. origin is the Error's subject, wrongHeading its
/// cause where the columns are others.
Result<void> visitCsv(std::string_view text, std::span<const std::string_view> columns,
                      const std::string& origin, const Text& wrongHeading, const CsvRowVisitor& visit);

/// The heading line, with its line end.
std::string csvHeading(std::span<const std::string_view> columns);

/// Adds a field in quotes.
void appendCsvField(std::string& line, std::string_view field);

} // namespace fissure
