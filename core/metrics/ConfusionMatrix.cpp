#include "core/metrics/ConfusionMatrix.h"

namespace fissure {

namespace {

double fraction(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

void ConfusionMatrix::add(int label, int predicted) {
    if (label == 1) {
        ++(predicted == 1 ? truePositives : falseNegatives);
    } else {
        ++(predicted == 1 ? falsePositives : trueNegatives);
    }
}

std::int64_t ConfusionMatrix::total() const {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
}

double ConfusionMatrix::accuracy() const {
    return fraction(truePositives + trueNegatives, total());
}

double ConfusionMatrix::precision() const {
    return fraction(truePositives, truePositives + falsePositives);
}

double ConfusionMatrix::recall() const {
    return fraction(truePositives, truePositives + falseNegatives);
}

double ConfusionMatrix::f1() const {
    // From precision and recall, not from the counts: the last bit decides how 0.375 is rounded in a report,
    // and scikit-learn's reports are the ones ours are compared with.
    const double p = precision();
    const double r = recall();
    return p + r == 0.0 ? 0.0 : 2.0 * p * r / (p + r);
}

double ConfusionMatrix::falsePositiveRate() const {
    return fraction(falsePositives, falsePositives + trueNegatives);
}

} // namespace fissure
