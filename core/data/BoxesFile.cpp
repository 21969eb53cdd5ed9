#include "core/data/BoxesFile.h"

#include "core/base/Files.h"
#include "core/data/Coco.h"
#include "core/data/ImageFile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// What is written of one photograph.
struct FoundBoxes {
    ImageSize size;
    GroundTruth groundTruth;
};

Result<FoundBoxes> boxesOf(const PlannedImage& image, const GroundTruthReader& reader) {
    return readImageSize(image.file).and_then([&](const ImageSize& size) {
        return reader.boxesOf(image.file.filename(), size).map([&](GroundTruth&& groundTruth) {
            return FoundBoxes{size, std::move(groundTruth)};
        });
    });
}

void add(const PlannedImage& image, FoundBoxes&& found, BoxesReport& report,
         std::vector<CocoImage>& entries) {
    const std::string name = image.file.filename().string();
    GroundTruth& groundTruth = found.groundTruth;
    ++report.imagesUsed;
    report.imagesWithoutBoxes += groundTruth.boxes.empty() ? 1 : 0;
    report.boxes += static_cast<std::int64_t>(groundTruth.boxes.size());
    report.clippedBoxes += groundTruth.clipped;
    for (Text& reason : groundTruth.refused) {
        report.refusedBoxes.push_back({name, std::move(reason)});
    }
    entries.push_back({name, found.size.width, found.size.height, std::move(groundTruth.boxes)});
}

/// Whether the file may be replaced, and its folder be written to.
Result<void> checkOut(const fs::path& out) {
    std::error_code error;
    const fs::file_status status = fs::status(out, error);
    if (fs::is_directory(status) || !out.has_filename()) {
        return failure(ErrorCode::Unwritable, out.string(), Text("core", "it is a folder"),
                       Text("core", "name a file in it"));
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return failure(ErrorCode::Unwritable, out.string(), Text("core", "it is not a regular file"));
    }
    const fs::path folder = out.has_parent_path() ? out.parent_path() : fs::path(".");
    if (::faccessat(AT_FDCWD, (folder / "").c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
        return failure(ErrorCode::Unwritable, out.string(),
                       Text("core", "it cannot be written: %1").with(std::strerror(errno)));
    }
    if (isImageFile(out) && fs::exists(status)) {
        return failure(ErrorCode::OutOfRange, out.string(),
                       Text("core", "it is an image, and writing would replace it"),
                       Text("core", "choose another file"));
    }
    return {};
}

/// True for the COCO file, and for what stands in a folder of annotations.
bool isReadFrom(const fs::path& out, const GroundTruthSource& source, const GroundTruthReader& reader) {
    std::error_code error;
    if (source.format == GroundTruthFormat::Coco || !fs::exists(out, error)) {
        return fs::equivalent(out, source.path, error);
    }
    // Without photographs nothing of it is used.
    return std::ranges::any_of(reader.unusedBy({}), [&](const SkippedFile& annotation) {
        return fs::equivalent(out, annotation.file, error);
    });
}

} // namespace

Result<BoxesReport> writeBoxes(const BoxesRequest& request, const BoxesProgressCallback& onProgress,
                               const std::stop_token& stop) {
    const auto plan = checkOut(request.out).and_then([&] {
        return planBuild(request.images, request.groundTruth, request.mask);
    });
    if (!plan) {
        return failure(plan.error());
    }
    if (isReadFrom(request.out, request.groundTruth, *plan->groundTruth)) {
        return failure(ErrorCode::OutOfRange, request.out.string(),
                       Text("core", "the boxes are read from this file, and writing would replace it"),
                       Text("core", "choose another file"));
    }
    BoxesReport report;
    report.file = request.out;
    report.imagesFound = plan->found;
    report.skipped = plan->skipped;
    std::vector<CocoImage> entries;
    const auto total = static_cast<std::int64_t>(plan->images.size());
    for (std::int64_t done = 0; done < total; ++done) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, request.out.string(),
                           Text("core", "stopped before all photographs were read; nothing was written"));
        }
        const PlannedImage& image = plan->images[static_cast<std::size_t>(done)];
        if (auto found = boxesOf(image, *plan->groundTruth)) {
            add(image, std::move(*found), report, entries);
        } else {
            report.skipped.push_back(leftOut(image, found.error()));
            ++report.imagesFailed;
        }
        if (onProgress) {
            onProgress(done + 1, total);
        }
    }
    if (report.imagesUsed == 0) {
        return failure(noneUsable(request.images, *plan, report.skipped));
    }
    std::ranges::stable_sort(report.skipped, {}, &SkippedFile::file);
    return writeFileAtomically(request.out, toCocoJson(entries)).map([&] { return std::move(report); });
}

} // namespace fissure
