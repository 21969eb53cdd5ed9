#include "core/data/preflight/FolderFindings.h"

#include "core/data/ImageFile.h"

#include <algorithm>
#include <array>

namespace fissure {

namespace {

struct DamageKind {
    CropDamage damage;
    const char* code;
    Text text;
};

std::array<DamageKind, 5> damageKinds(const std::string& folder) {
    return {{{CropDamage::Empty, "empty-crop",
              Text("core", "In %1, crops are left out that are empty files.").with(folder)},
             {CropDamage::Broken, "broken-crop",
              Text("core", "In %1, crops are left out that are truncated or corrupt.").with(folder)},
             {CropDamage::NotAnImage, "not-an-image",
              Text("core", "In %1, crops are left out that are not images.").with(folder)},
             {CropDamage::TooLarge, "oversized-crop",
              Text("core", "In %1, crops are left out that are too large to be decoded.").with(folder)},
             {CropDamage::Unreadable, "unreadable-crop",
              Text("core", "In %1, crops are left out that cannot be read.").with(folder)}}};
}

std::string nameOf(const ProposalCheck& check) {
    return check.index.folder.string();
}

/// A warning about these files, where there are any.
std::optional<Finding> ofFiles(const char* code, Text text, const std::vector<SkippedFile>& files) {
    Finding finding{Severity::Warning, code, std::move(text)};
    for (const SkippedFile& file : files) {
        addExample(finding, file);
    }
    return finding.count > 0 ? std::optional(std::move(finding)) : std::nullopt;
}

std::vector<SkippedFile> withoutReasons(const std::vector<std::string>& names) {
    std::vector<SkippedFile> files(names.size());
    std::ranges::transform(names, files.begin(), [](const std::string& name) {
        return SkippedFile{name, {}};
    });
    return files;
}

} // namespace

std::optional<Finding> rejectedFiles(const ProposalCheck& check) {
    if (check.index.rejected.empty()) {
        return std::nullopt;
    }
    Finding finding{
        Severity::Info, "rejected-files",
        Text("core", "In %1, files are left out that are not named as proposals are.").with(nameOf(check))};
    for (const SkippedFile& file : check.index.rejected) {
        if (isImageFile(file.file)) {
            finding.severity = Severity::Warning;
        }
        addExample(finding, file);
    }
    return finding;
}

std::optional<Finding> missingCrops(const ProposalCheck& check) {
    return ofFiles("missing-crops",
                   Text("core", "In %1, crops are missing that the manifest names.").with(nameOf(check)),
                   withoutReasons(check.missing));
}

std::optional<Finding> unknownCrops(const ProposalCheck& check) {
    return ofFiles(
        "unknown-crops",
        Text("core", "In %1, there are crops that the manifest does not know.").with(nameOf(check)),
        withoutReasons(check.unknown));
}

std::optional<Finding> iouContradictions(const ProposalCheck& check) {
    return ofFiles("iou-contradiction",
                   Text("core",
                        "In %1, the manifest gives crops another IoU than their names. The rounded IoUs "
                        "of the names are used.")
                       .with(nameOf(check)),
                   check.otherIou);
}

std::optional<Finding> labelContradictions(const ProposalCheck& check) {
    if (check.contradictions.empty()) {
        return std::nullopt;
    }
    Finding finding{
        Severity::Warning, "label-contradiction",
        Text("core", "In %1, labels contradict the rule that a proposal is a crack above an IoU of %2.")
            .with(nameOf(check), check.labelIou)};
    for (const Proposal& proposal : check.contradictions) {
        addExample(finding,
                   {proposal.file, Text("core", "label %1 at IoU %2").with(proposal.label, proposal.iou)});
    }
    return finding;
}

std::vector<Finding> descriptionFindings(const ProposalCheck& check) {
    std::vector<Finding> findings;
    const auto warn = [&](const char* code, Text text) {
        findings.push_back({Severity::Warning, code, std::move(text)});
    };
    if (!check.datasetProblem.empty()) {
        warn("dataset-unreadable",
             Text("core", "The description %1 cannot be used: %2.")
                 .with((check.index.folder / kDatasetFile).string(), check.datasetProblem));
    }
    if (check.description && !check.description->isComplete) {
        warn("dataset-incomplete",
             Text("core", "The build of %1 was stopped before its last photograph.").with(nameOf(check)));
    }
    if (check.hasChanged) {
        warn("dataset-changed",
             Text("core", "The files in %1 are not those that were built: some came, went or changed since.")
                 .with(nameOf(check)));
    }
    return findings;
}

std::vector<Finding> pathCacheFindings(const ProposalCheck& check) {
    std::vector<Finding> findings;
    for (const Text& warning : check.index.warnings) {
        findings.push_back({Severity::Warning, "path-cache", warning});
    }
    return findings;
}

std::vector<Finding> folderFindings(const ProposalCheck& check, double labelIou) {
    std::vector<Finding> findings;
    append(findings, rejectedFiles(check));
    append(findings, missingCrops(check));
    append(findings, unknownCrops(check));
    append(findings, iouContradictions(check));
    if (labelIou <= 0.0) {
        append(findings, labelContradictions(check));
    }
    append(findings, descriptionFindings(check));
    append(findings, pathCacheFindings(check));
    return findings;
}

std::vector<Finding> damageFindings(const std::filesystem::path& folder, const CropCheck& crops) {
    std::vector<Finding> findings;
    for (DamageKind& kind : damageKinds(folder.string())) {
        Finding finding{Severity::Warning, kind.code, std::move(kind.text)};
        for (const DamagedCrop& crop : crops.damaged) {
            if (crop.damage == kind.damage) {
                addExample(finding, {crop.file, crop.reason});
            }
        }
        if (finding.count > 0) {
            findings.push_back(std::move(finding));
        }
    }
    if (!crops.pixels.empty() && crops.damaged.size() == crops.pixels.size()) {
        findings.push_back({Severity::Error, "no-readable-crop",
                            Text("core", "Not one of the crops (%1) of %2 can be read.")
                                .with(crops.pixels.size(), folder.string())});
    }
    return findings;
}

} // namespace fissure
