#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/support/PythonRun.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace fissure;
using namespace fissure::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

/// Exports what a run keeps as a user or a script would.
class TestExportCommand final : public QObject {
    Q_OBJECT

private:
    static constexpr int kSidePx = 32;
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    fs::path place(const char* name) const { return path(name).toStdString(); }

    Output run(const char* words, const QStringList& more = {}) const {
        return runProgram(QStringList{QStringLiteral("--workspace"), path("workspace")} +
                          QString::fromLatin1(words).split(QLatin1Char(' ')) + more);
    }

    /// The run's own file of weights.
    fs::path kept() const {
        for (const auto& entry : fs::recursive_directory_iterator(place("workspace") / "checkpoints")) {
            if (entry.is_regular_file()) {
                return entry.path();
            }
        }
        return {};
    }

    static void isOneSentence(const Output& output, int code, const std::string& words) {
        QCOMPARE(output.code, code);
        QCOMPARE(std::ranges::count(output.err, '\n'), 1);
        QVERIFY2(output.err.find(words) != std::string::npos, output.err.c_str());
        QVERIFY(output.out.empty());
    }

private Q_SLOTS:
    void initTestCase() {
        writeCrops(place("train"), 24, kSidePx, 1);
        // At the network's size and without a loss, so that no decoder and no resizing stand in between.
        fs::create_directories(place("valid"));
        for (int i = 0; i < 8; ++i) {
            const std::string name = "wall." + std::to_string(i) + (i % 2 == 1 ? ".0_8.1.png" : ".0_1.0.png");
            QVERIFY(writeImage(place("valid") / name,
                               drawCrop(kSidePx, i % 2 == 1, 100 + static_cast<std::uint64_t>(i))));
        }
        const Output trained =
            run("train --set backbone=resnet18 --set image_size=32 --set epochs=1 --set batch_size=8 "
                "--set threads=1 --set precision=fp32 --set device=cpu",
                {QStringLiteral("--train"), path("train"), QStringLiteral("--valid"), path("valid")});
        QVERIFY2(trained.code == 0, trained.err.c_str());
    }

    void exportedWeightsAreTheRunsOwn() {
        const Output output = run("export last --format weights --json --out", {path("w.safetensors")});
        QVERIFY2(output.code == 0, output.err.c_str());
        const Json json = Json::parse(output.out);
        QCOMPARE(json["run"].get<int>(), 1);
        QCOMPARE(json["epoch"].get<int>(), 1);
        QCOMPARE(json["format"].get<std::string>(), std::string("weights"));
        QCOMPARE(json["file"].get<std::string>(), place("w.safetensors").string());
        QCOMPARE(json["sha256"].get<std::string>(), sha256OfFile(place("w.safetensors")).value());
        QCOMPARE(json["bytes"].get<std::uint64_t>(), fs::file_size(place("w.safetensors")));
        QCOMPARE(readFile(place("w.safetensors")).value(), readFile(kept()).value());
        const Output text = run("export last --format weights --out", {path("again.safetensors")});
        QCOMPARE(text.out, place("again.safetensors").string() + "\n");
    }

    void exportedWeightsFitTheirBackboneAndNoOther() {
        QCOMPARE(run("export 1 --format weights --out", {path("w.safetensors")}).code, 0);
        const Output own = run("weights inspect --backbone resnet18", {path("w.safetensors")});
        QCOMPARE(own.code, 0);
        QVERIFY2(own.out.find("\n  fits                     backbone and head\n") != std::string::npos,
                 own.out.c_str());
        QVERIFY(own.out.find("\n  image_size               32\n") != std::string::npos);
        const Output other =
            run("weights inspect --json --backbone resnext50_32x4d", {path("w.safetensors")});
        QCOMPARE(other.code, 2);
        QVERIFY(!Json::parse(other.out)["keys"]["misshaped"].empty());
    }

    void exportedWeightsGiveTheSameOutputsInPython() {
        const QString python = pythonWithTorch();
        if (python.isEmpty()) {
            QSKIP(kNoTorch);
        }
        QCOMPARE(run("export last --format weights --out", {path("w.safetensors")}).code, 0);
        const Output evaluated = run("evaluate last --json --data", {path("valid")});
        QVERIFY2(evaluated.code == 0, evaluated.err.c_str());
        const Json outputs =
            Json::parse(runReference(python, "exported_weights.py", {path("w.safetensors"), path("valid")})
                            .toStdString());
        const Json predictions = Json::parse(evaluated.out)["predictions"];
        QCOMPARE(predictions.size(), std::size_t(8));
        for (const Json& prediction : predictions) {
            const double own = prediction["probability"].get<double>();
            const double pythons = outputs.at(prediction["file"].get<std::string>()).get<double>();
            QVERIFY2(std::abs(own - pythons) <= 1e-5,
                     qPrintable(QStringLiteral("%1, %2").arg(own).arg(pythons)));
        }
        const auto [least, most] =
            std::ranges::minmax_element(outputs, {}, [](const Json& output) { return output.get<double>(); });
        QVERIFY2(most->get<double>() - least->get<double>() > 1e-3,
                 "the outputs hardly differ: nothing is shown");
    }

    void whatCannotBeExportedIsOneSentence() {
        isOneSentence(run("export 7 --format weights --out", {path("x.safetensors")}), 2, "7");
        isOneSentence(run("export last --format weights --out", {path("x.pth")}), 2, "safetensors only");
        isOneSentence(run("export last --format weights --out", {QString::fromStdString(kept().string())}), 2,
                      "the very file");
        QCOMPARE(run("export last --format parquet --out", {path("x.safetensors")}).code, 2);
        QCOMPARE(run("export last --format weights").code, 2);
        const std::string whole = readTextFile(kept()).value();
        std::string changed = whole;
        changed.back() = static_cast<char>(changed.back() ^ 1);
        QVERIFY(writeFileAtomically(kept(), changed).has_value());
        isOneSentence(run("export last --format weights --out", {path("x.safetensors")}), 2,
                      "SHA-256 differs");
        QVERIFY(writeFileAtomically(kept(), whole).has_value());
        QVERIFY(!fs::exists(place("x.safetensors")) && !fs::exists(place("x.pth")));
    }
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_ExportCommand.moc"
