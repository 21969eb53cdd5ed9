#include "core/base/Files.h"
#include "tests/app/cli/ProgramRun.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace fissure;
using namespace fissure::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

/// Inspects and converts files of weights as a user or a script would.
class TestWeightsFiles final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    static std::string fixture(const char* name) {
        return std::string(FISSURE_SOURCE_DIR) + "/tests/data/engine/weights/" + name;
    }
    std::string place(const char* name) const { return m_dir.path().toStdString() + "/" + name; }

    static Output run(const std::vector<std::string>& words) {
        QStringList list{QStringLiteral("weights")};
        for (const std::string& word : words) {
            list.append(QString::fromStdString(word));
        }
        return runProgram(list);
    }

    static Json inspect(const std::string& file) {
        const Output output = run({"inspect", file, "--json"});
        return output.code == 0 ? Json::parse(output.out) : Json(output.err);
    }

    static void isOneSentence(const Output& output, int code, const std::string& words) {
        QCOMPARE(output.code, code);
        QCOMPARE(std::ranges::count(output.err, '\n'), 1);
        QVERIFY2(output.err.find(words) != std::string::npos, output.err.c_str());
        QVERIFY(output.out.empty());
    }

private Q_SLOTS:
    void inspectionTellsFormatTensorsAndTotals() {
        const Json zip = inspect(fixture("zip.pth"));
        QVERIFY2(zip.is_object(), zip.dump().c_str());
        QCOMPARE(zip["format"].get<std::string>(), std::string("pth_zip"));
        QVERIFY(zip["metadata"] == Json::object());
        QCOMPARE(zip["tensors"].size(), std::size_t(9));
        QVERIFY((zip["tensors"][0] ==
                 Json{{"name", "0.weight"}, {"type", "F32"}, {"shape", {3, 2, 2, 2}}, {"bytes", 96}}));
        // Convolution and normalisation of three channels, a linear unit; the statistics are no parameters.
        QCOMPARE(zip["parameters"].get<int>(), 24 + 3 + 3 + 3 + 3 + 1);
        QCOMPARE(zip["bytes"].get<int>(), 4 * 37 + 4 * 6 + 8);
        QVERIFY(!zip.contains("keys"));
        const Json legacy = inspect(fixture("legacy.pth"));
        QCOMPARE(legacy["format"].get<std::string>(), std::string("pth_legacy"));
        QVERIFY(legacy["tensors"] == zip["tensors"]);
    }

    void inspectionIsATableForPeople() {
        const Output output = run({"inspect", fixture("legacy.pth")});
        QVERIFY2(output.code == 0, output.err.c_str());
        for (const char* line :
             {"\n  format                   torch.save, legacy form\n", "\n  tensors                  9\n",
              "\n  parameters               37\n", "\n  0.weight               F32   [3, 2, 2, 2]\n",
              "\n  1.num_batches_tracked  I64   []\n"}) {
            QVERIFY2(output.out.find(line) != std::string::npos, (line + output.out).c_str());
        }
    }

    void keysThatDoNotFitABackboneAreListed() {
        const std::vector<std::string> words{"inspect", fixture("zip.pth"), "--backbone", "resnet18"};
        const Output text = run(words);
        QCOMPARE(text.code, 2);
        QVERIFY(text.out.find("\n  missing                  feature_extractor.conv1.weight\n") !=
                std::string::npos);
        QVERIFY(text.out.find("\n  unexpected               0.weight\n") != std::string::npos);
        const Output json = run({words[0], words[1], words[2], words[3], "--json"});
        QCOMPARE(json.code, 2);
        const Json keys = Json::parse(json.out)["keys"];
        QCOMPARE(keys["backbone"].get<std::string>(), std::string("resnet18"));
        QVERIFY(keys["fits"] == Json(false));
        QCOMPARE(keys["unexpected"].size(), std::size_t(9));
        QCOMPARE(run({"inspect", fixture("zip.pth"), "--backbone", "resnet1"}).code, 2);
    }

    void terminalIsToldNoControlCharacters() {
        const std::string header = "{\"__metadata__\":{\"note\":\"\\u001b[31mred\"}}";
        const std::uint64_t length = header.size();
        QVERIFY(writeFileAtomically(place("red.safetensors"),
                                    std::string(reinterpret_cast<const char*>(&length), 8) + header)
                    .has_value());
        const Output output = run({"inspect", place("red.safetensors")});
        QVERIFY2(output.code == 0, output.err.c_str());
        QVERIFY(output.out.find('\x1b') == std::string::npos);
        QVERIFY(output.out.find("note                     ?[31mred") != std::string::npos);
    }

    void convertedFileHoldsTheSameTensors_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"zip.pth", "legacy.pth", "zip_model.pth", "legacy_state_dict.pth",
                                 "zip_parallel.pth", "legacy_views.pth"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void convertedFileHoldsTheSameTensors() {
        QFETCH(QString, name);
        const std::string in = fixture(qPrintable(name));
        const Output output = run({"convert", in, place("out.safetensors"), "--json"});
        QVERIFY2(output.code == 0, output.err.c_str());
        const Json said = Json::parse(output.out);
        QCOMPARE(said["file"].get<std::string>(), place("out.safetensors"));
        QCOMPARE(said["sha256"].get<std::string>(), sha256OfFile(place("out.safetensors")).value());
        Json before = inspect(in);
        Json after = inspect(place("out.safetensors"));
        QCOMPARE(after["format"].get<std::string>(), std::string("safetensors"));
        QVERIFY(after["metadata"] == (Json{{"format", "pt"}}));
        for (Json* each : {&before, &after}) {
            Json& tensors = (*each)["tensors"];
            std::sort(tensors.begin(), tensors.end(),
                      [](const Json& a, const Json& b) { return a["name"] < b["name"]; });
        }
        QVERIFY(after["tensors"] == before["tensors"]);
        QVERIFY(after["parameters"] == before["parameters"]);
    }

    void pathAloneIsPrinted() {
        const Output output = run({"convert", fixture("zip.pth"), place("a.safetensors")});
        QVERIFY2(output.code == 0, output.err.c_str());
        QCOMPARE(output.out, place("a.safetensors") + "\n");
    }

    void whatCannotBeDoneIsOneSentence() {
        isOneSentence(run({"inspect", place("none.pth")}), 2, "it does not exist");
        isOneSentence(run({"inspect", fixture("refused.json")}), 2,
                      "neither a safetensors file nor one that torch.save wrote");
        isOneSentence(run({"inspect", fixture("zip_system.pth")}), 2, "posix.system");
        isOneSentence(run({"convert", fixture("zip.pth"), place("out.pth")}), 2, "safetensors only");
        isOneSentence(run({"convert", fixture("zip_system.pth"), place("system.safetensors")}), 2,
                      "posix.system");
        QVERIFY(!fs::exists(place("out.pth")) && !fs::exists(place("system.safetensors")));
        QCOMPARE(run({"convert", fixture("zip.pth")}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestWeightsFiles)
#include "tst_WeightsFiles.moc"
