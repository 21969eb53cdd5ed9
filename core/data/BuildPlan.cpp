#include "core/data/BuildPlan.h"

#include "core/data/Coco.h"
#include "core/data/ProposalName.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace fissure {

namespace fs = std::filesystem;

namespace {

bool isImageFile(const fs::path& file) {
    const std::string extension = file.extension().string();
    return !extension.empty() && isImageExtension(std::string_view(extension).substr(1));
}

/// The names of a folder's files, sorted; hidden files and sub-folders left out.
Result<std::vector<fs::path>> filesIn(const fs::path& folder) {
    std::error_code error;
    const fs::file_type type = fs::status(folder, error).type();
    if (type == fs::file_type::not_found) {
        return failure(ErrorCode::NotFound, folder.string(), "the folder does not exist");
    }
    if (type != fs::file_type::directory && type != fs::file_type::none) {
        return failure(ErrorCode::Unreadable, folder.string(), "it is not a folder");
    }
    std::vector<fs::path> names;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = entry->path().filename();
        std::error_code unknown;
        if (name.native().front() != '.' && entry->is_regular_file(unknown)) {
            names.push_back(name);
        }
    }
    if (error) {
        return failure(ErrorCode::Unreadable, folder.string(),
                       "the folder cannot be read: " + error.message());
    }
    std::ranges::sort(names, {}, &fs::path::native);
    return names;
}

/// Says of each photograph what its ground truth is, or why there is none.
class GroundTruthFinder {
public:
    static Result<GroundTruthFinder> open(const GroundTruthSource& source) {
        GroundTruthFinder finder;
        const auto* masks = std::get_if<MaskFolder>(&source);
        const auto opened =
            masks ? finder.listMasks(masks->folder) : finder.readBoxes(std::get<CocoFile>(source).file);
        return opened.map([&] { return std::move(finder); });
    }

    /// Empty where found; else the reason.
    std::string complete(PlannedImage& image) const {
        if (m_isCoco) {
            const auto found = m_coco.find(image.file.filename().string());
            if (found == m_coco.end()) {
                return fmt::format("{} has no entry for it", m_origin.string());
            }
            image.boxes = found->second.boxes;
            image.statedWidth = found->second.width;
            image.statedHeight = found->second.height;
            return {};
        }
        const auto found = m_masks.find(image.file.stem().string());
        if (found == m_masks.end()) {
            return fmt::format("it has no mask ({}.png or another image in {})", image.file.stem().string(),
                               m_origin.string());
        }
        image.mask = m_origin / found->second;
        return {};
    }

private:
    Result<void> listMasks(const fs::path& folder) {
        m_origin = folder;
        return filesIn(folder).map([&](const std::vector<fs::path>& names) {
            for (const fs::path& name : names) {
                if (isImageFile(name)) {
                    m_masks.emplace(name.stem().string(), name); // the first of several by name
                }
            }
        });
    }

    Result<void> readBoxes(const fs::path& file) {
        m_origin = file;
        m_isCoco = true;
        return readCoco(file).map([&](std::vector<CocoImage>&& images) {
            for (CocoImage& image : images) {
                m_coco.emplace(fs::path(image.fileName).filename().string(), std::move(image));
            }
        });
    }

    fs::path m_origin;
    bool m_isCoco = false;
    std::unordered_map<std::string, fs::path> m_masks;
    std::unordered_map<std::string, CocoImage> m_coco;
};

/// Gives out the first part of crop names: the stem, with the extension where the stem is shared, numbered
/// where even that is taken.
class SourceNames {
public:
    explicit SourceNames(const std::vector<fs::path>& names) {
        for (const fs::path& name : names) {
            if (isImageFile(name)) {
                ++m_useOfStem[name.stem().string()];
            }
        }
    }

    std::string take(const fs::path& name) {
        const std::string stem = name.stem().string();
        const bool isShared = m_useOfStem.at(stem) > 1;
        const std::string wanted =
            isShared ? fmt::format("{}_{}", stem, name.extension().string().substr(1)) : stem;
        std::string source = wanted;
        for (int number = 2; isTaken(source, stem); ++number) {
            source = fmt::format("{}_{}", wanted, number);
        }
        m_taken.insert(source);
        return source;
    }

private:
    /// The stem of another photograph counts as taken before its turn comes.
    bool isTaken(const std::string& source, const std::string& ownStem) const {
        const auto use = m_useOfStem.find(source);
        const bool isOtherStem = use != m_useOfStem.end() && use->second == 1 && source != ownStem;
        return isOtherStem || m_taken.contains(source);
    }

    std::map<std::string, int> m_useOfStem;
    std::set<std::string> m_taken;
};

} // namespace

Result<BuildPlan> planBuild(const fs::path& images, const GroundTruthSource& groundTruth) {
    const auto names = filesIn(images);
    if (!names) {
        return failure(names.error());
    }
    const auto finder = GroundTruthFinder::open(groundTruth);
    if (!finder) {
        return failure(finder.error());
    }
    BuildPlan plan;
    SourceNames sources(*names);
    for (const fs::path& name : *names) {
        if (!isImageFile(name)) {
            plan.skipped.push_back({name.string(), "its name is not that of an image"});
            continue;
        }
        ++plan.found;
        PlannedImage image;
        image.file = images / name;
        image.source = sources.take(name);
        if (std::string reason = finder->complete(image); !reason.empty()) {
            plan.skipped.push_back({name.string(), std::move(reason)});
        } else {
            plan.images.push_back(std::move(image));
        }
    }
    if (plan.images.empty()) {
        const SkippedFile* first = plan.skipped.empty() ? nullptr : &plan.skipped.front();
        return failure(ErrorCode::Empty, images.string(),
                       plan.found == 0 ? "it holds no images"
                                       : fmt::format("none of its {} images has ground truth; {}: {}",
                                                     plan.found, first->file, first->reason));
    }
    return plan;
}

} // namespace fissure
