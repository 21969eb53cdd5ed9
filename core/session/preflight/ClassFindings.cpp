#include "core/session/preflight/ClassFindings.h"

#include "core/session/preflight/EpochDraws.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fissure {

namespace {

Finding findingOf(Severity severity, const char* code, Text text) {
    return {severity, code, std::move(text)};
}

} // namespace

std::optional<Finding> oneTrainClass(const std::filesystem::path& folder, const std::vector<Proposal>& used) {
    const std::int64_t cracks = countOf(used, 1);
    if (used.empty() || (cracks != 0 && cracks != std::ssize(used))) {
        return std::nullopt;
    }
    Text text =
        cracks == 0
            ? Text("core", "The training proposals of %1 have no crack among them. Choose another folder "
                           "or a lower label IoU threshold.")
            : Text("core", "The training proposals of %1 are all cracks. Choose a folder with no-crack "
                           "proposals too.");
    return findingOf(Severity::Error, "one-class", std::move(text).with(folder.string()));
}

std::optional<Finding> oneValidClass(const RunSide& valid) {
    if (valid.used.empty() || (valid.crack() != 0 && valid.noCrack() != 0)) {
        return std::nullopt;
    }
    return findingOf(Severity::Warning, "one-class",
                     valid.crack() == 0
                         ? Text("core", "The validation proposals have no crack among them. Recall will be 0 "
                                        "whatever the network learns.")
                         : Text("core",
                                "The validation proposals are all cracks. Precision will be 1 whatever the "
                                "network learns."));
}

std::optional<Finding> ambiguousLabels(const RunSide& side, double labelIou) {
    if (side.ambiguous == 0) {
        return std::nullopt;
    }
    Finding finding = findingOf(
        Severity::Warning, "ambiguous-labels",
        Text("core",
             "In %1, proposals have only a rounded IoU within 0.005 of the label threshold %2; they keep "
             "the label of their name.")
            .with(side.folder.index.folder.string(), labelIou));
    finding.count = side.ambiguous;
    return finding;
}

std::optional<Finding> classBalance(const RunConfig& config, const RunSide& train) {
    const std::int64_t cracks = train.crack();
    if (cracks == 0 || train.noCrack() == 0) {
        return std::nullopt;
    }
    const EpochDraws epoch = expectedDraws(config, cracks, train.noCrack());
    const double share = static_cast<double>(cracks) / static_cast<double>(epoch.draws);
    return findingOf(
        Severity::Info, "class-balance",
        Text("core",
             "Of %1 training proposals %2 are cracks (%3 %). The sampler %4 shows about %5 cracks in an "
             "epoch of %6 draws (%7 %), each crack %8 times.")
            .with(epoch.draws, cracks, fmt::format("{:.1f}", 100.0 * share),
                  std::string(nameOf(config.sampler)), std::llround(epoch.cracks), epoch.draws,
                  fmt::format("{:.1f}", 100.0 * epoch.share()),
                  fmt::format("{:.1f}", epoch.cracks / static_cast<double>(cracks))));
}

std::optional<Finding> rareCracks(const RunConfig& config, const RunSide& train) {
    const EpochDraws epoch = expectedDraws(config, train.crack(), train.noCrack());
    const double inBatch = epoch.share() * static_cast<double>(std::min(config.batchSize, epoch.draws));
    if (epoch.cracks == 0.0 || inBatch >= 1.0) {
        return std::nullopt;
    }
    return findingOf(Severity::Warning, "rare-cracks",
                     Text("core", "A batch of %1 shows %2 cracks on average. Keep fewer negatives, sample by "
                                  "weight or take larger batches.")
                         .with(config.batchSize, fmt::format("{:.2f}", inBatch)));
}

std::vector<Finding> classFindings(const RunConfig& config, const RunSides& sides) {
    std::vector<Finding> findings;
    append(findings, oneTrainClass(sides.train.folder.index.folder, sides.train.used));
    append(findings, ambiguousLabels(sides.train, config.labelIou));
    append(findings, classBalance(config, sides.train));
    append(findings, rareCracks(config, sides.train));
    if (sides.valid) {
        append(findings, oneValidClass(*sides.valid));
        append(findings, ambiguousLabels(*sides.valid, config.labelIou));
    }
    return findings;
}

} // namespace fissure
