#include "tests/core/engine/support/ReferenceRun.h"

#include "core/data/ImageFile.h"
#include "tests/core/engine/support/FormulaWeights.h"

#include <QJsonArray>
#include <fmt/format.h>

#include <cmath>
#include <tuple>
#include <utility>

namespace fissure::test {

namespace fs = std::filesystem;

namespace {

/// PNG crops at the network's size, so that no decoder and no resizing stand in between.
std::vector<Proposal> drawSplit(const fs::path& folder, const std::string& split, int count, int sidePx) {
    std::vector<Proposal> proposals;
    fs::create_directories(folder);
    for (int i = 0; i < count; ++i) {
        const std::string file = "crop." + std::to_string(i) + (i % 2 == 1 ? ".0_8.1.png" : ".0_1.0.png");
        if (!writeImage(folder / file, drawFormulaCrop(split, i, sidePx))) {
            qFatal("a crop cannot be written");
        }
        proposals.push_back({file, i % 2 == 1 ? 0.8 : 0.1, i % 2, false});
    }
    return proposals;
}

} // namespace

TrainTask referenceRun(const fs::path& folder, const QJsonObject& fixture) {
    const int sidePx = fixture[u"side"].toInt();
    TrainTask task;
    task.train = drawSplit(folder / "train", "train", fixture[u"train"].toInt(), sidePx);
    task.valid = drawSplit(folder / "valid", "valid", fixture[u"valid"].toInt(), sidePx);
    RunConfig& config = task.config;
    config.trainDir = (folder / "train").string();
    config.validDir = (folder / "valid").string();
    config.backbone = Backbone::ResNet18;
    config.imageSizePx = sidePx;
    config.batchSize = fixture[u"batch_size"].toInt();
    config.epochs = fixture[u"epochs"].toInt();
    config.learningRate = fixture[u"learning_rate"].toDouble();
    config.precision = Precision::Fp32;
    config.device = DeviceChoice::Cpu;
    config.threads = 1;
    config.sampler = Sampler::Sequential;
    config.loss = Loss::Bce;
    config.brightness = 0.0;
    config.flipProbability = 0.0;
    config.rotationDegrees = 0.0;
    config.patience = 0;
    return task;
}

std::string differenceOf(const std::vector<EpochMetrics>& epochs, const QJsonObject& history,
                         double relative) {
    const qsizetype wanted = history[u"val_loss"].toArray().size();
    if (std::ssize(epochs) != wanted) {
        return fmt::format("{} epochs instead of {}", epochs.size(), wanted);
    }
    for (qsizetype i = 0; i < wanted; ++i) {
        const EpochMetrics& epoch = epochs[static_cast<std::size_t>(i)];
        const SplitMetrics& valid = epoch.validation.value();
        for (const auto& [key, value, tolerance] :
             {std::tuple("train_loss", epoch.train.loss, relative),
              {"val_loss", valid.loss, relative},
              {"train_accuracy", epoch.train.confusion.accuracy(), 1e-9},
              {"val_accuracy", valid.confusion.accuracy(), 1e-9}}) {
            const double expected = history[QLatin1String(key)][i].toDouble();
            if (!(std::abs(value - expected) <= tolerance * std::abs(expected))) {
                return fmt::format("{} of epoch {} is {} instead of {}", key, i + 1, value, expected);
            }
        }
    }
    return {};
}

} // namespace fissure::test
