#include "core/data/preflight/SplitFindings.h"

#include "core/base/Files.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalName.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Crops by photograph.
using Sources = std::map<std::string, std::int64_t>;

Sources sourcesByName(const SplitSide& side) {
    Sources sources;
    for (const Proposal& proposal : side.proposals) {
        if (auto name = parseProposalName(proposal.file)) {
            ++sources[std::move(name->source)];
        }
    }
    return sources;
}

/// Nothing where there is no manifest, or a crop is not in it.
Result<std::optional<Sources>> sourcesByPath(const SplitSide& side) {
    Sources sources;
    if (std::error_code error; !fs::exists(side.folder / kManifestFile, error)) {
        return std::nullopt;
    }
    std::unordered_map<std::string, std::string> resolved; // many rows have one photograph
    const fs::path base = wholeFolder(side.folder);
    std::size_t found = 0;
    const auto visited = visitManifest(side.folder, [&](const ManifestRow& row) {
        if (!std::ranges::binary_search(side.proposals, row.crop, {}, &Proposal::file)) {
            return;
        }
        const auto [path, isNew] = resolved.try_emplace(row.source);
        if (isNew) {
            path->second = wholeFolder(base / row.source).string();
        }
        ++sources[path->second];
        ++found;
    });
    if (!visited) {
        return failure(visited.error());
    }
    return found == side.proposals.size() ? std::optional(std::move(sources)) : std::nullopt;
}

/// Those of both sides, as far as they are known.
struct SidesByPath {
    std::optional<Sources> train;
    std::optional<Sources> valid;

    bool areKnown() const { return train && valid; }
};

Result<SidesByPath> byPath(const SplitSide& train, const SplitSide& valid) {
    return sourcesByPath(train).and_then([&](std::optional<Sources>&& trained) {
        return sourcesByPath(valid).map([&](std::optional<Sources>&& validated) {
            return SidesByPath{std::move(trained), std::move(validated)};
        });
    });
}

using PathsBySize = std::map<std::uintmax_t, std::vector<std::string>>;

/// Of the photographs that are there.
PathsBySize pathsBySize(const Sources& sources) {
    PathsBySize paths;
    for (const auto& [path, crops] : sources) {
        std::error_code error;
        if (const std::uintmax_t bytes = fs::file_size(path, error); !error) {
            paths[bytes].push_back(path);
        }
    }
    return paths;
}

/// Empty where the file cannot be read, or not any more.
std::string hashOf(const std::string& path, const std::stop_token& stop) {
    return stop.stop_requested() ? std::string() : sha256OfFile(path).value_or(std::string());
}

/// Names the copies among photographs of one size.
void addCopies(Finding& finding, const std::vector<std::string>& train, const std::vector<std::string>& valid,
               const std::stop_token& stop) {
    std::unordered_map<std::string, std::string> trained; // paths by hash
    for (const std::string& path : train) {
        trained.emplace(hashOf(path, stop), path);
    }
    for (const std::string& path : valid) {
        const std::string hash = hashOf(path, stop);
        const auto original = trained.find(hash);
        if (!hash.empty() && original != trained.end()) {
            addExample(finding, {path, Text("core", "the same content as %1").with(original->second)});
        }
    }
}

std::optional<Finding> sharedBetween(const Sources& train, const Sources& valid) {
    Finding finding{Severity::Warning, "shared-source",
                    Text("core",
                         "Proposals of the same photographs are trained and validated on. The validation "
                         "figures will look better than the network is.")};
    for (const auto& [source, crops] : valid) {
        if (const auto same = train.find(source); same != train.end()) {
            addExample(
                finding,
                {source, Text("core", "training crops: %1, validation crops: %2").with(same->second, crops)});
        }
    }
    return finding.count > 0 ? std::optional(std::move(finding)) : std::nullopt;
}

} // namespace

std::optional<Finding> sameFolder(const fs::path& train, const fs::path& valid) {
    std::error_code error;
    if (!fs::equivalent(train, valid, error)) {
        return std::nullopt;
    }
    return Finding{Severity::Warning, "same-folder",
                   Text("core",
                        "Training and validation use the same folder. The validation figures will look "
                        "better than the network is.")};
}

std::optional<Finding> differentThresholds(const ProposalCheck& train, const ProposalCheck& valid) {
    if (!train.description || !valid.description || train.labelIou == valid.labelIou) {
        return std::nullopt;
    }
    return Finding{Severity::Warning, "label-thresholds-differ",
                   Text("core",
                        "The training labels were made at an IoU of %1, those of the validation at %2. Set a "
                        "label IoU threshold to have both labelled alike.")
                       .with(train.labelIou, valid.labelIou)};
}

Result<std::optional<Finding>> sharedSources(const SplitSide& train, const SplitSide& valid) {
    return byPath(train, valid).map([&](const SidesByPath& paths) {
        return paths.areKnown() ? sharedBetween(*paths.train, *paths.valid)
                                : sharedBetween(sourcesByName(train), sourcesByName(valid));
    });
}

Result<std::optional<Finding>> copiedSources(const SplitSide& train, const SplitSide& valid,
                                             const std::stop_token& stop) {
    auto paths = byPath(train, valid);
    if (!paths) {
        return failure(std::move(paths.error()));
    }
    Finding finding{Severity::Warning, "shared-source",
                    Text("core", "Photographs of validation proposals are copies of photographs that are "
                                 "trained on. The validation figures will look better than the network is.")};
    if (paths->areKnown()) {
        std::erase_if(*paths->valid,
                      [&](const auto& source) { return paths->train->contains(source.first); });
        const PathsBySize trained = pathsBySize(*paths->train);
        for (const auto& [bytes, copies] : pathsBySize(*paths->valid)) {
            if (const auto same = trained.find(bytes); same != trained.end()) {
                addCopies(finding, same->second, copies, stop);
            }
        }
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Stopped, valid.folder.string(), Text("core", "the check was stopped"));
    }
    return finding.count > 0 ? std::optional(std::move(finding)) : std::nullopt;
}

std::optional<Finding> samePixels(const SplitSide& train, const CropCheck& trainCrops, const SplitSide& valid,
                                  const CropCheck& validCrops) {
    std::unordered_map<std::uint64_t, std::size_t> trained; // the first crop of each
    for (std::size_t i = 0; i < trainCrops.pixels.size(); ++i) {
        trained.emplace(trainCrops.pixels[i], i);
    }
    Finding finding{
        Severity::Warning, "same-pixels",
        Text("core", "Validation crops have the very pixels of training crops. The validation figures will "
                     "look better than the network is.")};
    for (std::size_t i = 0; i < validCrops.pixels.size(); ++i) {
        const std::uint64_t pixels = validCrops.pixels[i];
        const auto twin = trained.find(pixels);
        if (pixels != 0 && twin != trained.end()) {
            addExample(finding,
                       {valid.proposals[i].file,
                        Text("core", "the same pixels as %1").with(train.proposals[twin->second].file)});
        }
    }
    return finding.count > 0 ? std::optional(std::move(finding)) : std::nullopt;
}

} // namespace fissure
