#include "core/base/Files.h"
#include "core/base/Workspace.h"
#include "core/config/ConfigFields.h"
#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/support/TestImages.h"
#include "tests/support/Unprivileged.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace fissure;
using namespace fissure::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

/// Runs the real program as a user or a script would.
class TestCommandLine final : public QObject {
    Q_OBJECT

private:
    Output run(const QStringList& arguments, const Streams& streams = {}) const {
        return runProgram(QStringList{QStringLiteral("--workspace"), path("workspace")} + arguments, streams);
    }

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QStringList trainArguments() const {
        return {QStringLiteral("train"),
                QStringLiteral("--train"),
                path("train"),
                QStringLiteral("--valid"),
                path("valid"),
                QStringLiteral("--set"),
                QStringLiteral("backbone=resnet18"),
                QStringLiteral("--set"),
                QStringLiteral("image_size=32"),
                QStringLiteral("--set"),
                QStringLiteral("threads=1"),
                QStringLiteral("--set"),
                QStringLiteral("batch_size=8")};
    }

    /// As somebody in the window does.
    void mark(const std::string& file, std::optional<Mark> mark) const {
        const SystemClock clock;
        const auto store = RunStore::open(*Workspace::existing(path("workspace").toStdString()), clock);
        QVERIFY(store.has_value());
        QVERIFY((*store)->setMark(path("valid").toStdString(), file, mark).has_value());
    }

    static QStringList words(const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() {
        test::writeCrops(path("train").toStdString(), 24, 32, 1);
        test::writeCrops(path("valid").toStdString(), 12, 32, 50);
        const Output trained = run(trainArguments() + words("--set epochs=1 --name first --json"));
        QVERIFY2(trained.code == 0, trained.err.c_str());
        const Json json = Json::parse(trained.out);
        QCOMPARE(json.at("status").get<std::string>(), std::string("finished"));
        QCOMPARE(json.at("duration_ms").get<std::int64_t>(),
                 json.at("ended_ms").get<std::int64_t>() - json.at("started_ms").get<std::int64_t>());
        QCOMPARE(json.at("epochs").size(), std::size_t(1));
        for (const char* key : {"train_loss", "train_accuracy", "val_loss", "val_accuracy", "precision",
                                "recall", "f1", "support"}) {
            QVERIFY2(json.at("epochs").at(0).at(key).is_number(), key);
        }
        QVERIFY(json.contains("seed"));
    }

    void helpAndVersionSucceed() {
        QCOMPARE(run(words("--help")).code, 0);
        const Output version = run(words("--version"));
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.starts_with("fissure-cli "));
    }

    void wrongUsageExitsWithTwo_data() {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("nothing") << QString();
        QTest::newRow("unknown command") << QStringLiteral("explode");
        QTest::newRow("unknown option") << QStringLiteral("runs --frobnicate");
        QTest::newRow("missing run") << QStringLiteral("show");
        QTest::newRow("unknown sort") << QStringLiteral("errors last --sort colour");
        QTest::newRow("threshold out of range") << QStringLiteral("report last --threshold 2");
        QTest::newRow("threshold that is no number") << QStringLiteral("report last --threshold nan");
        QTest::newRow("label IoU that is no number") << QStringLiteral("report last --label-iou nan");
        QTest::newRow("no bins") << QStringLiteral("report last --bins 0");
        QTest::newRow("recall out of range") << QStringLiteral("report last --recall 1.1");
        QTest::newRow("curves without JSON") << QStringLiteral("report last --curves");
        QTest::newRow("threshold of errors") << QStringLiteral("errors last --threshold nan");
        QTest::newRow("threshold of an evaluation")
            << QStringLiteral("evaluate last --data x --threshold nan");
        QTest::newRow("unknown mark") << QStringLiteral("errors last --mark nice");
        QTest::newRow("limit of none") << QStringLiteral("errors last --limit 0");
        QTest::newRow("unknown device") << QStringLiteral("evaluate last --data x --device tpu");
    }

