#pragma once

#include "core/base/Result.h"
#include "core/data/Augmentation.h"
#include "core/data/ProposalIndex.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace fissure {

/// The proposals of one folder as the network's input. Safe from any thread: it holds values only.
class CropSource {
public:
    /// The proposals must outlive the source.
    CropSource(std::filesystem::path folder, std::span<const Proposal> proposals, int sizePx)
        : m_folder(std::move(folder))
        , m_proposals(proposals)
        , m_sizePx(sizePx) {}

    const std::filesystem::path& folder() const { return m_folder; }
    const Proposal& proposal(std::size_t index) const { return m_proposals[index]; }
    std::size_t count() const { return m_proposals.size(); }
    int sizePx() const { return m_sizePx; }
    std::size_t floatsPerCrop() const { return std::size_t{3} * m_sizePx * m_sizePx; }

    /// Reads, resizes, augments and normalises one crop into out [3, sizePx, sizePx]. Fails as readImage()
    /// does.
    Result<void> load(std::size_t index, const AugmentationDraw& draw, std::span<float> out) const;

private:
    std::filesystem::path m_folder;
    std::span<const Proposal> m_proposals;
    int m_sizePx;
};

} // namespace fissure
