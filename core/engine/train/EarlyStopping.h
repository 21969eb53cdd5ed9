#pragma once

#include <cstdint>
#include <limits>

namespace fissure {

/// Watches the loss that decides which epoch is the best, and when it is no use to go on.
class EarlyStopping {
public:
    /// patience: epochs in a row without a lower loss after which shouldStop(); 0: never.
    explicit EarlyStopping(std::int64_t patience) : m_patience(patience) {}

    bool shouldStop() const { return m_patience > 0 && m_epochsWithout >= m_patience; }
    int bestEpoch() const { return m_bestEpoch; } ///< 0 before the first

    /// Hears of the loss of an epoch; true where it is the lowest so far. Equal is not lower.
    bool isBest(int epoch, double loss) {
        if (m_bestEpoch != 0 && !(loss < m_bestLoss)) {
            ++m_epochsWithout;
            return false;
        }
        m_bestEpoch = epoch;
        m_bestLoss = loss;
        m_epochsWithout = 0;
        return true;
    }

private:
    std::int64_t m_patience;
    std::int64_t m_epochsWithout = 0;
    int m_bestEpoch = 0;
    double m_bestLoss = std::numeric_limits<double>::infinity();
};

} // namespace fissure
