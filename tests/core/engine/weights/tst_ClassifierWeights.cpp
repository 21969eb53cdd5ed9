#include "core/engine/weights/ClassifierWeights.h"
#include "core/engine/weights/Safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

constexpr const char* kKernel = "feature_extractor.layer1.0.conv1.weight";
constexpr std::string_view kPrefix = "feature_extractor.";

RunConfig configOf(Backbone backbone) {
    RunConfig config;
    config.backbone = backbone;
    config.imageSizePx = 96;
    return config;
}

torch::Tensor parameter(const Classifier& network, const char* key) {
    return network.named_parameters()[key];
}

/// Without the fsync of the program's own writing, which would take most of the time here.
void writeFile(const fs::path& file, const std::vector<std::byte>& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        qFatal("%s cannot be written", file.c_str());
    }
}

bool sameParameters(const Classifier& a, const Classifier& b, const std::string& prefix = "") {
    const auto others = b.named_parameters();
    return std::ranges::all_of(a.named_parameters(), [&](const auto& item) {
        return !item.key().starts_with(prefix) || torch::equal(item.value(), others[item.key()]);
    });
}

} // namespace

class TestClassifierWeights final : public QObject {
    Q_OBJECT

private:
    const RunConfig m_config = configOf(Backbone::ResNet18);
    QTemporaryDir m_dir;
    Classifier m_source{Backbone::ResNet18};
    std::vector<std::byte> m_bytes;

    fs::path file() const { return (m_dir.path() + QLatin1String("/weights.safetensors")).toStdString(); }

    /// Writes the source's weights after a change of the list of tensors.
    template <class Change>
    void writeChanged(Change change) const {
        const auto parsed = parseSafetensors(m_bytes, "own").value();
        std::vector<TensorView> tensors = parsed.tensors();
        change(tensors);
        writeFile(file(), toSafetensors(tensors, {}));
    }

    Result<void> load(Classifier& network, WeightScope scope = WeightScope::AtLeastBackbone) const {
        return loadWeights(network, file(), m_config, scope);
    }

    void refuses(ErrorCode code, const char* cause, WeightScope scope = WeightScope::AtLeastBackbone) const {
        Classifier network(Backbone::ResNet18);
        const torch::Tensor before = parameter(network, kKernel).clone();
        const auto loaded = load(network, scope);
        QVERIFY(!loaded.has_value());
        QCOMPARE(loaded.error().code, code);
        QCOMPARE(loaded.error().subject, file().string());
        QVERIFY2(loaded.error().cause.str().find(cause) != std::string::npos,
                 loaded.error().cause.str().c_str());
        QVERIFY(torch::equal(before, parameter(network, kKernel)));
    }

    static void toTorchvisionKeys(std::vector<TensorView>& tensors) {
        std::erase_if(tensors, [](const TensorView& tensor) { return !tensor.name.starts_with(kPrefix); });
        for (TensorView& tensor : tensors) {
            tensor.name.erase(0, kPrefix.size());
        }
    }

private Q_SLOTS:
    void initTestCase() {
        const torch::NoGradGuard noGrad;
        m_source.forward(torch::rand({2, 3, 64, 64})); // gives the batch statistics values of their own
        m_source.useChannelsLast();
        m_bytes = serialiseWeights(m_source, m_config);
    }

    void init() { writeFile(file(), m_bytes); }

    void savedWeightsLoadAgain() {
        Classifier network(Backbone::ResNet18);
        QVERIFY(load(network, WeightScope::Classifier).has_value());
        QVERIFY(sameParameters(m_source, network));
        const auto buffers = network.named_buffers();
        for (const auto& item : m_source.named_buffers()) {
            QVERIFY2(torch::equal(item.value(), buffers[item.key()]), item.key().c_str());
        }
        QCOMPARE(serialiseWeights(network, m_config), m_bytes);
    }

    void fileSaysWhatItHolds() {
        const auto parsed = parseSafetensors(m_bytes, "own").value();
        QCOMPARE(parsed.metadata().at("backbone"), std::string("resnet18"));
        QCOMPARE(parsed.metadata().at("image_size"), std::string("96"));
        QVERIFY(parsed.metadata().at("program").starts_with("Fissure "));
    }

    void torchvisionsKeysFillTheBackboneOnly() {
        writeChanged(toTorchvisionKeys);
        Classifier network(Backbone::ResNet18);
        const torch::Tensor head = parameter(network, "classifier.1.weight").clone();
        QVERIFY(load(network).has_value());
        QVERIFY(sameParameters(m_source, network, "feature_extractor."));
        QVERIFY(torch::equal(head, parameter(network, "classifier.1.weight")));
    }

