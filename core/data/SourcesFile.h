#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace fissure {

/// One line of sources.csv, which says what each photograph's crops follow from, so that a later build cuts
/// up only what is new or changed. CSV (RFC 4180) with a heading line; a row for each photograph
/// that was used, in the order of their names. The columns:
/// - source: first part of its crops' names
/// - key: SHA-256 over all that its crops follow from, see Photograph.h
/// - crops: SHA-256 over what the manifest says of its crops and over their bytes, see CutImage.h
struct SourceRow {
    std::string source;
    std::string key;
    std::string crops;

    bool operator==(const SourceRow&) const = default;
};

/// The heading line, and a row as one line; each with its line end.
std::string sourcesHeading();
std::string toCsvLine(const SourceRow& row);

/// Calls visit with each row of the folder's list, in the file's order. Fails with NotFound, Unreadable or
/// WrongFormat, the line said; rows before it have been visited by then.
Result<void> visitSources(const std::filesystem::path& folder, const std::function<void(SourceRow&&)>& visit);

/// The folder's rows by source. Fails with NotFound, Unreadable or WrongFormat, the line said.
Result<std::map<std::string, SourceRow>> readSources(const std::filesystem::path& folder);

} // namespace fissure
