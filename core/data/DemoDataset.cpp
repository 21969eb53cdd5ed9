#include "core/data/DemoDataset.h"

#include "core/base/BuildInfo.h"
#include "core/base/Files.h"
#include "core/base/Seed.h"
#include "core/data/ConcretePainter.h"
#include "core/data/FolderListing.h"
#include "core/data/ImageFile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr int kPhotographQuality = 92;
constexpr const char* kPhotographExtension = ".jpg";
constexpr const char* kMaskExtension = ".png";

// With so few cracks to learn from, half-framed ones cannot be told from whole ones.
constexpr double kNegativeIou = 0.2;
constexpr int kNegativesPerBand = 4;

struct Split {
    std::string name;
    Text what;
    int images = 0;
    int firstNumber = 1; ///< no photograph has the name of one of the other split
};

tl::unexpected<Error> stopped(const fs::path& out) {
    return failure(ErrorCode::Stopped, out.string(),
                   Text("core", "the demo data set was stopped before it was complete"));
}

/// What is written of the settings, in its order.
nlohmann::ordered_json toJson(const DemoSettings& settings) {
    return {{"program", programVersion()},
            {"seed", settings.seed},
            {"train_images", settings.trainImages},
            {"valid_images", settings.validImages},
            {"photograph_px", settings.photographPx},
            {"crop_size_px", settings.cropSizePx}};
}

/// A file of that name alone may be anybody's.
bool isDemo(const fs::path& folder) {
    const auto text = readTextFile(folder / kDemoFile);
    const auto json = nlohmann::json::parse(text.value_or(std::string()), nullptr, false);
    const auto ours = toJson(DemoSettings());
    return json.is_object() && std::all_of(ours.items().begin(), ours.items().end(),
                                           [&](const auto& entry) { return json.contains(entry.key()); });
}

/// Of a photograph; its mask has the same.
std::string stemOf(int number) {
    return fmt::format("concrete_{:03}", number);
}

/// True for the name of a photograph or mask of any demo.
bool isDrawn(const fs::path& file) {
    const std::string stem = file.stem().string();
    int number = 0;
    const std::size_t digits = stem.find_last_not_of("0123456789") + 1;
    const auto parsed = std::from_chars(stem.data() + digits, stem.data() + stem.size(), number);
    return parsed.ec == std::errc() && stem == stemOf(number) &&
           (file.extension() == kPhotographExtension || file.extension() == kMaskExtension);
}

/// Whatever else stands in the folder is not ours to remove.
Result<void> prepare(const DemoSettings& settings) {
    std::error_code error;
    const fs::path& out = settings.out;
    if (fs::exists(out, error) && !fs::is_directory(out, error)) {
        return failure(ErrorCode::WrongFormat, out.string(), Text("core", "it is not a folder"));
    }
    if (fs::exists(out, error) && !fs::is_empty(out, error) && !isDemo(out)) {
        return failure(ErrorCode::WrongFormat, out.string(),
                       Text("core", "it already holds files, and they are no demo data set"),
                       Text("core", "choose a new or an empty folder"));
    }
    fs::create_directories(out, error);
    if (error) {
        return failure(ErrorCode::Unwritable, out.string(),
                       Text("core", "it cannot be created: %1").with(error.message()));
    }
    fs::remove(out / kDemoRunFile, error);
    if (error) {
        return failure(ErrorCode::Unwritable, (out / kDemoRunFile).string(),
                       Text("core", "it cannot be removed: %1").with(error.message()));
    }
    return writeFileAtomically(out / kDemoFile, toJson(settings).dump(2) + '\n');
}

/// Takes the photographs or masks of an earlier demo out of a folder, where they would be built from too.
Result<void> removeDrawn(const fs::path& folder) {
    return listFolder(folder).and_then([&](const FolderListing& listing) -> Result<void> {
        for (const fs::path& name : listing.names) {
            std::error_code error;
            if (isDrawn(name) && !fs::remove(folder / name, error) && error) {
                return failure(ErrorCode::Unwritable, (folder / name).string(),
                               Text("core", "it cannot be removed: %1").with(error.message()));
            }
        }
        return {};
    });
}

