#include "core/data/CocoReader.h"

#include "core/base/Files.h"
#include "core/data/Coco.h"

#include <algorithm>
#include <map>
#include <set>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Whether a path ends as the other one reads.
bool endsWith(const fs::path& path, const fs::path& end) {
    auto part = path.end();
    for (auto wanted = end.end(); wanted != end.begin();) {
        if (part == path.begin() || *--wanted != *--part) {
            return false;
        }
    }
    return true;
}

class CocoReader final : public GroundTruthReader {
public:
    CocoReader(fs::path file, fs::path images, std::vector<CocoImage> entries)
        : m_file(std::move(file))
        , m_images(std::move(images))
        , m_folder(wholeFolder(m_images)) {
        std::error_code error;
        m_isAmongImages = fs::equivalent(m_file, m_images / m_file.filename(), error);
        for (CocoImage& entry : entries) {
            m_entries[fs::path(entry.fileName).filename().string()].push_back(std::move(entry));
        }
    }

    bool isGroundTruth(const fs::path& name) const override {
        return m_isAmongImages && name == m_file.filename();
    }

    Text whyMissing(const fs::path& name) const override {
        const auto found = entryOf(name);
        return found ? Text() : found.error();
    }

    std::vector<SkippedFile> unusedBy(const std::vector<fs::path>& photographs) const override {
        std::set<std::string> names;
        for (const fs::path& name : photographs) {
            names.insert(name.string());
        }
        std::vector<SkippedFile> unused;
        for (const auto& [name, entries] : m_entries) {
            for (std::size_t i = 0; !names.contains(name) && i < entries.size(); ++i) {
                unused.push_back({entries[i].fileName, whyUnused(entries[i])});
            }
        }
        return unused;
    }

    Result<GroundTruth> boxesOf(const fs::path& name, const ImageSize& size) const override {
        const auto entry = entryOf(name);
        if (!entry) {
            return failure(ErrorCode::NotFound, name.string(), entry.error());
        }
        const CocoImage& image = **entry;
        return checkStatedSize({image.width, image.height}, size, m_file.string()).map([&] {
            GroundTruth groundTruth;
            for (const Box& box : image.boxes) {
                addBox(groundTruth, box, size, m_file.filename().string());
            }
            return groundTruth;
        });
    }

private:
    Text whyUnused(const CocoImage& entry) const {
        const fs::path name = fs::path(entry.fileName).lexically_normal();
        const bool isBelow = name.is_relative() && name.has_parent_path() && *name.begin() != "..";
        std::error_code error;
        return isBelow && fs::exists(m_images / name, error)
                   ? Text("core", "it is in a sub-folder, which is not looked into; build from %1 for it")
                         .with((m_images / name.parent_path()).string())
                   : Text("core", "%1 names it, and it is not in %2")
                         .with(m_file.string(), m_images.string());
    }

    /// Or why there is none.
    tl::expected<const CocoImage*, Text> entryOf(const fs::path& photograph) const {
        const std::string name = photograph.string();
        const auto found = m_entries.find(name);
        if (found == m_entries.end()) {
            return tl::make_unexpected(Text("core", "%1 has no entry for it").with(m_file.string()));
        }
        const std::vector<CocoImage>& entries = found->second;
        if (entries.size() == 1) {
            return &entries.front();
        }
        const auto isOwn = [&](const CocoImage& entry) { return entry.fileName == name; };
        const auto isOfThisFolder = [&](const CocoImage& entry) {
            return entry.fileName != name &&
                   endsWith(m_folder / name, fs::path(entry.fileName).lexically_normal());
        };
        const CocoImage* own = onlyOne(entries, isOwn);
        own = own != nullptr ? own : onlyOne(entries, isOfThisFolder);
        if (own == nullptr) {
            return tl::make_unexpected(
                Text("core", "%1 has %2 entries for that name, %3 and %4 among them")
                    .with(m_file.string(), entries.size(), entries[0].fileName, entries[1].fileName));
        }
        return own;
    }

    /// The entry that fits; nullptr where none does, or several do.
    template <class Predicate>
    static const CocoImage* onlyOne(const std::vector<CocoImage>& entries, Predicate fits) {
        return std::ranges::count_if(entries, fits) == 1 ? &*std::ranges::find_if(entries, fits) : nullptr;
    }

    fs::path m_file;
    fs::path m_images;
    fs::path m_folder; // of the photographs, by its whole path
    bool m_isAmongImages = false;
    std::map<std::string, std::vector<CocoImage>> m_entries; // by the name without folders
};

} // namespace

Result<std::unique_ptr<const GroundTruthReader>> openCoco(const fs::path& file, const fs::path& images) {
    return readCoco(file).map([&](std::vector<CocoImage>&& entries) {
        return std::unique_ptr<const GroundTruthReader>(
            std::make_unique<CocoReader>(file, images, std::move(entries)));
    });
}

} // namespace fissure
