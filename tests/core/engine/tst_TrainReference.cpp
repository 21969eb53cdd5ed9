// Our loop against the reference work's in PyTorch, on the same weights, crops and order. See
// tests/reference/train_loop.py.
#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/engine/Trainer.h"
#include "tests/core/engine/support/Fixture.h"
#include "tests/core/engine/support/FormulaWeights.h"
#include "tests/core/engine/support/RecordingListener.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

class TestTrainReference final : public QObject {
    Q_OBJECT

private:
    const QJsonObject m_fixture = readFixture("train_loop.json");
    QTemporaryDir m_dir;

    fs::path folder() const { return m_dir.path().toStdString(); }
    int number(const char* key) const { return m_fixture[QLatin1String(key)].toInt(); }

    /// PNG crops at the network's size, so that no decoder and no resizing stand in between.
    std::vector<Proposal> drawSplit(const std::string& split) const {
        std::vector<Proposal> proposals;
        fs::create_directories(folder() / split);
        for (int i = 0; i < number(split.c_str()); ++i) {
            const std::string file = "crop." + std::to_string(i) + (i % 2 == 1 ? ".0_8.1.png" : ".0_1.0.png");
            if (!writeImage(folder() / split / file, drawFormulaCrop(split, i, number("side")))) {
                qFatal("a crop cannot be written");
            }
            proposals.push_back({file, i % 2 == 1 ? 0.8 : 0.1, i % 2, false});
        }
        return proposals;
    }

    TrainTask task() const {
        TrainTask task;
        task.train = drawSplit("train");
        task.valid = drawSplit("valid");
        RunConfig& config = task.config;
        config.trainDir = (folder() / "train").string();
        config.validDir = (folder() / "valid").string();
        config.initialWeights = (folder() / "formula.safetensors").string();
        config.backbone = Backbone::ResNet18;
        config.imageSizePx = number("side");
        config.batchSize = number("batch_size");
        config.epochs = number("epochs");
        config.learningRate = m_fixture[u"learning_rate"].toDouble();
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

    static void isClose(double value, const QJsonValue& expected, double relative) {
        const double wanted = expected.toDouble();
        QVERIFY2(std::abs(value - wanted) <= relative * std::abs(wanted),
                 qPrintable(QStringLiteral("%1 instead of %2").arg(value, 0, 'g', 9).arg(wanted, 0, 'g', 9)));
    }

private Q_SLOTS:
    void historyIsTheReferenceLoops() {
        QVERIFY(
            writeFileAtomically(folder() / "formula.safetensors", formulaClassifier("resnet18")).has_value());
        RecordingListener listener;
        const auto outcome = train(task(), listener, {});
        QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : outcome.error().message().c_str());
        const QJsonObject history = m_fixture[u"resnet18"].toObject();
        QCOMPARE(static_cast<int>(listener.epochs.size()), number("epochs"));
        for (std::size_t i = 0; i < listener.epochs.size(); ++i) {
            const EpochMetrics& epoch = listener.epochs[i];
            const auto at = static_cast<qsizetype>(i);
            isClose(epoch.train.loss, history[u"train_loss"][at], 1e-4);
            isClose(epoch.train.confusion.accuracy(), history[u"train_accuracy"][at], 1e-9);
            isClose(epoch.validation->loss, history[u"val_loss"][at], 1e-4);
            isClose(epoch.validation->confusion.accuracy(), history[u"val_accuracy"][at], 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestTrainReference)
#include "tst_TrainReference.moc"
