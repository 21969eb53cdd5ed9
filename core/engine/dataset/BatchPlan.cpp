#include "core/engine/dataset/BatchPlan.h"

#include <utility>

namespace fissure {

BatchPlan planBatches(std::vector<std::size_t> order, std::size_t batchSize, LoneSample lone) {
    BatchPlan plan;
    for (std::size_t start = 0; start < order.size(); start += batchSize) {
        plan.starts.push_back(start);
    }
    const bool lastIsLone = plan.starts.size() > 1 && order.size() - plan.starts.back() == 1;
    if (lone == LoneSample::JoinsBatchBefore && lastIsLone) {
        plan.starts.pop_back();
    }
    plan.starts.push_back(order.size());
    plan.order = std::move(order);
    return plan;
}

} // namespace fissure