    void evaluationNeedsTheHead() {
        writeChanged(toTorchvisionKeys);
        refuses(ErrorCode::WrongFormat, "2 missing (classifier.1.bias, classifier.1.weight)",
                WeightScope::Classifier);
    }

    void halfPrecisionIsWidened() {
        const torch::Tensor half = parameter(m_source, kKernel).detach().contiguous().to(torch::kFloat16);
        writeChanged([&](std::vector<TensorView>& tensors) {
            for (TensorView& tensor : tensors) {
                if (tensor.name == kKernel) {
                    tensor.type = TensorType::F16;
                    tensor.data = {static_cast<const std::byte*>(half.data_ptr()), half.nbytes()};
                }
            }
        });
        Classifier network(Backbone::ResNet18);
        QVERIFY(load(network).has_value());
        QVERIFY(torch::equal(parameter(network, kKernel), half.to(torch::kFloat32)));
    }

    void batchCountersMayBeMissing() {
        writeChanged([](std::vector<TensorView>& tensors) {
            std::erase_if(tensors,
                          [](const TensorView& t) { return t.name.ends_with("num_batches_tracked"); });
        });
        Classifier network(Backbone::ResNet18);
        QVERIFY(load(network).has_value());
    }

    void missingTensorIsNamed() {
        writeChanged([](std::vector<TensorView>& tensors) {
            std::erase_if(tensors, [](const TensorView& tensor) { return tensor.name == kKernel; });
        });
        refuses(ErrorCode::WrongFormat, "1 missing (feature_extractor.layer1.0.conv1.weight)");
    }

    void unexpectedTensorsAreNamedInPart() {
        writeChanged([](std::vector<TensorView>& tensors) {
            for (const char* name : {"e", "d", "c", "b", "a"}) {
                tensors.push_back(tensors.front());
                tensors.back().name = std::string("feature_extractor.") + name;
            }
        });
        refuses(ErrorCode::WrongFormat,
                "5 unexpected (feature_extractor.a, feature_extractor.b, feature_extractor.c and 2 more)");
    }

    void misshapedTensorIsNamedWithBothShapes() {
        writeChanged([](std::vector<TensorView>& tensors) {
            for (TensorView& tensor : tensors) {
                if (tensor.name == kKernel) {
                    tensor.shape = {64, 64, 9};
                }
            }
        });
        refuses(ErrorCode::WrongFormat,
                "feature_extractor.layer1.0.conv1.weight is [64, 64, 9] instead of [64, 64, 3, 3]");
    }

    void typeThatTorchLacksIsNamed() {
        writeChanged([](std::vector<TensorView>& tensors) {
            for (TensorView& tensor : tensors) {
                if (tensor.name == kKernel) {
                    tensor.type = TensorType::U32;
                }
            }
        });
        refuses(ErrorCode::WrongFormat, "feature_extractor.layer1.0.conv1.weight is of type U32");
    }

    void otherBackboneIsRefusedByName() {
        Classifier network(Backbone::ResNext50_32x4d);
        const auto loaded =
            loadWeights(network, file(), configOf(Backbone::ResNext50_32x4d), WeightScope::AtLeastBackbone);
        QVERIFY(!loaded.has_value());
        QCOMPARE(loaded.error().code, ErrorCode::WrongFormat);
        QCOMPARE(loaded.error().cause, std::string("it holds weights of resnet18, not of resnext50_32x4d"));
    }

    void missingFileIsNotFound() {
        fs::remove(file());
        refuses(ErrorCode::NotFound, "does not exist");
    }

    void cutOffFileIsDamaged() {
        fs::resize_file(file(), fs::file_size(file()) - 1);
        refuses(ErrorCode::Damaged, "ends at byte");
    }

    void foreignFileHoldsNoWeights() {
        std::ofstream(file()) << "<html><body>404 Not Found</body></html>";
        refuses(ErrorCode::WrongFormat, "neither a safetensors file nor one that torch.save wrote");
    }

    void networkWithItsProgramIsRefused() {
        fs::copy_file(fs::path(FISSURE_SOURCE_DIR) / "tests/data/engine/weights/zip_network.pth", file(),
                      fs::copy_options::overwrite_existing);
        refuses(ErrorCode::WrongFormat, "torch.nn.modules.linear.Linear");
    }
};

QTEST_GUILESS_MAIN(TestClassifierWeights)
#include "tst_ClassifierWeights.moc"
