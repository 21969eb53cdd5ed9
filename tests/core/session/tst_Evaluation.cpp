#include "core/session/Evaluation.h"
#include "core/session/TrainingSession.h"
#include "core/store/RunQuery.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace fissure;
namespace fs = std::filesystem;

class TestEvaluation final : public QObject {
    Q_OBJECT

private:
    static EvaluationRequest requestOf(const Workspace& workspace, const RunRecord& run) {
        const CheckpointRecord& best = run.checkpoints.front();
        return {run.summary.config, workspace.root() / best.path, best.sha256, run.summary.config.validDir};
    }

    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    std::optional<RunRecord> m_run;
    std::vector<Prediction> m_predictions;

private Q_SLOTS:
    void initTestCase() {
        const fs::path folder = m_folder.path().toStdString();
        m_workspace = *Workspace::open(folder / "workspace");
        const SystemClock clock;
        test::RecordingObserver observer;
        const auto result =
            TrainingSession(*m_workspace, clock).run({test::prepareTinyRun(folder), "", {}}, observer, {});
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        const auto query = *RunQuery::open(*m_workspace);
        m_run = *query->run(result->run);
        m_predictions = *query->predictions(result->run);
    }

    void bestWeightsGiveTheStoredPredictionsAgain() {
        int batches = 0;
        const auto result =
            evaluateWeights(requestOf(*m_workspace, *m_run), [&](int, int) { ++batches; }, {});
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        QVERIFY(batches > 0);
        QCOMPARE(result->predictions.size(), m_predictions.size());
        for (std::size_t i = 0; i < m_predictions.size(); ++i) {
            QCOMPARE(result->predictions[i].file, m_predictions[i].file);
            QVERIFY(std::abs(result->predictions[i].probability - m_predictions[i].probability) < 1e-6);
        }
    }

    void changedWeightsAreRefused() {
        EvaluationRequest request = requestOf(*m_workspace, *m_run);
        const fs::path copy = fs::path(m_folder.path().toStdString()) / "flipped.safetensors";
        fs::copy_file(request.weights, copy, fs::copy_options::overwrite_existing);
        {
            std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(-1, std::ios::end);
            file.put('\x55');
        }
        request.weights = copy;
        const auto result = evaluateWeights(request, [](int, int) {}, {});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Damaged);
    }

    void missingFolderIsNamed() {
        EvaluationRequest request = requestOf(*m_workspace, *m_run);
        request.folder = "/nowhere/at/all";
        const auto result = evaluateWeights(request, [](int, int) {}, {});
        QVERIFY(!result.has_value());
        QVERIFY(result.error().message().find("/nowhere/at/all") != std::string::npos);
    }

    void stopIsObeyed() {
        std::stop_source stop;
        stop.request_stop();
        const auto result = evaluateWeights(
            requestOf(*m_workspace, *m_run), [](int, int) {}, stop.get_token());
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_Evaluation.moc"
