#include "core/base/Files.h"
#include "core/base/Workspace.h"
#include "core/store/RunQuery.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

namespace {

using Change = std::function<void(const fs::path& folder)>;

void damageAll(const fs::path& crops) {
    for (const auto& entry : fs::directory_iterator(crops)) {
        fs::resize_file(entry.path(), 100);
    }
}

void write(const fs::path& file, std::string_view text) {
    if (!writeFileAtomically(file, text)) {
        qFatal("%s cannot be written", file.c_str());
    }
}

} // namespace

/// What a person may hand over by mistake: each is one sentence that names it, exit code 2, and no run.
class tst_BadInput : public QObject {
    Q_OBJECT

    fs::path root() const { return m_folder->path().toStdString(); }
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    Output train(const QString& workspace, const QStringList& more = {}) const {
        QStringList arguments{QStringLiteral("--workspace"),
                              workspace,
                              QStringLiteral("train"),
                              QStringLiteral("--train"),
                              path("train"),
                              QStringLiteral("--valid"),
                              path("valid")};
        for (const char* field :
             {"backbone=resnet18", "image_size=32", "threads=1", "epochs=1", "device=cpu"}) {
            arguments << QStringLiteral("--set") << QString::fromLatin1(field);
        }
        return runProgram(arguments + more);
    }

    std::vector<RunSummary> runs() const {
        const auto workspace = Workspace::open(root() / "workspace");
        return RunQuery::open(workspace.value()).value()->runs().value();
    }

    static void isOneSentenceAbout(const Output& output, const std::string& subject) {
        QCOMPARE(output.code, 2);
        QCOMPARE(std::ranges::count(output.err, '\n'), 1);
        QVERIFY2(output.err.starts_with("fissure-cli: "), output.err.c_str());
        QVERIFY2(output.err.find(subject) != std::string::npos, output.err.c_str());
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        writeCrops(root() / "train", 8, 32, 1);
        writeCrops(root() / "valid", 4, 32, 50);
    }

    void badDataMakeNoRun_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("sentence");
        const auto row = [](const char* name, Change change, const char* sentence) {
            QTest::newRow(name) << std::move(change) << std::string(sentence);
        };
        row(
            "one class only",
            [](const fs::path& folder) {
                for (const auto& entry : fs::directory_iterator(folder / "train")) {
                    if (entry.path().string().ends_with(".1.jpg")) {
                        fs::remove(entry.path());
                    }
                }
            },
            "train: all proposals (4) are of one class, no crack");
        row(
            "folder without proposals",
            [](const fs::path& folder) {
                fs::remove_all(folder / "valid");
                fs::create_directory(folder / "valid");
            },
            "valid: it holds no proposals");
        row(
            "broken manifest",
            [](const fs::path& folder) { write(folder / "train" / "manifest.csv", "no,manifest\n"); },
            "manifest.csv: line ");
        row(
            "training crops all unreadable", [](const fs::path& folder) { damageAll(folder / "train"); },
            "train: not one of its crops (8) could be read");
        row(
            "validation crops all unreadable", [](const fs::path& folder) { damageAll(folder / "valid"); },
            "valid: not one of its crops (4) could be read");
    }
    void badDataMakeNoRun() {
        QFETCH(Change, change);
        QFETCH(std::string, sentence);
        change(root());
        const Output output = train(path("workspace"));
        isOneSentenceAbout(output, sentence);
        QVERIFY(output.out.empty());
        QVERIFY(runs().empty());
    }

    void damagedInitialWeightsAreNamedOnce() {
        write(root() / "weights.safetensors", "no weights at all");
        const Output output =
            train(path("workspace"), {QStringLiteral("--set"),
                                      QStringLiteral("initial_weights=") + path("weights.safetensors")});
        isOneSentenceAbout(output, "weights.safetensors: ");
        QVERIFY(runs().empty());
    }

    void newerDatabaseIsRefusedByReaderAndWriter() {
        fs::create_directory(root() / "workspace");
        SQLite::Database((root() / "workspace" / "fissure.db").string(),
                         SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE later (x); PRAGMA application_id = 1179210578; PRAGMA user_version = 99");
        isOneSentenceAbout(train(path("workspace")), "fissure.db: its schema has version 99");
        isOneSentenceAbout(
            runProgram({QStringLiteral("--workspace"), path("workspace"), QStringLiteral("runs")}),
            "fissure.db: its schema has version 99");
        for (const auto& entry : fs::directory_iterator(root() / "workspace")) { // neither lock nor cache
            QVERIFY2(entry.path().filename().string().starts_with("fissure.db"), entry.path().c_str());
        }
    }

    void workspaceThatCannotBeMadeIsNamed() {
        isOneSentenceAbout(train(QStringLiteral("/proc/fissure")),
                           "/proc/fissure: the workspace cannot be made");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_BadInput.moc"
