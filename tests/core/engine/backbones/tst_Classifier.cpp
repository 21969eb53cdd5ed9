#include "core/engine/backbones/Classifier.h"
#include "tests/core/engine/support/Fixture.h"
#include "tests/core/engine/support/FormulaWeights.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <map>

using namespace fissure;
using namespace fissure::test;

namespace {

torch::Tensor formulaTensor(const std::vector<double>& values, torch::IntArrayRef shape) {
    return torch::tensor(values, torch::kFloat64).reshape(shape);
}

std::map<std::string, torch::Tensor> stateOf(const Classifier& network) {
    std::map<std::string, torch::Tensor> state;
    for (const auto& item : network.named_parameters()) {
        state[item.key()] = item.value();
    }
    for (const auto& item : network.named_buffers()) {
        state[item.key()] = item.value();
    }
    return state;
}

/// The network in double with formula values, as tests/reference/backbones.py has it.
std::shared_ptr<Classifier> formulaNetwork(Backbone backbone) {
    const auto network = std::make_shared<Classifier>(backbone);
    network->to(torch::kFloat64);
    const torch::NoGradGuard noGrad;
    for (auto& [key, tensor] : stateOf(*network)) {
        if (tensor.is_floating_point()) {
            tensor.copy_(formulaTensor(formulaValues(key, tensor.sizes().vec()), tensor.sizes()));
        }
    }
    return network;
}

bool isClose(double value, double expected, double tolerance = 1e-7) {
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// Compares with L2 norm and probe product of a fixture.
bool matches(const std::string& key, const torch::Tensor& tensor, const QJsonArray& expected) {
    const torch::Tensor flat = tensor.detach().contiguous().flatten();
    const auto count = static_cast<std::size_t>(flat.numel());
    const torch::Tensor probe = formulaTensor(formulaUnit("probe." + key, count), {flat.numel()});
    return isClose(flat.norm().item<double>(), expected[0].toDouble()) &&
           isClose(flat.dot(probe).item<double>(), expected[1].toDouble());
}

bool matches(const torch::Tensor& logits, const QJsonArray& expected) {
    for (std::int64_t i = 0; i < logits.size(0); ++i) {
        if (!isClose(logits[i].item<double>(), expected[i].toDouble())) {
            return false;
        }
    }
    return logits.size(0) == expected.size();
}

} // namespace

class TestClassifier final : public QObject {
    Q_OBJECT

private:
    const QJsonObject m_fixture = readFixture("backbones.json");

    static void addBackbones() {
        QTest::addColumn<Backbone>("backbone");
        QTest::newRow("resnet18") << Backbone::ResNet18;
        QTest::newRow("resnext50_32x4d") << Backbone::ResNext50_32x4d;
    }

    QJsonObject expected() const { return m_fixture[QLatin1String(QTest::currentDataTag())].toObject(); }

private Q_SLOTS:
    void namesAndShapesAreTorchvisions_data() { addBackbones(); }
    void namesAndShapesAreTorchvisions() {
        QFETCH(Backbone, backbone);
        const Classifier network(backbone);
        const auto state = stateOf(network);
        const QJsonObject wanted = expected()[u"state"].toObject();
        QCOMPARE(static_cast<qsizetype>(state.size()), wanted.size());
        for (const auto& [key, tensor] : state) {
            const auto found = wanted.find(QString::fromStdString(key));
            QVERIFY2(found != wanted.end(), key.c_str());
            const QJsonArray shape = found->toArray();
            QCOMPARE(tensor.dim(), static_cast<std::int64_t>(shape.size()));
            for (std::int64_t i = 0; i < tensor.dim(); ++i) {
                QVERIFY2(tensor.size(i) == shape[i].toInteger(), key.c_str());
            }
        }
        constexpr std::int64_t kHead = 1000 + 1;
        QCOMPARE(network.parameterCount(), expected()[u"backbone_parameters"].toInteger() + kHead);
    }

