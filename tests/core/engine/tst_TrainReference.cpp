// Our loop against the reference work's in PyTorch, on the same weights, crops and order. See
// tests/reference/train_loop.py.
#include "core/base/Files.h"
#include "core/engine/Trainer.h"
#include "tests/core/engine/support/Fixture.h"
#include "tests/core/engine/support/FormulaWeights.h"
#include "tests/core/engine/support/RecordingListener.h"
#include "tests/core/engine/support/ReferenceRun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

class TestTrainReference final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void historyIsTheReferenceLoops() {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        const QJsonObject fixture = readFixture("train_loop.json");
        TrainTask task = referenceRun(folder, fixture);
        task.config.initialWeights = (folder / "formula.safetensors").string();
        QVERIFY(
            writeFileAtomically(folder / "formula.safetensors", formulaClassifier("resnet18")).has_value());
        RecordingListener listener;
        const auto outcome = train(task, listener, {});
        QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : outcome.error().message().c_str());
        QCOMPARE(differenceOf(listener.epochs, fixture[u"resnet18"].toObject(), 1e-4), std::string());
    }
};

QTEST_GUILESS_MAIN(TestTrainReference)
#include "tst_TrainReference.moc"
