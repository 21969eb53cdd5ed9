// A run that starts from weights in the form of torchvision's published files, against the reference work's
// loop in PyTorch on the same files and crops. Nothing of it can be kept as a fixture, since such a file has
// 45 MB: it is computed here, where there is a Python with torch. See tests/reference/official_run.py.
#include "core/base/Files.h"
#include "core/engine/Trainer.h"
#include "tests/core/engine/support/Fixture.h"
#include "tests/core/engine/support/RecordingListener.h"
#include "tests/core/engine/support/ReferenceRun.h"
#include "tests/support/PythonRun.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

class TestOfficialRun final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_python;
    TrainTask m_task;

    fs::path folder() const { return m_dir.path().toStdString(); }

    static void isTrained(const TrainTask& task, RecordingListener& listener, const RunControl& control) {
        const auto outcome = train(task, listener, control);
        QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : outcome.error().message().c_str());
    }

private Q_SLOTS:
    void initTestCase() {
        m_python = pythonWithTorch();
        if (m_python.isEmpty()) {
            QSKIP(kNoTorch);
        }
        runReference(m_python, "official_weights.py", {m_dir.path()});
        m_task = referenceRun(folder(), readFixture("train_loop.json"));
    }

    void historyIsPythonsFromTheSameFile_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << QStringLiteral("zip.pth");
        QTest::newRow("legacy") << QStringLiteral("legacy.pth");
    }
    void historyIsPythonsFromTheSameFile() {
        QFETCH(QString, name);
        m_task.config.initialWeights = (folder() / name.toStdString()).string();

        // A run that is stopped before its first batch leaves the network it began with: the file's backbone
        // and the head that its seed draws.
        std::stop_source stop;
        stop.request_stop();
        RecordingListener begun;
        isTrained(m_task, begun, {stop.get_token(), {}});
        const fs::path head = folder() / "head.safetensors";
        QVERIFY(writeFileAtomically(head, begun.weights).has_value());

        RecordingListener listener;
        isTrained(m_task, listener, {});
        const QByteArray history =
            runReference(m_python, "official_run.py",
                         {m_dir.filePath(name), QString::fromStdString(head.string()), m_dir.path()});
        QCOMPARE(differenceOf(listener.epochs, QJsonDocument::fromJson(history).object(), 1e-4),
                 std::string());
    }
};

QTEST_GUILESS_MAIN(TestOfficialRun)
#include "tst_OfficialRun.moc"