    void wrongUsageExitsWithTwo() {
        QFETCH(QString, arguments);
        const Output output = run(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(output.code, 2);
        QVERIFY(!output.err.empty());
        QVERIFY(output.out.empty());
    }

    void unknownCommandIsNamed() {
        QVERIFY(run(words("explode now")).err.find("There is no command explode\n") != std::string::npos);
        QVERIFY(run(words("proposals explode")).err.find("There is no command explode\n") !=
                std::string::npos);
        QVERIFY(run({}).err.find("A subcommand is required\n") != std::string::npos);
    }

    void fieldsListsTheWholeTable() {
        const Output output = run(words("fields --json"));
        QCOMPARE(output.code, 0);
        const Json list = Json::parse(output.out);
        QCOMPARE(list.size(), configFields().size());
        QCOMPARE(list.at(0).at("key").get<std::string>(), std::string(configFields().front().key));
        const auto alpha = std::ranges::find(
            list, "focal_alpha", [](const Json& field) { return field.at("key").get<std::string>(); });
        QVERIFY(alpha != list.end());
        QCOMPARE(alpha->at("minimum").get<double>(), -1.0);
        QCOMPARE(alpha->at("next_after_minimum").get<double>(), 0.0);
        const Output text = run(words("fields"));
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.find("real -1, or 0 to 1 (default 0.25)") != std::string::npos);
    }

