#include "app/cli/BuildText.h"
#include "app/cli/Command.h"
#include "app/cli/Counted.h"
#include "app/cli/GroundTruthOptions.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunJson.h"
#include "core/data/BoxesFile.h"

#include <fmt/format.h>

#include <memory>

namespace fissure::cli {

namespace {

struct BoxesOptions {
    BoxesRequest request;
    GroundTruthOptions groundTruth;
    bool json = false;
};

std::string boxesText(const BoxesReport& report) {
    std::string text = leftOutText(report.skipped, report.clippedBoxes, report.refusedBoxes);
    text += fmt::format("{} in {} of {}, {} of them without a box\n", counted(report.boxes, "box", "boxes"),
                        report.imagesUsed, counted(report.imagesFound, "photograph", "photographs"),
                        report.imagesWithoutBoxes);
    return text + fmt::format("in {}\n", report.file.string());
}

Json toJson(const BoxesReport& report) {
    return {{"file", report.file.string()},
            {"images_found", report.imagesFound},
            {"images_used", report.imagesUsed},
            {"images_failed", report.imagesFailed},
            {"images_without_boxes", report.imagesWithoutBoxes},
            {"boxes", report.boxes},
            {"clipped_boxes", report.clippedBoxes},
            {"refused_boxes", cli::toJson(report.refusedBoxes)},
            {"skipped", cli::toJson(report.skipped)}};
}

int boxes(const Context& context, BoxesOptions options) {
    const auto source = options.groundTruth.chosen("proposals boxes");
    if (!source) {
        return report(source.error());
    }
    options.request.groundTruth = *source;
    ProgressLine line(stderr);
    const auto written = writeBoxes(
        options.request,
        [&line](std::int64_t done, std::int64_t total) {
            line.show(static_cast<double>(done) / static_cast<double>(total),
                      fmt::format("{}/{}", done, counted(total, "photograph", "photographs")));
        },
        context.stop);
    line.done();
    if (!written) {
        return report(written.error());
    }
    if (options.json) {
        printOut("{}\n", dump(toJson(*written)));
    } else {
        printOut("{}", boxesText(*written));
    }
    return written->imagesFailed > 0 ? reportUnused(written->imagesFailed, written->imagesFound) : kDone;
}

} // namespace

void addBoxes(CLI::App& proposals, Action& chosen) {
    auto options = std::make_shared<BoxesOptions>();
    CLI::App* command =
        proposals.add_subcommand("boxes", "Write the ground-truth boxes of photographs as a COCO file");
    command->add_option("--images", options->request.images, "Folder of photographs")->required();
    addGroundTruth(*command, options->groundTruth, options->request.mask);
    command->add_option("--out", options->request.out, "The COCO file")->required();
    command->add_flag("--json", options->json, "Print one JSON document with the counts");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return boxes(context, *options); };
    });
}

} // namespace fissure::cli
