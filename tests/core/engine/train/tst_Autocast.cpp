#include "core/engine/train/Autocast.h"
#include "core/engine/train/EvalMode.h"

#include <QTest>

#include <stdexcept>

using namespace fissure;

class TestAutocast final : public QObject {
    Q_OBJECT

private:
    static at::ScalarType typeOfProduct() {
        return torch::mm(torch::ones({2, 2}), torch::ones({2, 2})).scalar_type();
    }

private Q_SLOTS:
    void productsAreBf16WithinTheScopeOnly() {
        {
            const Autocast autocast(c10::kCPU, true);
            QCOMPARE(typeOfProduct(), torch::kBFloat16);
            {
                const Autocast inner(c10::kCPU, false);
                QCOMPARE(typeOfProduct(), torch::kFloat32);
            }
            QCOMPARE(typeOfProduct(), torch::kBFloat16);
        }
        QCOMPARE(typeOfProduct(), torch::kFloat32);
    }

    void exceptionEndsTheScopeToo() {
        try {
            const Autocast autocast(c10::kCPU, true);
            throw std::runtime_error("inside");
        } catch (const std::runtime_error&) {
            QCOMPARE(typeOfProduct(), torch::kFloat32);
        }
    }

    void evalModeRestoresTraining() {
        torch::nn::BatchNorm2d norm(3);
        norm->train();
        {
            const EvalMode evalMode(*norm);
            QVERIFY(!norm->is_training());
            QVERIFY(!torch::GradMode::is_enabled());
            norm(torch::ones({2, 3, 4, 4}) * 7);
        }
        QVERIFY(norm->is_training());
        QVERIFY(torch::GradMode::is_enabled());
        QCOMPARE(norm->running_mean.sum().item<float>(), 0.0F);
    }
};

QTEST_GUILESS_MAIN(TestAutocast)
#include "tst_Autocast.moc"