    void runsCanBeListedAndFiltered() {
        const Json all = Json::parse(run(words("runs --json")).out);
        QVERIFY(all.size() >= 1);
        const Output filtered =
            run(words("runs --json --where backbone=resnet18 --where epochs_completed>=1"));
        QVERIFY(Json::parse(filtered.out) == all);
        QCOMPARE(Json::parse(run(words("runs --json --where val_loss<-1")).out).size(), std::size_t(0));
        QVERIFY(run(words("runs --where name~FIRST")).out.find("first") != std::string::npos);
        const Output unknown = run(words("runs --where colour=red"));
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.err.find("colour") != std::string::npos);
    }

    void showReportAndErrorsAgreeOnTheLastRun() {
        const Json shown = Json::parse(run(words("show last --json")).out);
        const Json report = Json::parse(run(words("report last --json")).out);
        const Json errors = Json::parse(run(words("errors last --json")).out);
        const Json& best = shown.at("best");
        QCOMPARE(report.at("crack").at("recall").get<double>(), best.at("recall").get<double>());
        QCOMPARE(report.at("accuracy").get<double>(), best.at("val_accuracy").get<double>());
        const Json& matrix = report.at("confusion");
        QCOMPARE(static_cast<std::int64_t>(errors.size()),
                 matrix.at("false_positives").get<std::int64_t>() +
                     matrix.at("false_negatives").get<std::int64_t>());
        for (const char* command : {"show last", "report last", "errors last"}) {
            const Output text = run(words(command));
            QCOMPARE(text.code, 0);
            QVERIFY(!text.out.empty());
        }
    }

    void reportCanMoveBothThresholds() {
        const Json all = Json::parse(run(words("report last --json --threshold 0")).out);
        QCOMPARE(all.at("confusion").at("false_negatives").get<int>(), 0);
        QCOMPARE(all.at("confusion").at("true_negatives").get<int>(), 0);
        const Json relabelled = Json::parse(run(words("report last --json --label-iou 0.99")).out);
        QCOMPARE(relabelled.at("crack").at("support").get<int>(), 0);
    }

    void reportTellsAreasAndCalibration() {
        const Json report = Json::parse(run(words("report last --json --recall 1 --bins 15")).out);
        for (const char* key :
             {"roc_auc", "average_precision", "brier_score", "expected_calibration_error"}) {
            QVERIFY2(report.at(key).is_number(), key);
        }
        QCOMPARE(report.at("calibration_bins").get<int>(), 15);
        QCOMPARE(report.at("reaching_recall").at("recall").get<double>(), 1.0);
        QVERIFY(!report.contains("roc"));
        // What is said of a threshold is what the report at that threshold says.
        const Json best = report.at("best_f1");
        const Json again = Json::parse(run(words("report last --json --threshold") +
                                           QStringList{QString::fromStdString(best.at("threshold").dump())})
                                           .out);
        QCOMPARE(again.at("crack").at("f1").get<double>(), best.at("f1").get<double>());
        const Output text = run(words("report last --recall 0.9"));
        for (const char* line :
             {"\nROC AUC ", "\nBrier score ", "\nbest F1: threshold ", "\nrecall from 0.9: threshold "}) {
            QVERIFY2(text.out.find(line) != std::string::npos, text.out.c_str());
        }
    }

    void oneClassHasNoAreas() {
        const Json report = Json::parse(run(words("report last --json --curves --label-iou 0.99")).out);
        QVERIFY(report.at("roc_auc").is_null());
        QVERIFY(report.at("best_f1").is_null());
        QVERIFY(report.at("roc").empty());
        QVERIFY(report.at("brier_score").is_number());
        QVERIFY(run(words("report last --label-iou 0.99")).out.find("of one class only") !=
                std::string::npos);
    }

    void curvesAreAddedWhereWanted() {
        const Json report = Json::parse(run(words("report last --json --curves")).out);
        const Json& roc = report.at("roc");
        QVERIFY(roc.size() >= 2);
        QVERIFY(roc.front().at("threshold").is_null());
        QCOMPARE(roc.front().at("true_positive_rate").get<double>(), 0.0);
        QCOMPARE(roc.back().at("false_positive_rate").get<double>(), 1.0);
        const Json& precisionRecall = report.at("precision_recall");
        QCOMPARE(precisionRecall.size(), roc.size());
        QCOMPARE(precisionRecall.back().at("precision").get<double>(), 1.0);
        std::int64_t counted = 0;
        for (const Json& bin : report.at("reliability")) {
            counted += bin.at("count").get<std::int64_t>();
        }
        QCOMPARE(counted, report.at("weighted_avg").at("support").get<std::int64_t>());
    }

    void errorsAreSortedAndLimited() {
        const Json errors =
            Json::parse(run(words("errors last --json --threshold 1 --sort iou --limit 3")).out);
        QCOMPARE(errors.size(), std::size_t(3));
        QVERIFY(errors.at(0).at("iou").get<double>() >= errors.at(1).at("iou").get<double>());
        QCOMPARE(errors.at(0).at("label").get<int>(), 1);
        QCOMPARE(errors.at(0).at("iou_is_exact").get<bool>(), false);
    }

    void marksOfErrorsAreShownAndChosen() {
        const QStringList all = words("errors last --threshold 1");
        QVERIFY(run(all).out.find("  mark ") == std::string::npos);
        const Json unmarked = Json::parse(run(all + words("--json")).out);
        QVERIFY(unmarked.size() >= 2);
        QVERIFY(unmarked.at(0).at("mark").is_null());
        const std::string file = unmarked.at(1).at("file");
        mark(file, Mark::WrongLabel);
        const std::string text = run(all).out;
        QVERIFY(text.find("  mark ") != std::string::npos);
        QVERIFY(text.find("  wrong-label  " + file) != std::string::npos);
        QCOMPARE(Json::parse(run(all + words("--json")).out).at(1).at("mark").get<std::string>(),
                 std::string("wrong-label"));
        const Json chosen = Json::parse(run(all + words("--json --mark wrong-label")).out);
        QCOMPARE(chosen.size(), std::size_t(1));
        QCOMPARE(chosen.at(0).at("file").get<std::string>(), file);
        QVERIFY(run(all + words("--mark wrong-label")).out.find("1 of them marked wrong-label") !=
                std::string::npos);
        QVERIFY(Json::parse(run(all + words("--json --mark unclear")).out).empty());
        mark(file, std::nullopt);
    }

    void evaluateRepeatsTheRun() {
        const Output output = run(words("evaluate last --json --data") + QStringList{path("valid")});
        QVERIFY2(output.code == 0, output.err.c_str());
        const Json evaluated = Json::parse(output.out);
        const Json report = Json::parse(run(words("report last --json")).out);
        QVERIFY(evaluated.at("confusion") == report.at("confusion"));
        QVERIFY(evaluated.at("roc_auc").is_number());
        QCOMPARE(evaluated.at("predictions").size(), std::size_t(12));
    }

    void evaluateTakesAnotherLabelIou() {
        const Output output =
            run(words("evaluate last --json --label-iou 0.99 --data") + QStringList{path("valid")});
        QVERIFY2(output.code == 0, output.err.c_str());
        const Json evaluated = Json::parse(output.out);
        QCOMPARE(evaluated.at("label_iou").get<double>(), 0.99);
        QCOMPARE(evaluated.at("crack").at("support").get<int>(), 0);
        QVERIFY(evaluated.at("average_precision").is_null());
    }

    void evaluateTakesAFileOfWeights() {
        const Json shown = Json::parse(run(words("show last --json")).out);
        const QString weights =
            QDir(path("workspace"))
                .filePath(QString::fromStdString(shown.at("checkpoints").at(0).at("path")));
        const QStringList arguments{QStringLiteral("evaluate"),
                                    QStringLiteral("--weights"),
                                    weights,
                                    QStringLiteral("--backbone"),
                                    QStringLiteral("resnet18"),
                                    QStringLiteral("--data"),
                                    path("valid")};
        const Output output = run(arguments + words("--device auto --json"));
        QVERIFY2(output.code == 0, output.err.c_str());
        QVERIFY(output.err.find("warning") == std::string::npos);
        // At the input size that the file names; in bf16 the figures depend a little on the size of a batch.
        const Json repeated =
            Json::parse(run(words("evaluate last --json --data") + QStringList{path("valid")}).out);
        QVERIFY(std::abs(Json::parse(output.out).at("loss").get<double>() -
                         repeated.at("loss").get<double>()) < 0.02);
        const Output larger = run(arguments + words("--image-size 48"));
        QVERIFY2(larger.code == 0, larger.err.c_str());
        QVERIFY(larger.out.find("weighted avg") != std::string::npos);
        QVERIFY2(larger.err.find("trained at 32 px and are evaluated at 48 px") != std::string::npos,
                 larger.err.c_str());
        const Output other = run({QStringLiteral("evaluate"), QStringLiteral("--weights"), weights,
                                  QStringLiteral("--backbone"), QStringLiteral("resnext50_32x4d"),
                                  QStringLiteral("--data"), path("valid")});
        QCOMPARE(other.code, 2);
        QVERIFY(other.err.find("safetensors") != std::string::npos);
    }

    void badInputIsSaidInOneSentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("subject");
        const QStringList base = trainArguments();
        QTest::newRow("unknown run") << words("show 4711") << QStringLiteral("4711");
        QTest::newRow("unknown field")
            << base + words("--set learnin_rate=1") << QStringLiteral("learning_rate");
        QTest::newRow("out of range") << base + words("--set epochs=0") << QStringLiteral("epochs");
        QTest::newRow("no number") << base + words("--set epochs=many") << QStringLiteral("many");
        QTest::newRow("no assignment") << base + words("--set epochs") << QStringLiteral("key=value");
        QTest::newRow("missing configuration")
            << words("train --config nowhere.json") << QStringLiteral("nowhere.json");
        QTest::newRow("missing folder")
            << words("train --train nowhere --valid nowhere") << QStringLiteral("nowhere");
        QTest::newRow("missing data") << words("evaluate last --data nowhere") << QStringLiteral("nowhere");
        QTest::newRow("run or weights") << words("evaluate --data nowhere") << QStringLiteral("--weights");
        QTest::newRow("missing weights")
            << words("evaluate --weights nowhere.safetensors --backbone resnet18 --data nowhere")
            << QStringLiteral("nowhere.safetensors");
        QTest::newRow("figure that is no number")
            << words("runs --where val_accuracy>=90%") << QStringLiteral("\"90%\" is not a number");
        QTest::newRow("unknown status")
            << words("runs --where status=finishd") << QStringLiteral("\"finishd\"");
    }

    void badInputIsSaidInOneSentence() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, subject);
        const Output output = run(arguments);
        QCOMPARE(output.code, 2);
        QVERIFY(output.out.empty());
        QVERIFY2(QString::fromStdString(output.err).contains(subject), output.err.c_str());
        QCOMPARE(std::ranges::count(output.err, '\n'), 1);
    }

    void brokenConfigurationSaysWhere() {
        QFile file(path("broken.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"epochs\": 3,\n  \"seed\" 4\n}\n");
        file.close();
        const Output output = run({QStringLiteral("train"), QStringLiteral("--config"), path("broken.json")});
        QCOMPARE(output.code, 2);
        QVERIFY2(output.err.find("line 3") != std::string::npos, output.err.c_str());
    }

    void workspaceThatIsAFileIsRefused() {
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QProcess process;
        process.start(QStringLiteral(FISSURE_CLI),
                      {QStringLiteral("runs"), QStringLiteral("--workspace"), path("file")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("is a file"));
    }

    void missingCudaIsSaidBeforeARunIsMade() {
        const auto shown = Json::parse(run(words("show last --json")).out);
        if (shown.at("environment").at("gpu").get<std::string>() != "none") {
            QSKIP("this machine has a CUDA device");
        }
        const auto before = Json::parse(run(words("runs --json")).out).size();
        for (const QStringList& arguments :
             {trainArguments() + words("--set device=cuda"),
              words("evaluate last --device cuda --data") + QStringList{path("valid")}}) {
            const Output output = run(arguments);
            QCOMPARE(output.code, 2);
            QVERIFY2(output.err.find("CUDA") != std::string::npos, output.err.c_str());
        }
        QCOMPARE(Json::parse(run(words("runs --json")).out).size(), before);
    }

    /// Names are all there is, and path caches beside the folders: one names a part, the other is outdated.
    void folderOfTheReferencesOwnFormIsUsedWhole() {
        const fs::path data = path("reference").toStdString();
        auto names = test::writeCrops(data / "train", 16, 32, 1);
        test::writeCrops(data / "valid", 12, 32, 50);
        names.resize(12);
        const auto addPathCache = [&](const char* name, const Json& list, std::chrono::hours age) {
            QVERIFY(writeFileAtomically(data / name, list.dump()));
            fs::last_write_time(data / name, fs::file_time_type::clock::now() - age);
        };
        addPathCache("train_image_paths.json", names, std::chrono::hours(-1));
        addPathCache("valid_image_paths.json", names, std::chrono::hours(1));
        const QStringList workspace{QStringLiteral("--workspace"), path("reference-runs")};
        const Output trained = runProgram(
            workspace + trainArguments() +
            words("--set epochs=1 --set label_iou=0.54 --set valid_negatives_per_band=1 --json") +
            QStringList{QStringLiteral("--set"), QStringLiteral("train_dir=") + path("reference/train"),
                        QStringLiteral("--set"), QStringLiteral("valid_dir=") + path("reference/valid")});
        QVERIFY2(trained.code == 0, trained.err.c_str());
        const Json run = Json::parse(trained.out);
        std::string findings;
        for (const Json& finding : run.at("findings")) {
            findings += finding.at("text").get<std::string>() + '\n';
        }
        for (const char* part :
             {"train_image_paths.json names 12 of the 16 proposals in its folder",
              "valid_image_paths.json is not used: the folder has changed since it was written",
              "reference/train, proposals have only a rounded IoU within 0.005 of the label threshold 0.54",
              "reference/valid, proposals have only a rounded IoU"}) {
            QVERIFY2(findings.find(part) != std::string::npos, findings.c_str());
        }
        // At a threshold that nothing reaches, the cracks are the errors: 0.54, which its name calls one, to
        // 0.62.
        const Json errors =
            Json::parse(runProgram(workspace + words("errors last --json --threshold 1 --sort iou")).out);
        QCOMPARE(errors.size(), std::size_t(5));
        QCOMPARE(errors.at(0).at("file").get<std::string>(), std::string("wall.11.0_62.1.jpg"));
        QCOMPARE(errors.at(4).at("iou").get<double>(), 0.54);
        QCOMPARE(errors.at(4).at("iou_is_exact").get<bool>(), false);
        // No crack: one of [0, 0.05), one of [0.05, 0.1), one of [0.1, 0.15), and 0.52.
        const Output report = runProgram(workspace + words("report last --json --label-iou 0.54"));
        const Json counts = Json::parse(report.out);
        QCOMPARE(counts.at("crack").at("support").get<int>(), 5);
        QCOMPARE(counts.at("no_crack").at("support").get<int>(), 4);
        QCOMPARE(counts.at("ambiguous").get<int>(), 1);
        QVERIFY2(report.err.find("which keep the label of their name: 1\n") != std::string::npos,
                 report.err.c_str());
        const Output evaluated =
            runProgram(workspace + words("evaluate last --data") + QStringList{path("reference/valid")});
        QCOMPARE(evaluated.code, 0);
        QVERIFY2(evaluated.err.find("valid_image_paths.json is not used") != std::string::npos &&
                     evaluated.err.find("rounded IoU") != std::string::npos,
                 evaluated.err.c_str());
        const fs::path cache = path("reference-runs/cache").toStdString();
        QCOMPARE(std::distance(fs::directory_iterator(cache), fs::directory_iterator()), std::ptrdiff_t(2));
    }

    void warningsAreSaidRecordedAndAcceptedWhereAsked() {
        for (const bool accepts : {false, true}) {
            const Output trained = run(trainArguments() + words("--set epochs=1 --json") +
                                       (accepts ? words("--accept-warnings") : QStringList()));
            QCOMPARE(trained.code, 0);
            QVERIFY(trained.err.find("warning: Proposals of the same photographs") != std::string::npos);
            const Json findings = Json::parse(run(words("show last --json")).out).at("findings");
            QCOMPARE(findings.at(0).at("code").get<std::string>(), std::string("shared-source"));
            QCOMPARE(findings.at(0).at("accepted").get<bool>(), accepts);
            QVERIFY(std::ranges::all_of(findings, [](const Json& finding) {
                return finding.at("severity") != "info" || !finding.at("accepted").get<bool>();
            }));
            const Output text = run(words("show last"));
            QVERIFY(text.out.find(accepts ? "\naccepted warning: Proposals of" : "\nwarning: Proposals of") !=
                    std::string::npos);
        }
    }

    void skippedFilesAreCountedAtTheEnd() {
        test::writeCrops(path("partly").toStdString(), 10, 32, 1);
        QFile broken(path("partly/broken.1.0_2.0.jpg"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is text");
        broken.close();
        const Output output = run(trainArguments() + words("--set epochs=1 --set") +
                                  QStringList{QStringLiteral("train_dir=") + path("partly")});
        QVERIFY2(output.code == 0, output.err.c_str());
        QVERIFY2(output.out.find("skipped files 1, listed by") != std::string::npos, output.out.c_str());
    }

    void fullStandardOutputIsAFailure_data() {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("a line") << QStringLiteral("runs");
        QTest::newRow("more than a buffer") << QStringLiteral("fields --json");
        QTest::newRow("the version") << QStringLiteral("--version");
    }
    void fullStandardOutputIsAFailure() {
        QFETCH(QString, arguments);
        const Output output =
            run(arguments.split(QLatin1Char(' ')), {QStringLiteral("/dev/full"), QString()});
        QCOMPARE(output.code, 1);
        QVERIFY2(output.err.find("tandard output cannot be written") != std::string::npos,
                 output.err.c_str());
    }

    void trainingGoesOnWhereItsProgressCannotBeShown() {
        const Output output =
            run(trainArguments() + words("--set epochs=1 --json"), {QString(), QStringLiteral("/dev/full")});
        QCOMPARE(output.code, 0);
        QCOMPARE(Json::parse(output.out).at("status").get<std::string>(), std::string("finished"));
    }

    void readingMakesNoWorkspace() {
        for (const char* command :
             {"runs", "show last", "report last", "errors last", "evaluate last --data x"}) {
            const Output output =
                runProgram(words(command) + QStringList{QStringLiteral("--workspace"), path("mistyped")});
            QCOMPARE(output.code, 2);
            QVERIFY2(output.err.find("mistyped: the workspace does not exist") != std::string::npos,
                     output.err.c_str());
            QVERIFY(!fs::exists(path("mistyped").toStdString()));
        }
    }

    void defaultWorkspaceHasNoRunsBeforeTheFirst() {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", path("data").toUtf8());
        const Output listed = runProgram(words("runs"));
        const Output json = runProgram(words("runs --json"));
        const Output shown = runProgram(words("show last"));
        before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.out.starts_with("No runs."));
        QVERIFY(Json::parse(json.out).empty());
        QCOMPARE(shown.code, 2);
        QVERIFY(!fs::exists(path("data").toStdString()));
    }

    void workspaceThatCannotBeWrittenCanBeRead() {
        const fs::path sealed = path("sealed").toStdString();
        fs::permissions(m_folder.path().toStdString(), fs::perms(0755));
        fs::create_directory(sealed);
        fs::copy_file(path("workspace/fissure.db").toStdString(), sealed / "fissure.db");
        fs::permissions(sealed / "fissure.db", fs::perms(0444));
        fs::permissions(sealed, fs::perms(0555));
        {
            const Unprivileged user;
            if (!user.isEffective() || ::faccessat(AT_FDCWD, FISSURE_CLI, X_OK, AT_EACCESS) != 0) {
                QSKIP("permissions cannot be given up here");
            }
            const QStringList workspace{QStringLiteral("--workspace"), path("sealed")};
            const Output listed = runProgram(workspace + words("runs"));
            QVERIFY2(listed.code == 0, listed.err.c_str());
            QVERIFY(listed.out.find("first") != std::string::npos);
            QCOMPARE(runProgram(workspace + words("report last")).code, 0);
        }
        fs::permissions(sealed, fs::perms(0755));
    }

    void signalEndsTheTrainingAsStopped_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("interrupt") << SIGINT << 130;
        QTest::newRow("terminate") << SIGTERM << 143;
        struct sigaction inherited {};
        ::sigaction(SIGHUP, nullptr, &inherited);
        if (inherited.sa_handler != SIG_IGN) { // as nohup would have it, for the program too
            QTest::newRow("hang up") << SIGHUP << 129;
        }
    }
    void signalEndsTheTrainingAsStopped() {
        QFETCH(int, signal);
        QFETCH(int, code);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(FISSURE_CLI),
                      QStringList{QStringLiteral("--workspace"), path("workspace")} + trainArguments() +
                          words("--set epochs=1000 --set patience=0 --name long"));
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen += process.readAll()).contains("epoch 2/1000"), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), code);
        const auto query = *RunQuery::open(*Workspace::open(path("workspace").toStdString()));
        const RunRecord stopped = *query->run(*query->resolve("last"));
        QCOMPARE(stopped.summary.status, RunStatus::Stopped);
        QVERIFY(stopped.summary.epochs >= 1);
        QCOMPARE(stopped.checkpoints.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_CommandLine.moc"
