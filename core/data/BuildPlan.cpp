#include "core/data/BuildPlan.h"

#include "core/base/SmallLetters.h"
#include "core/data/FolderListing.h"
#include "core/data/ImageFile.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// File systems take names of 255 bytes; counter, IoU, label and extension of a crop follow.
constexpr std::size_t kMaximumSourceBytes = 200;

/// Cut between two letters of UTF-8.
std::string shortened(const std::string& name) {
    if (name.size() <= kMaximumSourceBytes) {
        return name;
    }
    constexpr int kMaximumFollowers = 3; // bytes of a letter after its first
    std::size_t size = kMaximumSourceBytes;
    for (int i = 0; i < kMaximumFollowers && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80; ++i) {
        --size;
    }
    return name.substr(0, size);
}

/// Gives out the first part of crop names: the stem, with the extension where the stem is shared, numbered
/// where even that is taken. Long ones are cut. No two are the same on a disk that does not tell large
/// letters from small ones.
class SourceNames {
public:
    explicit SourceNames(const std::vector<fs::path>& photographs) {
        for (const fs::path& name : photographs) {
            ++m_useOfStem[withSmallLetters(name.stem().string())];
        }
    }

    std::string take(const fs::path& name) {
        const std::string stem = name.stem().string();
        const std::string ownStem = withSmallLetters(stem);
        const bool isShared = m_useOfStem.at(ownStem) > 1;
        const std::string wanted =
            shortened(isShared ? fmt::format("{}_{}", stem, name.extension().string().substr(1)) : stem);
        int& next = m_nextNumber.try_emplace(withSmallLetters(wanted), 2).first->second;
        std::string source = wanted;
        while (isTaken(withSmallLetters(source), ownStem)) {
            source = fmt::format("{}_{}", wanted, next++);
        }
        m_taken.insert(withSmallLetters(source));
        return source;
    }

private:
    /// The stem of another photograph counts as taken before its turn comes.
    bool isTaken(const std::string& source, const std::string& ownStem) const {
        const auto use = m_useOfStem.find(source);
        const bool isOtherStem = use != m_useOfStem.end() && use->second == 1 && source != ownStem;
        return isOtherStem || m_taken.contains(source);
    }

    // By names with small letters.
    std::map<std::string, int> m_useOfStem;
    std::map<std::string, int> m_nextNumber; ///< to be tried next behind that name
    std::set<std::string> m_taken;
};

Text whyEmpty(const BuildPlan& plan, bool hasSubfolders) {
    const Text cause =
        plan.found > 0  ? Text("core", "none of its images (%1) has ground truth").with(plan.found)
        : hasSubfolders ? Text("core", "it holds no images, and its sub-folders are not looked into")
                        : Text("core", "it holds no images");
    const auto image = std::ranges::find_if(plan.skipped, isImageFile, &SkippedFile::file);
    return image == plan.skipped.end() ? cause
                                       : Text("core", "%1; %2: %3").with(cause, image->file, image->reason);
}

} // namespace

Result<BuildPlan> planBuild(const fs::path& images, const GroundTruthSource& groundTruth,
                            const MaskBoxSettings& mask) {
    auto listing = listFolder(images);
    if (!listing) {
        return failure(std::move(listing.error()));
    }
    auto reader = openGroundTruth(groundTruth, images, mask);
    if (!reader) {
        return failure(std::move(reader.error()));
    }
    BuildPlan plan;
    plan.groundTruth = std::move(*reader);
    plan.skipped = std::move(listing->unusable);
    std::vector<fs::path> photographs;
    for (const fs::path& name : listing->names) {
        if (plan.groundTruth->isGroundTruth(name)) {
            continue;
        }
        if (isImageFile(name)) {
            photographs.push_back(name);
        } else {
            plan.skipped.push_back({name.string(), Text("core", "its name is not that of an image")});
        }
    }
    plan.found = static_cast<std::int64_t>(photographs.size());
    SourceNames sources(photographs);
    for (const fs::path& name : photographs) {
        PlannedImage image{images / name, sources.take(name)};
        if (Text reason = plan.groundTruth->whyMissing(name); !reason.empty()) {
            plan.skipped.push_back({name.string(), std::move(reason)});
        } else {
            plan.images.push_back(std::move(image));
        }
    }
    std::ranges::sort(plan.skipped, {}, &SkippedFile::file);
    if (plan.images.empty()) {
        return failure(ErrorCode::Empty, images.string(), whyEmpty(plan, listing->hasSubfolders));
    }
    std::ranges::move(plan.groundTruth->unusedBy(photographs), std::back_inserter(plan.skipped));
    std::ranges::stable_sort(plan.skipped, {}, &SkippedFile::file);
    return plan;
}

SkippedFile leftOut(const PlannedImage& image, const Error& error) {
    // The image is named beside the reason already; its mask is not.
    const bool isNamed = error.subject == image.file.string() || error.subject.empty();
    return {
        image.file.filename().string(),
        isNamed
            ? error.cause
            : Text("core", "%1: %2").with(fs::path(error.subject.str()).filename().string(), error.cause)};
}

Error noneUsable(const fs::path& images, const BuildPlan& plan, const std::vector<SkippedFile>& skipped) {
    // The reason of a photograph: stray files are among the skipped ones too.
    const auto first =
        std::ranges::find(skipped, plan.images.front().file.filename().string(), &SkippedFile::file);
    return {ErrorCode::Empty,
            images.string(),
            Text("core", "none of its images (%1) can be used; %2: %3")
                .with(plan.found, first->file, first->reason),
            {}};
}

} // namespace fissure
