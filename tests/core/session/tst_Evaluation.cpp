#include "core/base/Files.h"
#include "core/engine/weights/Safetensors.h"
#include "core/session/Evaluation.h"
#include "core/session/TrainingSession.h"
#include "core/store/RunQuery.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <span>

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

    void skippedFilesAreNamedWithTheirFolder() {
        EvaluationRequest request = requestOf(*m_workspace, *m_run);
        request.folder = fs::path(m_folder.path().toStdString()) / "damaged";
        fs::copy(m_run->summary.config.validDir, request.folder);
        std::ofstream(request.folder / "broken.1.0_2.0.jpg") << "this is text";
        std::ofstream(request.folder / "notes.txt") << "not a proposal";
        const auto result = evaluateWeights(request, [](int, int) {}, {});
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        QCOMPARE(result->skipped.size(), std::size_t(2));
        QCOMPARE(result->skipped[0].file, (request.folder / "notes.txt").string());
        QCOMPARE(result->skipped[1].file, (request.folder / "broken.1.0_2.0.jpg").string());
        QCOMPARE(result->predictions.size(), m_predictions.size());
    }

    void weightsSayTheInputSizeTheyWereTrainedAt() {
        const auto size = trainedImageSize(requestOf(*m_workspace, *m_run).weights);
        QVERIFY(size.has_value());
        QCOMPARE(*size, std::optional<std::int64_t>(32));
        const fs::path foreign = fs::path(m_folder.path().toStdString()) / "foreign.safetensors";
        const float one = 1.0F;
        const TensorView tensor{"x", TensorType::F32, {1}, std::as_bytes(std::span(&one, 1))};
        for (const TensorMetadata& metadata : {TensorMetadata{}, TensorMetadata{{"image_size", "large"}}}) {
            QVERIFY(writeFileAtomically(foreign, toSafetensors({tensor}, metadata)).has_value());
            QCOMPARE(trainedImageSize(foreign).value(), std::nullopt);
        }
        QCOMPARE(trainedImageSize("/nowhere.safetensors").error().code, ErrorCode::NotFound);
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
