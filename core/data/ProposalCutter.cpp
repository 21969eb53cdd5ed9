#include "core/data/ProposalCutter.h"

#include "core/data/ImageFile.h"
#include "core/data/JpegCodec.h"
#include "core/data/ProposalName.h"
#include "core/data/Resampling.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Plain, not synchronised: the whole folder is, once, before it is published.
Result<void> writeCrop(const fs::path& file, const std::vector<std::byte>& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        const int number = errno;
        return failure(ErrorCode::Unwritable, file.string(),
                       fmt::format("it cannot be written: {}", std::strerror(number)));
    }
    return {};
}

/// Where a photograph's crops are written; removes them when it goes, unless they are to be kept.
class CropFiles {
public:
    CropFiles(const std::string& source, const std::vector<ProposalCut>& cuts, const fs::path& folder) {
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            m_files.push_back(folder / cropFileName(source, cuts, i));
        }
    }
    ~CropFiles() {
        for (const fs::path& file : m_files) {
            std::error_code error;
            fs::remove(file, error);
        }
    }
    CropFiles(const CropFiles&) = delete;
    CropFiles& operator=(const CropFiles&) = delete;

    const fs::path& operator[](std::size_t index) const { return m_files[index]; }

    void keep() { m_files.clear(); }

private:
    std::vector<fs::path> m_files;
};

Result<void> writeCrops(const PlannedImage& planned, const Image& image, const std::vector<ProposalCut>& cuts,
                        const ProposalRecipe& recipe, const CropFiles& files, const std::stop_token& stop) {
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, planned.file.string(), "the build was stopped");
        }
        const Image crop =
            resized(cropped(image, cuts[i].box), recipe.cropSizePx, recipe.cropSizePx, Kernel::Bicubic);
        const auto coded = encodeJpeg(crop, recipe.jpegQuality);
        if (!coded) {
            return failure(coded.error());
        }
        if (auto written = writeCrop(files[i], *coded); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

std::string cropFileName(const std::string& source, const std::vector<ProposalCut>& cuts, std::size_t index) {
    const ProposalCut& cut = cuts[index];
    return toFileName({source, static_cast<int>(index), cut.iou, cut.label, "jpg"});
}

Result<CutImage> cutProposals(const PlannedImage& planned, const GroundTruthReader& reader,
                              const ProposalRecipe& recipe, const fs::path& folder,
                              const std::stop_token& stop) {
    const auto image = readImage(planned.file);
    if (!image) {
        return failure(image.error());
    }
    auto groundTruth = reader.boxesOf(planned.file.filename(), {image->width, image->height});
    if (!groundTruth) {
        return failure(std::move(groundTruth.error()));
    }
    const auto proposals = selectiveSearch(*image, recipe.mode, stop);
    if (!proposals) {
        Error error = proposals.error();
        error.subject = planned.file.string();
        return failure(std::move(error));
    }
    CutImage cut{image->width, image->height, std::move(*groundTruth), {}};
    cut.cuts = chooseProposals(*proposals, cut.groundTruth.boxes, recipe, planned.source);
    CropFiles files(planned.source, cut.cuts, folder);
    if (auto written = writeCrops(planned, *image, cut.cuts, recipe, files, stop); !written) {
        return failure(std::move(written.error()));
    }
    files.keep();
    return cut;
}

} // namespace fissure
