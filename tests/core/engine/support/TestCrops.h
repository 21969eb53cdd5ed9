#pragma once

#include "core/data/ProposalIndex.h"
#include "core/engine/Trainer.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <vector>

namespace fissure::test {

/// A folder of drawn crops that goes with the object.
class TestCrops {
public:
    TestCrops(int count, int sizePx, std::uint64_t seed = 1);

    std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    const std::vector<Proposal>& proposals() const { return m_proposals; }
    std::vector<Proposal> onlyLabel(int label) const;

    /// Makes one crop unreadable.
    void cutOff(std::size_t index) const;

private:
    QTemporaryDir m_dir;
    std::vector<Proposal> m_proposals;
};

/// A small fast run over these crops: resnet18 at 32 px in fp32 on the processor.
TrainTask smallTask(const TestCrops& train, const TestCrops& valid);

} // namespace fissure::test
