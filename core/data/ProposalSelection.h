#pragma once

#include "core/base/Text.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// Which proposals of a folder a run uses, and as what.
struct SelectionRule {
    double labelIou = 0.0;             ///< crack above it; 0: the label of the name
    std::int64_t negativesPerBand = 0; ///< of each photograph and IoU band (see IouBand.h); 0: all
    std::int64_t hardestNegatives = 0; ///< of what the bands leave, by IoU; 0: all

    bool operator==(const SelectionRule&) const = default;
};

/// What a configuration says of either folder.
SelectionRule trainSelection(const RunConfig& config);
SelectionRule validSelection(const RunConfig& config);

/// What a run uses of an index.
struct ProposalSelection {
    std::vector<Proposal> proposals; ///< in the order of the index, labelled by the rule
    std::int64_t ambiguous = 0;      ///< of the index: a rounded IoU within 0.005 of the threshold; they keep
                                     ///< the label of their name
};

/// Labels anew where the rule says so, and cuts the negatives; every positive is kept. Of the negatives of
/// one photograph (the source in the name) and one IoU band those of the lowest counter are kept, which are
/// the largest by area as proposals are numbered: what `--negative-policy per-band` keeps when it builds. Of
/// negatives of the same IoU, and of the same counter, the first in the order of the index is kept. The same
/// index and rule give the same selection.
ProposalSelection selectProposals(const ProposalIndex& index, const SelectionRule& rule);

/// A whole sentence for the log of what uses a selection; nothing where every label is certain.
std::optional<Text> ambiguityWarning(const std::string& folder, const ProposalSelection& selection,
                                     double labelIou);

} // namespace fissure
