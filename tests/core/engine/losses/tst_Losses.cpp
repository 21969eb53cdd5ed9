#include "core/engine/losses/Losses.h"
#include "tests/core/engine/support/Fixture.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace fissure;
using namespace fissure::test;

namespace {

torch::Tensor tensorOf(const QJsonValue& json) {
    std::vector<double> values;
    for (const auto& value : json.toArray()) {
        values.push_back(value.toDouble());
    }
    return torch::tensor(values, torch::kFloat64);
}

} // namespace

class TestLosses final : public QObject {
    Q_OBJECT

private:
    const QJsonObject m_fixture = readFixture("losses.json");

    torch::Tensor logits() const { return tensorOf(m_fixture[u"logits"]).requires_grad_(); }
    torch::Tensor labels() const { return tensorOf(m_fixture[u"labels"]); }

    static void compare(const torch::Tensor& logits, const torch::Tensor& losses,
                        const QJsonObject& expected) {
        QVERIFY(torch::allclose(losses, tensorOf(expected[u"losses"]), 1e-6, 1e-9));
        losses.mean().backward();
        QVERIFY(torch::allclose(logits.grad(), tensorOf(expected[u"gradient"]), 1e-6, 1e-9));
    }

private Q_SLOTS:
    void crossEntropyIsPyTorchs() {
        const torch::Tensor input = logits();
        compare(input, bceLoss(input, labels()), m_fixture[u"bce"].toObject());
    }

    void focalLossIsTorchvisions_data() {
        QTest::addColumn<QJsonObject>("expected");
        for (const auto& entry : m_fixture[u"focal"].toArray()) {
            const QJsonObject expected = entry.toObject();
            QTest::addRow("alpha %g gamma %g", expected[u"alpha"].toDouble(), expected[u"gamma"].toDouble())
                << expected;
        }
    }
    void focalLossIsTorchvisions() {
        QFETCH(QJsonObject, expected);
        const torch::Tensor input = logits();
        compare(input,
                focalLoss(input, labels(), expected[u"alpha"].toDouble(), expected[u"gamma"].toDouble()),
                expected);
    }

    void focalGradientOfSureSamplesIsFinite() {
        const torch::Tensor input = torch::tensor({40.0F, -40.0F}).requires_grad_();
        focalLoss(input, torch::tensor({1.0F, 0.0F}), 0.25, 0.5).mean().backward();
        QVERIFY(torch::isfinite(input.grad()).all().item<bool>());
    }

    void configurationPicksTheLoss() {
        RunConfig config;
        config.loss = Loss::Bce;
        QVERIFY(torch::equal(sampleLosses(config, logits(), labels()), bceLoss(logits(), labels())));
        config.loss = Loss::Focal;
        config.focalAlpha = 0.6;
        config.focalGamma = 1.5;
        QVERIFY(
            torch::equal(sampleLosses(config, logits(), labels()), focalLoss(logits(), labels(), 0.6, 1.5)));
    }
};

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_Losses.moc"
