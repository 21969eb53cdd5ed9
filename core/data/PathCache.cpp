#include "core/data/PathCache.h"

#include "core/base/Files.h"
#include "core/data/FolderStamp.h"
#include "core/data/JsonText.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fissure {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>; // sorted, each once

/// The folder whose path cache has the name by the reference's own use.
std::string folderNameOf(std::string_view cacheFile) {
    return std::string(cacheFile.substr(0, cacheFile.find('_')));
}

std::string nameOf(const fs::path& folder) {
    return (folder / "").lexically_normal().parent_path().filename().string();
}

bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

std::vector<fs::path> pathCachesIn(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const char* file : kPathCacheFiles) {
        if (isThere(folder / file)) {
            found.push_back(folder / file);
        }
    }
    return found;
}

std::optional<fs::path> namedAfter(const fs::path& folder, const std::vector<fs::path>& caches) {
    const auto own = std::ranges::find_if(caches, [&](const fs::path& cache) {
        return folderNameOf(cache.filename().string()) == nameOf(folder);
    });
    return own == caches.end() ? std::nullopt : std::optional(*own);
}

std::optional<fs::path> pathCacheOf(const fs::path& path) {
    std::error_code error;
    const fs::path folder = fs::absolute(path, error);
    if (const auto inside = pathCachesIn(folder); !inside.empty()) {
        return inside.size() == 1 ? inside.front() : namedAfter(folder, inside);
    }
    const fs::path place = folderOfPathCachesBeside(folder);
    const auto beside = pathCachesIn(place);
    if (auto own = namedAfter(folder, beside)) {
        return own;
    }
    const bool isOfTheOther = std::ranges::any_of(
        kPathCacheFiles, [&](const char* file) { return folderNameOf(file) == nameOf(folder); });
    if (isOfTheOther || beside.size() != 1 ||
        isThere(place / folderNameOf(beside.front().filename().string()))) {
        return std::nullopt;
    }
    return beside.front();
}

/// The names, or why they are not to be used.
tl::expected<Names, Text> readNames(const fs::path& file, const fs::path& folder) {
    if (stampOfFile(file).modifiedNs < stampOfFile(folder).modifiedNs) {
        return tl::make_unexpected(Text("core", "the folder has changed since it was written"));
    }
    const auto text = readTextFile(file);
    if (!text) {
        return tl::make_unexpected(text.error().cause);
    }
    const auto json = parseJson(*text);
    if (!json) {
        return tl::make_unexpected(json.error());
    }
    if (!json->is_array() || !std::ranges::all_of(*json, [](const Json& name) { return name.is_string(); })) {
        return tl::make_unexpected(Text("core", "it is not a JSON list of file names"));
    }
    Names names(json->size());
    std::ranges::transform(*json, names.begin(),
                           [](const Json& name) { return name.get_ref<const std::string&>(); });
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

/// A name that nothing in the folder has.
std::optional<std::string> firstMissing(const Names& names, const ProposalIndex& index) {
    auto proposal = index.proposals.begin();
    for (const std::string& name : names) {
        while (proposal != index.proposals.end() && proposal->file < name) {
            ++proposal;
        }
        const bool isProposal = proposal != index.proposals.end() && proposal->file == name;
        if (!isProposal && (name.empty() || !isThere(index.folder / name))) {
            return name;
        }
    }
    return std::nullopt;
}

/// Those of a folder that are named, and the others.
struct SplitProposals {
    std::vector<Proposal> named;
    std::vector<Proposal> others;
};

SplitProposals splitBy(const Names& names, const std::vector<Proposal>& proposals) {
    SplitProposals split;
    auto name = names.begin();
    for (const Proposal& proposal : proposals) {
        while (name != names.end() && *name < proposal.file) {
            ++name;
        }
        const bool isNamed = name != names.end() && *name == proposal.file;
        (isNamed ? split.named : split.others).push_back(proposal);
    }
    return split;
}

/// Narrows the proposals; the clause that says why not where the path cache is not to be used.
tl::expected<void, Text> narrow(ProposalIndex& index, const fs::path& file) {
    const auto names = readNames(file, index.folder);
    if (!names) {
        return tl::make_unexpected(names.error());
    }
    if (const auto missing = firstMissing(*names, index)) {
        return tl::make_unexpected(
            Text("core", "it names \"%1\", which is not in the folder").with(*missing));
    }
    const std::size_t found = index.proposals.size();
    SplitProposals split = splitBy(*names, index.proposals);
    if (split.named.empty()) {
        return tl::make_unexpected(Text("core", "it names none of the folder's proposals"));
    }
    if (!split.others.empty()) {
        index.warnings.push_back(Text("core", "%1 names %2 of the %3 proposals in its folder; the others are "
                                              "not used.")
                                     .with(file.string(), split.named.size(), found));
        split.named.shrink_to_fit();
        index.proposals = std::move(split.named);
        index.unlisted = std::move(split.others);
    }
    return {};
}

} // namespace

fs::path folderOfPathCachesBeside(const fs::path& folder) {
    std::error_code error;
    return (fs::absolute(folder, error) / "").lexically_normal().parent_path().parent_path();
}

void applyPathCache(ProposalIndex& index) {
    const auto file = pathCacheOf(index.folder);
    if (!file) {
        return;
    }
    if (const auto narrowed = narrow(index, *file); !narrowed) {
        index.warnings.push_back(
            Text("core", "The path cache %1 is not used: %2. The folder's own files are used instead.")
                .with(file->string(), narrowed.error()));
    }
}

} // namespace fissure
