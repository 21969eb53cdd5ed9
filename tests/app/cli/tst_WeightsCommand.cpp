#include "core/base/Files.h"
#include "tests/app/cli/ProgramRun.h"
#include "tests/support/HttpServer.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace fissure;
using namespace fissure::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

/// Fetches weights as a user or a script would, from a server of this test.
class tst_WeightsCommand : public QObject {
    Q_OBJECT

    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path weights() const { return root() / "praca ż" / "weights"; }

    QStringList arguments(const std::vector<std::string>& words) const {
        QStringList list{QStringLiteral("--workspace"), QString::fromStdString(weights().parent_path())};
        for (const std::string& word : words) {
            list.append(QString::fromStdString(word));
        }
        return list;
    }
    Output run(const std::vector<std::string>& words) const { return runProgram(arguments(words)); }

    static void isOneSentence(const Output& output, int code, const std::string& words) {
        QCOMPARE(output.code, code);
        QCOMPARE(std::ranges::count(output.err, '\n'), 1);
        QVERIFY2(output.err.starts_with("fissure-cli: "), output.err.c_str());
        QVERIFY2(output.err.find(words) != std::string::npos, output.err.c_str());
        QVERIFY(output.out.empty());
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpServer>();
        m_content = QByteArray(200'000, 'w');
        m_name = "network-" + sha256(m_content.toStdString()).substr(0, 8) + ".pth";
        m_server->setBehaviour({.content = m_content});
        qputenv("no_proxy", "127.0.0.1");
        qputenv("FISSURE_WEIGHTS_URL", QByteArray::fromStdString(m_server->url()));
        qputenv("TORCH_HOME", QByteArray::fromStdString((root() / "torch").string()));
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((root() / "cache").string()));
        qputenv("HOME", QByteArray::fromStdString(root().string()));
    }

    void fetchedFileIsInTheWorkspaceAndItsPathIsPrinted() {
        const Output output = run({"weights", "fetch", m_name});
        QVERIFY2(output.code == 0, output.err.c_str());
        QCOMPARE(output.out, (weights() / m_name).string() + "\n");
        QVERIFY2(output.err.find("100 %  0.2 MB of 0.2 MB downloaded, ") != std::string::npos,
                 output.err.c_str());
        QVERIFY(output.err.find(m_name + " was downloaded") != std::string::npos);
        QCOMPARE(readTextFile(weights() / m_name).value(), m_content.toStdString());
        QVERIFY(run({"weights", "fetch", m_name}).err.find("in the workspace already") != std::string::npos);
        QCOMPARE(m_server->requests().size(), std::size_t(1));
    }

