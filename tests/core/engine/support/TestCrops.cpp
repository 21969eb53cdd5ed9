#include "tests/core/engine/support/TestCrops.h"

#include "core/data/ProposalName.h"
#include "tests/support/TestImages.h"

#include <algorithm>
#include <iterator>

namespace fissure::test {

TestCrops::TestCrops(int count, int sizePx, std::uint64_t seed) {
    for (const std::string& file : writeCrops(folder(), count, sizePx, seed)) {
        const ProposalName name = parseProposalName(file).value();
        m_proposals.push_back({file, name.iou, name.label, false});
    }
}

std::vector<Proposal> TestCrops::onlyLabel(int label) const {
    std::vector<Proposal> chosen;
    std::ranges::copy_if(m_proposals, std::back_inserter(chosen),
                         [label](const Proposal& proposal) { return proposal.label == label; });
    return chosen;
}

void TestCrops::cutOff(std::size_t index) const {
    const auto file = folder() / m_proposals[index].file;
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
}

TrainTask smallTask(const TestCrops& train, const TestCrops& valid) {
    TrainTask task;
    task.config.trainDir = train.folder().string();
    task.config.validDir = valid.folder().string();
    task.config.backbone = Backbone::ResNet18;
    task.config.imageSizePx = 32;
    task.config.batchSize = 8;
    task.config.epochs = 2;
    task.config.precision = Precision::Fp32;
    task.config.device = DeviceChoice::Cpu;
    task.config.threads = 1; // tests run side by side, and threads that wait for each other crawl then
    task.train = train.proposals();
    task.valid = valid.proposals();
    return task;
}

} // namespace fissure::test
