#include "tests/support/TinyRun.h"

#include "tests/support/TestImages.h"

namespace fissure::test {

RunConfig prepareTinyRun(const std::filesystem::path& folder) {
    writeCrops(folder / "train", 24, 32, 1);
    writeCrops(folder / "valid", 10, 32, 100);
    RunConfig config;
    config.trainDir = (folder / "train").string();
    config.validDir = (folder / "valid").string();
    config.backbone = Backbone::ResNet18;
    config.imageSizePx = 32;
    config.epochs = 2;
    config.batchSize = 8;
    config.precision = Precision::Fp32;
    config.device = DeviceChoice::Cpu;
    config.threads = 1;
    return config;
}

} // namespace fissure::test
