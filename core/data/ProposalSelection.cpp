#include "core/data/ProposalSelection.h"

#include "core/data/IouBand.h"
#include "core/data/ProposalName.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

namespace fissure {

namespace {

using Places = std::vector<std::size_t>; // of proposals in their index

/// Where a negative stands among those of its photograph.
struct BandPlace {
    std::string_view source;
    int band = 0;
    int counter = 0;
    std::size_t place = 0;
};

BandPlace bandPlaceOf(const Proposal& proposal, std::size_t place) {
    const auto name = viewProposalName(proposal.file);
    return {name ? name->source : std::string_view(proposal.file), negativeBandOf(proposal.iou),
            name ? name->counter : 0, place};
}

void keepOfEachBand(const std::vector<Proposal>& proposals, Places& negatives, std::int64_t count) {
    std::vector<BandPlace> ordered(negatives.size());
    std::ranges::transform(negatives, ordered.begin(),
                           [&](std::size_t place) { return bandPlaceOf(proposals[place], place); });
    std::ranges::sort(ordered, {}, [](const BandPlace& each) {
        return std::tuple(each.source, each.band, each.counter, each.place);
    });
    negatives.clear();
    const BandPlace* first = nullptr; // of the band that is gone through
    std::int64_t taken = 0;
    for (const BandPlace& each : ordered) {
        if (first == nullptr || each.band != first->band || each.source != first->source) {
            first = &each;
            taken = 0;
        }
        if (taken++ < count) {
            negatives.push_back(each.place);
        }
    }
}

void keepHardest(const std::vector<Proposal>& proposals, Places& negatives, std::int64_t count) {
    if (std::ssize(negatives) <= count) {
        return;
    }
    std::ranges::nth_element(negatives, negatives.begin() + count, {},
                             [&](std::size_t place) { return std::pair(-proposals[place].iou, place); });
    negatives.resize(static_cast<std::size_t>(count));
}

/// Leaves all that are no crack, and of the negatives only those at these places.
void dropOtherNegatives(std::vector<Proposal>& proposals, const Places& negatives) {
    std::vector<bool> isKept(proposals.size());
    for (const std::size_t place : negatives) {
        isKept[place] = true;
    }
    std::size_t kept = 0;
    for (std::size_t place = 0; place < proposals.size(); ++place) {
        if (proposals[place].label == 1 || isKept[place]) {
            if (kept != place) {
                proposals[kept] = std::move(proposals[place]);
            }
            ++kept;
        }
    }
    proposals.resize(kept);
}

} // namespace

SelectionRule trainSelection(const RunConfig& config) {
    return {config.labelIou, config.trainNegativesPerBand, config.trainNegatives};
}

SelectionRule validSelection(const RunConfig& config) {
    return {config.labelIou, config.validNegativesPerBand, config.validNegatives};
}

ProposalSelection selectProposals(const ProposalIndex& index, const SelectionRule& rule) {
    ProposalSelection selection{index.proposals, 0};
    std::vector<Proposal>& proposals = selection.proposals;
    if (rule.labelIou > 0.0) {
        for (Proposal& proposal : proposals) {
            selection.ambiguous += isAmbiguousAt(proposal.iou, proposal.iouIsExact, rule.labelIou) ? 1 : 0;
            proposal.label = labelAt(proposal.iou, proposal.iouIsExact, proposal.label, rule.labelIou);
        }
    }
    if (rule.negativesPerBand <= 0 && rule.hardestNegatives <= 0) {
        return selection;
    }
    Places negatives;
    for (std::size_t place = 0; place < proposals.size(); ++place) {
        if (proposals[place].label == 0) {
            negatives.push_back(place);
        }
    }
    if (rule.negativesPerBand > 0) {
        keepOfEachBand(proposals, negatives, rule.negativesPerBand);
    }
    if (rule.hardestNegatives > 0) {
        keepHardest(proposals, negatives, rule.hardestNegatives);
    }
    dropOtherNegatives(proposals, negatives);
    return selection;
}

std::optional<Text> ambiguityWarning(const std::string& folder, const ProposalSelection& selection,
                                     double labelIou) {
    if (selection.ambiguous == 0) {
        return std::nullopt;
    }
    return Text("core",
                "In %1, proposals (%2) have only a rounded IoU within 0.005 of the label threshold %3; "
                "they keep the label of their name.")
        .with(folder, selection.ambiguous, labelIou);
}

} // namespace fissure