Result<void> drawSplit(const DemoSettings& settings, const Split& split, const std::stop_token& stop) {
    const fs::path folder = settings.out / split.name;
    for (const char* part : {"images", "masks"}) {
        std::error_code error;
        fs::create_directories(folder / part, error);
        if (error) {
            return failure(ErrorCode::Unwritable, (folder / part).string(),
                           Text("core", "it cannot be created: %1").with(error.message()));
        }
        if (auto removed = removeDrawn(folder / part); !removed) {
            return removed;
        }
    }
    for (int i = 0; i < split.images; ++i) {
        if (stop.stop_requested()) {
            return stopped(settings.out);
        }
        const std::uint64_t seed = deriveSeed(settings.seed, split.name, static_cast<std::uint64_t>(i));
        const DrawnPhotograph drawn = drawConcrete(settings.photographPx, seed);
        const std::string stem = stemOf(split.firstNumber + i);
        auto written =
            writeImage(folder / "images" / (stem + kPhotographExtension), drawn.image, kPhotographQuality);
        if (written) {
            written = writeMask(folder / "masks" / (stem + kMaskExtension), drawn.mask);
        }
        if (!written) {
            return written;
        }
    }
    return {};
}

BuildRequest requestFor(const DemoSettings& settings, const Split& split) {
    const fs::path folder = settings.out / split.name;
    BuildRequest request;
    request.images = folder / "images";
    request.groundTruth = {GroundTruthFormat::Masks, folder / "masks"};
    request.out = folder / "proposals";
    request.threads = settings.threads;
    request.recipe.cropSizePx = settings.cropSizePx;
    request.recipe.negativeIou = kNegativeIou;
    request.recipe.policy = NegativePolicy::PerBand;
    request.recipe.negatives = kNegativesPerBand;
    return request;
}

/// Builds one split; before: what was done in the splits ahead of it.
Result<BuildReport> buildSplit(const DemoSettings& settings, const Split& split, const BuildProgress& before,
                               const DemoProgressCallback& onProgress, const std::stop_token& stop) {
    const auto passOn = [&](BuildProgress progress) {
        progress.done += before.done;
        progress.reused += before.reused;
        progress.total = settings.trainImages + settings.validImages;
        if (progress.imagesPerSecond > 0.0) {
            const double left = static_cast<double>(progress.total - progress.done);
            progress.timeLeft = std::chrono::milliseconds(
                static_cast<std::int64_t>(1000.0 * left / progress.imagesPerSecond));
        }
        if (onProgress) {
            onProgress(progress, split.what);
        }
    };
    return buildProposals(requestFor(settings, split), passOn, stop)
        .and_then([&](BuildReport&& report) -> Result<BuildReport> {
            return report.isComplete ? Result<BuildReport>(std::move(report)) : stopped(settings.out);
        });
}

} // namespace

Result<DemoReport> drawDemoDataset(const DemoSettings& settings, const DemoProgressCallback& onProgress,
                                   std::stop_token stop) {
    const Split train{"train", Text("core", "training proposals"), settings.trainImages, 1};
    const Split valid{"valid", Text("core", "validation proposals"), settings.validImages,
                      settings.trainImages + 1};
    auto drawn = prepare(settings);
    for (const Split* split : {&train, &valid}) {
        if (drawn) {
            drawn = drawSplit(settings, *split, stop);
        }
    }
    if (!drawn) {
        return failure(std::move(drawn.error()));
    }
    auto trainReport = buildSplit(settings, train, {}, onProgress, stop);
    if (!trainReport) {
        return failure(std::move(trainReport.error()));
    }
    BuildProgress before;
    before.done = train.images;
    before.reused = trainReport->imagesReused;
    auto validReport = buildSplit(settings, valid, before, onProgress, stop);
    if (!validReport) {
        return failure(std::move(validReport.error()));
    }
    return DemoReport{std::move(*trainReport), std::move(*validReport)};
}

} // namespace fissure
