#include "core/data/AnnotationFolder.h"

#include "core/data/FolderListing.h"
#include "core/data/ImageFile.h"

#include <algorithm>
#include <map>
#include <set>

namespace fissure {

namespace fs = std::filesystem;

namespace {

class AnnotationFolder final : public GroundTruthReader {
public:
    AnnotationFolder(fs::path folder, fs::path images, AnnotationKind kind, AnnotationFileReader readFile,
                     const std::vector<fs::path>& names)
        : m_folder(std::move(folder))
        , m_images(std::move(images))
        , m_kind(std::move(kind))
        , m_readFile(std::move(readFile)) {
        std::error_code error;
        m_isSideBySide = fs::equivalent(m_folder, m_images, error);
        const auto preference = [&](const fs::path& name) {
            return std::ranges::find(m_kind.extensions, lowerExtension(name)) - m_kind.extensions.begin();
        };
        for (const fs::path& name : names) {
            if (std::ranges::find(m_kind.extensions, lowerExtension(name)) != m_kind.extensions.end()) {
                m_files[name.stem().string()].push_back(name);
            }
        }
        for (auto& [stem, files] : m_files) {
            std::ranges::stable_sort(files, {}, preference);
        }
    }

    /// Side by side with the photographs, the only image of its name is a photograph without a mask.
    bool isGroundTruth(const fs::path& name) const override {
        const auto found = m_files.find(name.stem().string());
        return m_isSideBySide && found != m_files.end() && found->second.front() == name &&
               (found->second.size() > 1 || !isImageFile(name));
    }

    Text whyMissing(const fs::path& name) const override {
        return find(name) ? Text()
                          : Text(m_kind.missing)
                                .with(name.stem().string() + m_kind.extensions.front(), m_folder.string());
    }

    std::vector<SkippedFile> unusedBy(const std::vector<fs::path>& photographs) const override {
        std::set<std::string> stems;
        for (const fs::path& name : photographs) {
            stems.insert(name.stem().string());
        }
        std::vector<SkippedFile> unused;
        for (const auto& [stem, files] : m_files) {
            if (!stems.contains(stem)) {
                for (const fs::path& name : files) {
                    unused.push_back(
                        {(m_folder / name).string(),
                         Text("core", "there is no image for it in %1").with(m_images.string())});
                }
                continue;
            }
            // Side by side, the others of that name are the photographs.
            for (std::size_t i = 1; !m_isSideBySide && i < files.size(); ++i) {
                unused.push_back(
                    {(m_folder / files[i]).string(), Text(m_kind.another).with(files.front().string())});
            }
        }
        return unused;
    }

    Result<GroundTruth> boxesOf(const fs::path& name, const ImageSize& size) const override {
        const fs::path* file = find(name);
        return file ? m_readFile(m_folder / *file, size)
                    : failure(ErrorCode::NotFound, name.string(), whyMissing(name));
    }

private:
    const fs::path* find(const fs::path& photograph) const {
        const auto found = m_files.find(photograph.stem().string());
        const bool isMissing =
            found == m_files.end() || (m_isSideBySide && found->second.front() == photograph);
        return isMissing ? nullptr : &found->second.front();
    }

    fs::path m_folder;
    fs::path m_images;
    AnnotationKind m_kind;
    AnnotationFileReader m_readFile;
    bool m_isSideBySide = false;
    std::map<std::string, std::vector<fs::path>> m_files; // by stem, the preferred one first
};

} // namespace

Result<std::unique_ptr<const GroundTruthReader>> openAnnotationFolder(const fs::path& folder,
                                                                      const fs::path& images,
                                                                      AnnotationKind kind,
                                                                      AnnotationFileReader readFile) {
    return listFolder(folder).map([&](const FolderListing& listing) {
        return std::unique_ptr<const GroundTruthReader>(std::make_unique<AnnotationFolder>(
            folder, images, std::move(kind), std::move(readFile), listing.names));
    });
}

} // namespace fissure