    void jsonIsOneDocument() {
        const Output output = run({"weights", "fetch", m_name, "--json"});
        QVERIFY2(output.code == 0, output.err.c_str());
        const Json json = Json::parse(output.out);
        QCOMPARE(json["name"].get<std::string>(), m_name);
        QVERIFY(json["backbone"].is_null());
        QCOMPARE(json["file"].get<std::string>(), (weights() / m_name).string());
        QCOMPARE(json["origin"].get<std::string>(), std::string("server"));
        QCOMPARE(json["bytes"].get<int>(), 200'000);
    }

    void cacheOfPyTorchSavesTheDownload() {
        fs::create_directories(root() / "torch" / "hub" / "checkpoints");
        QVERIFY(
            writeFileAtomically(root() / "torch" / "hub" / "checkpoints" / m_name, m_content.toStdString()));
        const Output output = run({"weights", "fetch", m_name, "--json"});
        QCOMPARE(Json::parse(output.out)["origin"].get<std::string>(), std::string("hub_cache"));
        QVERIFY(m_server->requests().empty());
        QCOMPARE(readTextFile(weights() / m_name).value(), m_content.toStdString());
    }

    void backboneStandsForItsNewestFile() {
        isOneSentenceAfterProgress(run({"weights", "fetch", "resnext50_32x4d"}), 2,
                                   "not with 1a0047aa; it was removed");
        QVERIFY(m_server->requests().front().starts_with("GET /resnext50_32x4d-1a0047aa.pth "));
        QVERIFY(fs::is_empty(weights()));
    }

    void whatCannotBeFetchedIsOneSentence() {
        isOneSentence(run({"weights", "fetch", "resnet1"}), 2, "Choose one of resnext50_32x4d, resnet18");
        QVERIFY(m_server->requests().empty());
        m_server->setBehaviour({.refusal = 404});
        isOneSentence(run({"weights", "fetch", "resnet18"}), 2,
                      "resnet18-f37072fd.pth: the server does not have it (404)");
        m_server->setBehaviour({.refusal = 500});
        isOneSentence(run({"weights", "fetch", "resnet18"}), 1, "the server refuses it (500)");
        m_server.reset();
        isOneSentence(run({"weights", "fetch", "resnet18"}), 1, "the server cannot be reached");
        QCOMPARE(run({"weights"}).code, 2);
        QCOMPARE(run({"weights", "fetch"}).code, 2);
    }

    void cutDownloadIsGoneOnFrom() {
        m_server->setBehaviour({.content = m_content, .cutAfter = 150'000});
        isOneSentenceAfterProgress(run({"weights", "fetch", m_name}), 1,
                                   "the connection broke off after 150000 of 200000 bytes");
        m_server->setBehaviour({.content = m_content});
        QCOMPARE(run({"weights", "fetch", m_name}).code, 0);
        QVERIFY(m_server->requests().back().find("Range: bytes=150000-") != std::string::npos);
        QCOMPARE(readTextFile(weights() / m_name).value(), m_content.toStdString());
    }

    void interruptKeepsWhatCame() {
        m_server->setBehaviour({.content = m_content, .stallAfter = 150'000});
        QProcess process;
        process.start(QStringLiteral(FISSURE_CLI), arguments({"weights", "fetch", m_name}));
        const fs::path part = (weights() / m_name).string() + ".part";
        std::error_code error;
        QTRY_VERIFY_WITH_TIMEOUT(fs::file_size(part, error) == 150'000, 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(2'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("the download was stopped"));
        QCOMPARE(fs::file_size(part), std::uintmax_t(150'000));
        QVERIFY(!fs::exists(weights() / m_name));
    }

    void listTellsWhatIsHereAndMakesNothing() {
        const fs::path hub = root() / "torch" / "hub" / "checkpoints";
        fs::create_directories(hub);
        fs::create_directories(weights().parent_path());
        QVERIFY(writeFileAtomically(hub / "resnet18-f37072fd.pth", "x"));
        const Output json = run({"weights", "list", "--json"});
        QVERIFY2(json.code == 0, json.err.c_str());
        for (const Json& one : Json::parse(json.out)) {
            const bool isHere = one["backbone"] == "resnet18";
            QCOMPARE(one["origin"].get<std::string>(), std::string(isHere ? "hub_cache" : "server"));
            QCOMPARE(one["file"].is_null(), !isHere);
        }
        const Output text = run({"weights", "list"});
        QVERIFY(text.out.find("resnext50_32x4d-1a0047aa.pth") != std::string::npos);
        QVERIFY(text.out.find((hub / "resnet18-f37072fd.pth").string()) != std::string::npos);
        QVERIFY(fs::is_empty(weights().parent_path()));
        QVERIFY(m_server->requests().empty());
    }

private:
    static void isOneSentenceAfterProgress(const Output& output, int code, const std::string& words) {
        QCOMPARE(output.code, code);
        QCOMPARE(output.err.find("fissure-cli: "), output.err.rfind("fissure-cli: "));
        QVERIFY2(output.err.find(words) != std::string::npos, output.err.c_str());
        QVERIFY(output.out.empty());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_server;
    QByteArray m_content;
    std::string m_name;
};

QTEST_GUILESS_MAIN(tst_WeightsCommand)
#include "tst_WeightsCommand.moc"
