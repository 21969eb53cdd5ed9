#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/data/ProposalIndex.h"
#include "tests/support/TestImages.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>

using namespace fissure;
using Json = nlohmann::json;
namespace fs = std::filesystem;

/// The commands that make and check data, run as a user or a script would.
class tst_DataCommands : public QObject {
    Q_OBJECT

    struct Output {
        int code = -1;
        std::string out;
        std::string err;
    };

    fs::path root() const { return m_folder.path().toStdString(); }

    QStringList arguments(const std::vector<std::string>& words) const {
        QStringList list{QStringLiteral("--workspace"), m_folder.filePath(QStringLiteral("workspace"))};
        for (const std::string& word : words) {
            list.append(QString::fromStdString(word));
        }
        return list;
    }

    Output run(const std::vector<std::string>& words) const {
        QProcess process;
        process.start(QStringLiteral(FISSURE_CLI), arguments(words));
        if (!process.waitForFinished(120'000)) {
            return {};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
    }

    std::vector<std::string> buildInto(const std::string& name) const {
        const fs::path train = root() / "workspace" / "demo" / "train";
        return {"proposals", "build",
                "--images",  (train / "images").string(),
                "--masks",   (train / "masks").string(),
                "--out",     (root() / name).string()};
    }

private Q_SLOTS:
    void initTestCase() {
        const Output demo = run({"demo", "--train", "3", "--valid", "1", "--json"});
        QVERIFY2(demo.code == 0, demo.err.c_str());
        const Json json = Json::parse(demo.out);
        QCOMPARE(json["train"]["images_used"].get<int>(), 3);
        QCOMPARE(json["valid"]["images_used"].get<int>(), 1);
        QVERIFY(demo.err.find("100 %") != std::string::npos);
    }

    void demoStandsInTheWorkspaceAndIsUsable() {
        const Output check =
            run({"proposals", "check", (root() / "workspace" / "demo" / "train" / "proposals").string(),
                 "--json"});
        QCOMPARE(check.code, 0);
        const Json json = Json::parse(check.out);
        QCOMPARE(json["usable"].get<bool>(), true);
        QCOMPARE(json["manifest"].get<bool>(), true);
        QCOMPARE(json["changed"].get<bool>(), false);
        QVERIFY(json["crack"].get<int>() > 0);
        QVERIFY(json["contradictions"].empty());
    }

    void builtProposalsAreCountedByBandAndLabel() {
        auto words = buildInto("built");
        words.insert(words.end(),
                     {"--negatives", "20", "--size", "32", "--threads", "2", "--ground-truth-crops"});
        const Output built = run(words);
        QVERIFY2(built.code == 0, built.err.c_str());
        QVERIFY(built.out.find("0.9 - 1.0") != std::string::npos);
        QVERIFY(built.out.find("from 3 of 3 photographs") != std::string::npos);
        QVERIFY(built.out.find((root() / "built").string()) != std::string::npos);
        const auto index = scanProposals(root() / "built").value();
        QVERIFY(index.countOf(0) <= 60 && index.countOf(0) > 0);
        QCOMPARE(readImage(root() / "built" / index.proposals.front().file)->width, 32);
    }

    void checkListsWhatIsWrong() {
        const fs::path folder = root() / "crops";
        const auto names = test::writeCrops(folder, 6, 16);
        QVERIFY(writeFileAtomically(folder / "stray.txt", "x").has_value());
        QVERIFY(writeFileAtomically(folder / names[0], "no image").has_value());
        QVERIFY(writeImage(folder / "wall.9.0_9.0.jpg", test::drawCrop(16, true, 1)).has_value());
        const Output check = run({"proposals", "check", folder.string()});
        QCOMPARE(check.code, 0);
        QVERIFY(check.out.find("files that are no proposals: 1\n  stray.txt: the name") != std::string::npos);
        QVERIFY(check.out.find("crops that cannot be read: 1\n  " + names[0]) != std::string::npos);
        QVERIFY(check.out.find("wall.9.0_9.0.jpg: label 0 at IoU 0.9\n") != std::string::npos);
    }

    void folderOfOneLabelIsNotUsable() {
        const fs::path folder = root() / "negatives";
        fs::create_directories(folder);
        QVERIFY(writeImage(folder / "wall.1.0_1.0.jpg", test::drawCrop(16, false, 1)).has_value());
        const Output check = run({"proposals", "check", folder.string()});
        QCOMPARE(check.code, 2);
        QVERIFY(check.out.find("not usable") != std::string::npos);
    }

    void badInputExitsWithTwoAndOneSentence_data() {
        QTest::addColumn<std::vector<std::string>>("words");
        QTest::addColumn<std::string>("sentence");
        const auto add = [](const char* name, std::vector<std::string> words, const char* sentence) {
            QTest::newRow(name) << std::move(words) << std::string(sentence);
        };
        add("folder missing", {"proposals", "check", "/nonexistent"},
            "/nonexistent: the folder does not exist.\n");
        add("images missing",
            {"proposals", "build", "--images", "/nonexistent", "--masks", "/nonexistent", "--out", "/tmp/x"},
            "/nonexistent: the folder does not exist.\n");
        add("neither masks nor boxes", {"proposals", "build", "--images", "/x", "--out", "/tmp/x"},
            "proposals build: it needs either --masks or --coco.\n");
        add("folder in use", {"demo", "--out", "/etc"},
            "/etc: it already holds files, and they are no demo data set. Choose a new or an empty "
            "folder.\n");
    }
    void badInputExitsWithTwoAndOneSentence() {
        QFETCH(std::vector<std::string>, words);
        QFETCH(std::string, sentence);
        const Output output = run(words);
        QCOMPARE(output.code, 2);
        QCOMPARE(output.err, "fissure-cli: " + sentence);
        QVERIFY(output.out.empty());
    }

    void wrongOptionsExitWithTwo() {
        auto words = buildInto("never");
        words.insert(words.end(), {"--mode", "slow"});
        QCOMPARE(run(words).code, 2);
        QCOMPARE(run({"proposals"}).code, 2);
        QVERIFY(!fs::exists(root() / "never"));
    }

    void interruptedBuildEndsSoonAndLeavesNoHalfDataSet() {
        QProcess process;
        process.start(QStringLiteral(FISSURE_CLI), arguments({"demo", "--out", (root() / "long").string(),
                                                              "--train", "1000", "--valid", "1"}));
        const fs::path photographs = root() / "long" / "train" / "images";
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(photographs / "concrete_002.jpg"), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(5'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!fs::exists(root() / "long" / "train" / "proposals"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_DataCommands)
#include "tst_DataCommands.moc"