    void outputsGradientsAndStatisticsAreTorchvisions_data() { addBackbones(); }
    void outputsGradientsAndStatisticsAreTorchvisions() {
        QFETCH(Backbone, backbone);
        const auto network = formulaNetwork(backbone);
        const torch::Tensor images = formulaTensor(formulaUnit("images", 4 * 3 * 64 * 64), {4, 3, 64, 64});
        const torch::Tensor labels = torch::tensor({1.0, 0.0, 0.0, 1.0}, torch::kFloat64);
        network->eval();
        {
            const torch::NoGradGuard noGrad;
            QVERIFY(matches(network->forward(images), expected()[u"eval_logits"].toArray()));
        }
        network->train();
        const torch::Tensor logits = network->forward(images);
        QVERIFY(matches(logits, expected()[u"train_logits"].toArray()));
        const torch::Tensor loss = torch::binary_cross_entropy_with_logits(logits, labels);
        QVERIFY(isClose(loss.item<double>(), expected()[u"loss"].toDouble()));
        loss.backward();
        const QJsonObject gradients = expected()[u"gradients"].toObject();
        for (const auto& item : network->named_parameters()) {
            const QJsonArray gradient = gradients[QString::fromStdString(item.key())].toArray();
            QVERIFY2(matches(item.key(), item.value().grad(), gradient), item.key().c_str());
        }
        const QJsonObject buffers = expected()[u"buffers"].toObject();
        for (const auto& item : network->named_buffers()) {
            if (!item.key().ends_with("num_batches_tracked")) {
                const QJsonArray buffer = buffers[QString::fromStdString(item.key())].toArray();
                QVERIFY2(matches(item.key(), item.value(), buffer), item.key().c_str());
            }
        }
    }

    void randomWeightsHaveTorchvisionsSpread() {
        torch::manual_seed(1);
        const Classifier network(Backbone::ResNet18);
        for (const auto& item : network.named_parameters()) {
            const torch::Tensor weight = item.value().detach();
            if (weight.dim() == 4) {
                const double fanOut = static_cast<double>(weight.size(0) * weight.size(2) * weight.size(3));
                const double ratio = weight.std().item<double>() / std::sqrt(2.0 / fanOut);
                QVERIFY2(ratio > 0.95 && ratio < 1.05, item.key().c_str());
            } else if (item.key().find("bn") != std::string::npos) {
                const double constant = item.key().ends_with("weight") ? 1.0 : 0.0;
                QVERIFY2((weight == constant).all().item<bool>(), item.key().c_str());
            }
        }
    }

    void anyBatchSizeGivesOneLogitASample_data() {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
    }
    void anyBatchSizeGivesOneLogitASample() {
        QFETCH(int, count);
        Classifier network(Backbone::ResNet18);
        network.eval();
        const torch::NoGradGuard noGrad;
        const torch::Tensor logits = network.forward(torch::zeros({count, 3, 32, 32}));
        QCOMPARE(logits.dim(), 1);
        QCOMPARE(logits.size(0), count);
    }

    void channelsLastChangesTheOrderInMemoryOnly() {
        torch::manual_seed(2);
        Classifier network(Backbone::ResNet18);
        network.eval();
        const torch::NoGradGuard noGrad;
        const torch::Tensor images = torch::rand({2, 3, 64, 64});
        const torch::Tensor before = network.forward(images);
        network.useChannelsLast();
        const torch::Tensor after = network.forward(images.contiguous(torch::MemoryFormat::ChannelsLast));
        QVERIFY(torch::allclose(before, after, 1e-4, 1e-5));
        QVERIFY(network.named_parameters()["feature_extractor.layer1.0.conv1.weight"].is_contiguous(
            torch::MemoryFormat::ChannelsLast));
    }
};

QTEST_GUILESS_MAIN(TestClassifier)
#include "tst_Classifier.moc"
