#include "core/base/Files.h"
#include "core/data/DatasetFile.h"
#include "core/data/ImageFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"
#include "core/store/DatasetQuery.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/support/TestImages.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace fissure;
using Json = nlohmann::json;
using test::Output;
namespace fs = std::filesystem;

/// The commands that make and check data, run as a user or a script would.
class tst_DataCommands : public QObject {
    Q_OBJECT

    fs::path root() const { return m_folder.path().toStdString(); }

    QStringList arguments(const std::vector<std::string>& words) const {
        QStringList list{QStringLiteral("--workspace"), m_folder.filePath(QStringLiteral("workspace"))};
        for (const std::string& word : words) {
            list.append(QString::fromStdString(word));
        }
        return list;
    }

    Output run(const std::vector<std::string>& words) const { return test::runProgram(arguments(words)); }

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
        QVERIFY(built.out.find("unchanged") == std::string::npos);

        const Output again = run(words);
        QVERIFY2(again.err.find("3/3 photographs, 3 of them unchanged\n") != std::string::npos,
                 again.err.c_str());
        QVERIFY(again.out.find("photographs unchanged since the last build, whose crops were kept: 3\n") !=
                std::string::npos);
        QVERIFY(writeImage(root() / "built" / "mine.1.0_9.1.jpg", test::drawCrop(16, true, 1)).has_value());
        const Output beside = run(words);
        QVERIFY(beside.out.find("that are of no build, and count as proposals: 1\n  mine.1.0_9.1.jpg\n") !=
                std::string::npos);
        const Output check = run({"proposals", "check", (root() / "built").string()});
        QVERIFY2(check.out.find("[unknown-crops: 1]\n    mine.1.0_9.1.jpg\n") != std::string::npos,
                 check.out.c_str());
        words.push_back("--json");
        const Json json = Json::parse(run(words).out);
        QCOMPARE(json["images_reused"].get<int>(), 3);
        QCOMPARE(json["foreign_crops"].get<std::vector<std::string>>(),
                 std::vector<std::string>{"mine.1.0_9.1.jpg"});
    }

    void cropsAreWrittenInTheFormatAskedFor() {
        auto words = buildInto("webp");
        words.insert(words.end(),
                     {"--negatives", "5", "--size", "32", "--format", "webp", "--quality", "60"});
        const Output built = run(words);
        QVERIFY2(built.code == 0, built.err.c_str());
        const auto index = scanProposals(root() / "webp").value();
        QVERIFY(index.proposals.front().file.ends_with(".webp"));
        const Json recipe = Json::parse(readTextFile(root() / "webp" / kDatasetFile).value())["recipe"];
        QCOMPARE(recipe["crop_format"].get<std::string>(), std::string("webp"));
        QCOMPARE(recipe["quality"].get<int>(), 60);
    }

    void thresholdOfACrackCanBeChosen() {
        const auto cracksAt = [&](const std::string& name, const std::string& threshold) {
            auto words = buildInto(name);
            words.insert(words.end(), {"--negatives", "5", "--size", "16", "--label-iou", threshold});
            return run(words).code == 0 ? scanProposals(root() / name)->countOf(1) : -1;
        };
        const std::int64_t usual = cracksAt("usual", "0.5");
        QVERIFY(usual > 0);
        QVERIFY(cracksAt("low", "0.3") > usual);
        auto wrong = buildInto("wrong");
        wrong.insert(wrong.end(), {"--label-iou", "1.5"});
        QCOMPARE(run(wrong).code, 2);
    }

    void whatIsBuiltEntersTheListOfTheWorkspace() {
        const auto listed = [&] {
            std::vector<std::string> folders;
            const auto query = DatasetQuery::open(*Workspace::existing(root() / "workspace")).value();
            const std::vector<DatasetRecord> datasets = query->datasets().value();
            for (const DatasetRecord& dataset : datasets) {
                folders.push_back(dataset.folder);
            }
            return folders;
        };
        const fs::path demo = fs::canonical(root() / "workspace" / "demo");
        for (const char* split : {"train", "valid"}) {
            QVERIFY(std::ranges::count(listed(), (demo / split / "proposals").string()) == 1);
        }
        auto words = buildInto("listed");
        words.insert(words.end(), {"--negatives", "5", "--size", "16"});
        QCOMPARE(run(words).code, 0);
        QVERIFY(std::ranges::count(listed(), fs::canonical(root() / "listed").string()) == 1);
    }

    void negativesThatNobodyNumbersAreThePolicys() {
        const auto numberOf = [this](const std::string& name, const std::vector<std::string>& more) {
            auto words = buildInto(name);
            words.insert(words.end(), {"--size", "16"});
            words.insert(words.end(), more.begin(), more.end());
            return run(words).code == 0 ? readDatasetFile(root() / name)->recipe.negatives : -1;
        };
        QCOMPARE(numberOf("by area", {}), 400);
        QCOMPARE(numberOf("per band", {"--negative-policy", "per-band"}), 10);
        QCOMPARE(numberOf("numbered", {"--negatives", "3", "--negative-policy", "per-band"}), 3);
    }

    void buildNeedsNoWorkspaceAndMakesNone() {
        auto words = buildInto("alone");
        words.insert(words.end(), {"--negatives", "5", "--size", "16"});
        QStringList named = arguments(words);
        named[1] = m_folder.filePath(QStringLiteral("no workspace"));
        const Output built = test::runProgram(named);
        QCOMPARE(built.code, 0);
        QVERIFY2(built.err.find("warning") == std::string::npos, built.err.c_str());
        QVERIFY(!fs::exists(root() / "no workspace"));
    }

    void buildIsWholeWhereTheListCannotBeWritten() {
        const fs::path other = root() / "foreign";
        fs::create_directories(other);
        QVERIFY(writeFileAtomically(other / "fissure.db", std::string(4096, 'x')).has_value());
        auto words = buildInto("unlisted");
        words.insert(words.end(), {"--negatives", "5", "--size", "16"});
        QStringList named = arguments(words);
        named[1] = QString::fromStdString(other.string());
        const Output built = test::runProgram(named);
        QCOMPARE(built.code, 0);
        QVERIFY2(built.err.find("warning: the workspace does not list") != std::string::npos,
                 built.err.c_str());
        QVERIFY(scanProposals(root() / "unlisted").has_value());
    }

    void buildGoesOnWhereItsProgressCannotBeShown() {
        auto words = buildInto("unseen");
        words.insert(words.end(), {"--negatives", "20", "--size", "32", "--threads", "2"});
        const Output built = test::runProgram(arguments(words), {QString(), QStringLiteral("/dev/full")});
        QCOMPARE(built.code, 0);
        QVERIFY(built.out.find("from 3 of 3 photographs") != std::string::npos);
    }

    void boxesOfMasksAreWrittenAsCoco() {
        const fs::path train = root() / "workspace" / "demo" / "train";
        const std::vector<std::string> words{"proposals", "boxes",
                                             "--images",  (train / "images").string(),
                                             "--masks",   (train / "masks").string(),
                                             "--out",     (root() / "boxes.json").string()};
        const Output text = run(words);
        QVERIFY2(text.code == 0, text.err.c_str());
        QVERIFY2(text.out.find("in 3 of 3 photographs") != std::string::npos, text.out.c_str());
        QVERIFY2(text.err.find("boxes in") == std::string::npos, text.err.c_str());
        const Json coco = Json::parse(readTextFile(root() / "boxes.json").value());
        QCOMPARE(coco["images"].size(), std::size_t(3));
        QCOMPARE(readTextFile(root() / "boxes.json").value(),
                 readTextFile(train / "proposals" / kGroundTruthFile).value());

        auto large = words;
        large.insert(large.end(), {"--min-area", "1000000", "--json"});
        const Output json = run(large);
        QCOMPARE(json.code, 0);
        const Json counts = Json::parse(json.out);
        QCOMPARE(counts["images_used"].get<int>(), 3);
        QCOMPARE(counts["images_without_boxes"].get<int>(), 3);
        QCOMPARE(counts["boxes"].get<int>(), 0);
    }

    void photographsThatCannotBeUsedEndACommandWithOne() {
        const fs::path demo = root() / "workspace" / "demo" / "train";
        const fs::path images = root() / "partly" / "images";
        fs::create_directories(images);
        fs::copy_file(demo / "images" / "concrete_001.jpg", images / "concrete_001.jpg");
        const std::vector<std::string> source{"--images", images.string(), "--masks",
                                              (demo / "masks").string()};
        const auto runWith = [&](const char* command, const char* out, std::vector<std::string> more) {
            std::vector<std::string> words{"proposals", command, "--out", (root() / "partly" / out).string()};
            words.insert(words.end(), source.begin(), source.end());
            words.insert(words.end(), more.begin(), more.end());
            return run(words);
        };
        const std::vector<std::string> small{"--negatives", "1", "--size", "16"};
        const Output whole = runWith("build", "whole", small);
        QVERIFY2(whole.code == 0, whole.err.c_str());
        QVERIFY2(whole.out.find(" from 1 of 1 photograph\n") != std::string::npos, whole.out.c_str());
        QVERIFY(writeFileAtomically(images / "concrete_002.jpg", "no image").has_value());
        const std::string sentence =
            "fissure-cli: 1 of 2 photographs could not be used; the result holds the others\n";
        const Output built = runWith("build", "built", small);
        QCOMPARE(built.code, 1);
        QVERIFY2(built.err.ends_with(sentence), built.err.c_str());
        QVERIFY2(built.out.find("left out concrete_002.jpg: it is not an image") != std::string::npos,
                 built.out.c_str());
        QVERIFY(readDatasetFile(root() / "partly" / "built")->isComplete);
        const Output boxes = runWith("boxes", "boxes.json", {"--json"});
        QCOMPARE(boxes.code, 1);
        QVERIFY2(boxes.err.ends_with(sentence), boxes.err.c_str());
        QCOMPARE(Json::parse(boxes.out)["images_failed"].get<int>(), 1);
        QVERIFY(fs::exists(root() / "partly" / "boxes.json"));
    }

    void everyFormatOfGroundTruthIsBuiltFrom() {
        const fs::path images = root() / "workspace" / "demo" / "train" / "images";
        const fs::path labels = root() / "labels";
        fs::create_directories(labels);
        for (const auto& entry : fs::directory_iterator(images)) {
            const fs::path stem = labels / entry.path().stem();
            QVERIFY(writeFileAtomically(stem.string() + ".txt", "0 0.5 0.5 0.25 0.25\n").has_value());
            QVERIFY(writeFileAtomically(stem.string() + ".xml", "<annotation/>").has_value());
        }
        for (const std::string format : {"yolo", "voc"}) {
            const Output built = run({"proposals", "build", "--images", images.string(), "--" + format,
                                      labels.string(), "--out", (root() / format).string(), "--negatives",
                                      "5", "--size", "16", "--ground-truth-crops", "--json"});
            QVERIFY2(built.code == 0, built.err.c_str());
            QCOMPARE(Json::parse(built.out)["ground_truth_crops"].get<int>(), format == "yolo" ? 3 : 0);
            const Json dataset = Json::parse(readTextFile(root() / format / kDatasetFile).value());
            QCOMPARE(dataset["ground_truth_format"].get<std::string>(), format);
            QCOMPARE(dataset["ground_truth"].get<std::string>(), std::string("../labels"));
        }
    }

    void checkListsWhatIsWrong() {
        const fs::path folder = root() / "crops";
        const auto names = test::writeCrops(folder, 6, 16);
        QVERIFY(writeFileAtomically(folder / "stray.txt", "x").has_value());
        QVERIFY(writeFileAtomically(folder / names[0], "no image").has_value());
        QVERIFY(writeImage(folder / "wall.9.0_9.0.jpg", test::drawCrop(16, true, 1)).has_value());
        const Output check = run({"proposals", "check", folder.string()});
        QCOMPARE(check.code, 0);
        QVERIFY(check.out.find("[rejected-files: 1]\n    stray.txt: the name") != std::string::npos);
        QVERIFY(check.out.find("[not-an-image: 1]\n    " + names[0] + ": it is not an image") !=
                std::string::npos);
        QVERIFY(check.out.find("wall.9.0_9.0.jpg: label 0 at IoU 0.9\n") != std::string::npos);
        QVERIFY(check.out.ends_with("\nusable\n"));
    }

    void checkSaysWhyAPathCacheIsNotUsed() {
        const fs::path folder = root() / "listed" / "train";
        test::writeCrops(folder, 4, 16);
        const std::string file = (root() / "listed" / "train_image_paths.json").string();
        QVERIFY(writeFileAtomically(file, "[\"gone.1.0_5.0.jpg\"]").has_value());
        const std::string sentence = "The path cache " + file +
                                     " is not used: it names \"gone.1.0_5.0.jpg\", which is not in the "
                                     "folder. The folder's own files are used instead.";
        const Output text = run({"proposals", "check", folder.string()});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.find("warning: " + sentence + " [path-cache]\n") != std::string::npos,
                 text.out.c_str());
        const Json json = Json::parse(run({"proposals", "check", folder.string(), "--json"}).out);
        const auto finding = std::ranges::find(json["findings"], "path-cache",
                                               [](const Json& found) { return found.at("code"); });
        QVERIFY(finding != json["findings"].end());
        QCOMPARE(finding->at("text").get<std::string>(), sentence);
        QCOMPARE(json["crack"].get<int>(), 2);
    }

    void checkSaysInJsonWhatIsWrongWithManifestAndDescription() {
        const fs::path folder = root() / "described";
        test::writeCrops(folder, 4, 16);
        const ManifestRow gone{"gone.1.0_5.0.jpg", "x.jpg", 9, 9, {0, 0, 1, 1}, 0.5, {}, {}};
        QVERIFY(writeFileAtomically(folder / kManifestFile, manifestHeading() + toCsvLine(gone)).has_value());
        QVERIFY(writeFileAtomically(folder / kDatasetFile, "{}").has_value());
        const Json json = Json::parse(run({"proposals", "check", folder.string(), "--json"}).out);
        QCOMPARE(json["dataset"].get<bool>(), false);
        const auto problem = json["dataset_problem"].get<std::string>();
        QVERIFY2(problem.starts_with("it does not describe a folder of proposals"), problem.c_str());
        QCOMPARE(json["missing"].get<std::vector<std::string>>(),
                 std::vector<std::string>{"gone.1.0_5.0.jpg"});
        const Output text = run({"proposals", "check", folder.string()});
        QVERIFY(text.out.find("[missing-crops: 1]\n    gone.1.0_5.0.jpg\n") != std::string::npos);
    }

    void checkOfTwoFoldersSaysWhatTheyShare() {
        const fs::path train = root() / "leak_train";
        const fs::path valid = root() / "leak_valid";
        const auto names = test::writeCrops(train, 6, 16, 1);
        test::writeCrops(valid, 6, 16, 100);
        fs::copy_file(train / names[0], valid / names[0], fs::copy_options::overwrite_existing);
        for (const char* option : {"--valid", "--against"}) {
            const Output check =
                run({"proposals", "check", train.string(), option, valid.string(), "--json"});
            QCOMPARE(check.code, 0);
            const Json json = Json::parse(check.out);
            QCOMPARE(json["valid"]["crack"].get<int>(), 3);
            QCOMPARE(json["epoch"]["draws"].get<int>(), 6);
            QCOMPARE(codesOf(json),
                     (std::vector<std::string>{"shared-source", "same-pixels", "class-balance"}));
            QCOMPARE(json["findings"][1]["files"][0]["file"].get<std::string>(), names[0]);
            QCOMPARE(json["findings"][1]["severity"].get<std::string>(), std::string("warning"));
            QVERIFY(!json.contains("forecast"));
        }
        const Output text = run({"proposals", "check", train.string(), "--valid", valid.string()});
        QVERIFY(text.out.find("[same-pixels: 1]\n    " + names[0] + ": the same pixels as " + names[0]) !=
                std::string::npos);
    }

    void checkWithSettingsAndDryRunForecastsARun() {
        const fs::path train = root() / "run_train";
        test::writeCrops(train, 24, 32, 1);
        const std::vector<std::string> words{"proposals",          "check", train.string(),  "--set",
                                             "backbone=resnet18",  "--set", "image_size=32", "--set",
                                             "sampler=sequential", "--set", "batch_size=8",  "--json"};
        const Json settings = Json::parse(run(words).out);
        QCOMPARE(codesOf(settings), (std::vector<std::string>{"no-validation", "sequential-sampler",
                                                              "class-balance", "random-weights"}));
        auto dry = words;
        dry.emplace_back("--dry-run");
        const Output output = run(dry);
        QCOMPARE(output.code, 0);
        const Json json = Json::parse(output.out);
        QVERIFY(std::ranges::count(codesOf(json), std::string("forecast")) == 1);
        QVERIFY(json["forecast"]["epoch_seconds"].get<double>() > 0.0);
        QVERIFY(json["forecast"]["whole_seconds"].get<double>() >
                json["forecast"]["epoch_seconds"].get<double>());
        QVERIFY(json["forecast"]["memory_bytes"].get<std::int64_t>() > 0);
        QVERIFY(output.err.find("dry batch") != std::string::npos);
    }

    void demoOnceKeepsADemoAndPointsItsConfigurationToIt() {
        const fs::path moved = root() / "moved";
        fs::copy(root() / "workspace" / "demo", moved, fs::copy_options::recursive);
        Json config = Json::parse(readTextFile(moved / "run.json").value());
        config["epochs"] = 9;
        QVERIFY(writeFileAtomically(moved / "run.json", config.dump()).has_value());
        const Output once = run({"demo", "--once", "--out", moved.string()});
        QVERIFY2(once.code == 0, once.err.c_str());
        QCOMPARE(once.out, (moved / "run.json").string() + '\n');
        config = Json::parse(readTextFile(moved / "run.json").value());
        QCOMPARE(config["train_dir"].get<std::string>(), (moved / "train" / "proposals").string());
        QCOMPARE(config["valid_dir"].get<std::string>(), (moved / "valid" / "proposals").string());
        QCOMPARE(config["epochs"].get<int>(), 9);
    }

    void demoOnceDrawsAnUnfinishedDemoAnew() {
        const fs::path unfinished = root() / "unfinished";
        fs::copy(root() / "workspace" / "demo", unfinished, fs::copy_options::recursive);
        fs::remove(unfinished / "run.json");
        const Output once =
            run({"demo", "--once", "--out", unfinished.string(), "--train", "1", "--valid", "1"});
        QVERIFY2(once.code == 0, once.err.c_str());
        QVERIFY(fs::exists(unfinished / "run.json"));
        QVERIFY(!fs::exists(unfinished / "train" / "images" / "concrete_003.jpg"));
    }

    void folderOfOneLabelIsNotUsable() {
        const fs::path folder = root() / "negatives";
        fs::create_directories(folder);
        QVERIFY(writeImage(folder / "wall.1.0_1.0.jpg", test::drawCrop(16, false, 1)).has_value());
        const Output check = run({"proposals", "check", folder.string()});
        QCOMPARE(check.code, 2);
        QVERIFY(check.out.find("\nnot usable: ") != std::string::npos);
    }

    void verdictIsThatOfTheRunAndGivesTheExitCode() {
        const fs::path folder = root() / "relabelled";
        fs::create_directories(folder);
        for (const char* name : {"wall.1.0_1.0.jpg", "wall.2.0_9.0.jpg"}) {
            QVERIFY(writeImage(folder / name, test::drawCrop(16, false, 1)).has_value());
        }
        for (const auto& [threshold, code] : {std::pair("0.5", 0), std::pair("0.95", 2)}) {
            const std::vector<std::string> words{"proposals", "check", folder.string(), "--set",
                                                 std::string("label_iou=") + threshold};
            const Output text = run(words);
            QVERIFY2(text.code == code, text.err.c_str());
            QVERIFY2(text.out.ends_with(code == 0 ? "\nusable\n"
                                                  : "\nnot usable: the errors above stand in the way\n"),
                     text.out.c_str());
            auto withJson = words;
            withJson.emplace_back("--json");
            QCOMPARE(Json::parse(run(withJson).out)["usable"].get<bool>(), code == 0);
        }
    }

    void badInputExitsWithTwoAndOneSentence_data() {
        QTest::addColumn<std::vector<std::string>>("words");
        QTest::addColumn<std::string>("sentence");
        const auto add = [](const char* name, std::vector<std::string> words, const char* sentence) {
            QTest::newRow(name) << std::move(words) << std::string(sentence);
        };
        add("folder missing", {"proposals", "check", "/nonexistent"},
            "/nonexistent: the folder does not exist.\n");
        add("second folder missing",
            {"proposals", "check", (root() / "crops").string(), "--valid", "/nonexistent"},
            "/nonexistent: the folder does not exist.\n");
        add("unknown setting", {"proposals", "check", (root() / "crops").string(), "--set", "colour=red"},
            "colour: there is no such configuration field. `fissure-cli fields` lists them all.\n");
        add("assignment without a value",
            {"proposals", "check", (root() / "crops").string(), "--set", "epochs"},
            "--set epochs: it is not of the form key=value.\n");
        add("images missing",
            {"proposals", "build", "--images", "/nonexistent", "--masks", "/nonexistent", "--out", "/tmp/x"},
            "/nonexistent: the folder does not exist.\n");
        add("neither masks nor boxes", {"proposals", "build", "--images", "/x", "--out", "/tmp/x"},
            "proposals build: it needs one of --masks, --coco, --yolo and --voc.\n");
        add("two sources of boxes",
            {"proposals", "boxes", "--images", "/x", "--masks", "/x", "--yolo", "/x", "--out", "/tmp/x"},
            "proposals boxes: it takes only one of --masks, --coco, --yolo and --voc.\n");
        add("labels missing",
            {"proposals", "boxes", "--images", "/tmp", "--voc", "/nonexistent", "--out", "/tmp/x"},
            "/nonexistent: the folder does not exist.\n");
        add("folder in place of a file",
            {"proposals", "boxes", "--images", "/nonexistent", "--masks", "/nonexistent", "--out", "/tmp"},
            "/tmp: it is a folder. Name a file in it.\n");
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

    void brokenCocoFileIsNamedWithLineAndColumn() {
        const fs::path coco = root() / "broken.json";
        QVERIFY(writeFileAtomically(coco, "{\n  \"images\": [,]\n}").has_value());
        const Output output =
            run({"proposals", "build", "--images", (root() / "workspace/demo/train/images").string(),
                 "--coco", coco.string(), "--out", (root() / "never").string()});
        QCOMPARE(output.code, 2);
        QVERIFY2(output.err.starts_with("fissure-cli: " + coco.string() +
                                        ": it is broken JSON at line 2, column 14 (syntax error"),
                 output.err.c_str());
        QCOMPARE(std::ranges::count(output.err, '\n'), std::ptrdiff_t(1));
        QVERIFY(!fs::exists(root() / "never"));
    }

    void wrongOptionsExitWithTwo() {
        QCOMPARE(run({"proposals"}).code, 2);
        QCOMPARE(run({"demo", "--once", "--json"}).code, 2);
    }

    void wrongValuesAreRefusedWithThoseThatAreTaken_data() {
        QTest::addColumn<std::string>("option");
        QTest::addColumn<std::string>("value");
        QTest::addColumn<std::string>("said");
        const auto add = [](const char* option, const char* value, const char* said) {
            QTest::addRow("%s %s", option, value)
                << std::string(option) << std::string(value) << std::string(said);
        };
        add("--mode", "slow", "slow not in {fast,quality}");
        add("--negative-policy", "easiest", "easiest not in {first-by-area,hardest,per-band,random,all}");
        add("--format", "gif", "gif not in {jpg,png,webp}");
        add("--quality", "0", "Value 0 not in range 1 to 100");
        add("--closing", "0", "Value 0 not in range 1 to 999");
        add("--label-iou", "1", "1 is no number from 0 to 0.99");
        add("--negative-iou", "nan", "nan is no number from 0 to 1");
        add("--negatives", "-1", "-1 is no whole number from 0 to 2147483647");
        add("--min-area", "0.5", "0.5 is no whole number from 0 to 2147483647");
        add("--merge-distance", "99999999999", "99999999999 is no whole number from 0 to 2147483647");
    }
    void wrongValuesAreRefusedWithThoseThatAreTaken() {
        QFETCH(std::string, option);
        QFETCH(std::string, value);
        QFETCH(std::string, said);
        auto words = buildInto("never");
        words.push_back(option + '=' + value);
        const Output output = run(words);
        QCOMPARE(output.code, 2);
        QVERIFY2(output.err.starts_with(option + ": " + said + '\n'), output.err.c_str());
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
    static std::vector<std::string> codesOf(const Json& json) {
        std::vector<std::string> codes;
        for (const Json& finding : json["findings"]) {
            codes.push_back(finding["code"].get<std::string>());
        }
        return codes;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_DataCommands)
#include "tst_DataCommands.moc"
