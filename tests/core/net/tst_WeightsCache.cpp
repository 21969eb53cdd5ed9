#include "core/base/Files.h"
#include "core/net/WeightsCache.h"
#include "tests/support/HttpServer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

class tst_WeightsCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("no_proxy", "127.0.0.1");
        m_name = "network-" + sha256(kContent).substr(0, 8) + ".pth";
    }

    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_root = m_temporary->path().toStdString();
        m_server = std::make_unique<HttpServer>();
        m_server->setBehaviour({.content = QByteArray(kContent)});
    }

    void fileOfTheServerIsKeptInTheWorkspace() {
        QCOMPARE(cache().look(m_name).origin, WeightsOrigin::Server);
        QVERIFY(cache().look(m_name).file.empty());
        QCOMPARE(fetch().value(), WeightsOrigin::Server);
        QCOMPARE(fetch().value(), WeightsOrigin::Workspace);
        QCOMPARE(cache().look(m_name).file, m_root / "weights" / m_name);
        QCOMPARE(m_server->requests().size(), std::size_t(1));
        QVERIFY(m_server->requests().front().starts_with("GET /" + m_name + " HTTP/1.1"));
    }

    void hubCacheIsLookedIntoFirst() {
        keep(m_root / "first" / m_name, "something else of that name");
        keep(m_root / "drugi ę" / m_name, kContent);
        QCOMPARE(cache().look(m_name).origin, WeightsOrigin::HubCache);
        QCOMPARE(fetch().value(), WeightsOrigin::HubCache);
        QVERIFY(m_server->requests().empty());
        isThere();
    }

    void hubCacheOfOtherContentIsNotTaken() {
        keep(m_root / "first" / m_name, "cut of");
        QCOMPARE(fetch().value(), WeightsOrigin::Server);
        isThere();
    }

    void damagedFileInTheWorkspaceIsReplaced() {
        keep(m_root / "weights" / m_name, "cut of");
        QCOMPARE(fetch().value(), WeightsOrigin::Server);
        isThere();
    }

    void foldersOfTorchHubFollowTheEnvironment() {
        qputenv("TORCH_HOME", "/torch");
        qputenv("XDG_CACHE_HOME", "/xdg");
        qputenv("HOME", "/home/me");
        qunsetenv("FISSURE_WEIGHTS_URL");
        WeightsSources sources = WeightsSources::ofEnvironment();
        QCOMPARE(sources.hubCaches,
                 (std::vector<fs::path>{"/torch/hub/checkpoints", "/xdg/torch/hub/checkpoints",
                                        "/home/me/.cache/torch/hub/checkpoints"}));
        QCOMPARE(sources.server, std::string("https://download.pytorch.org/models/"));

        qunsetenv("TORCH_HOME");
        qputenv("XDG_CACHE_HOME", "/home/me/.cache");
        qputenv("FISSURE_WEIGHTS_URL", "http://mirror/models");
        sources = WeightsSources::ofEnvironment();
        QCOMPARE(sources.hubCaches, (std::vector<fs::path>{"/home/me/.cache/torch/hub/checkpoints"}));
        QCOMPARE(sources.server, std::string("http://mirror/models/"));
    }

private:
    static constexpr const char* kContent = "as if these were weights";

    WeightsCache cache() const {
        return {m_root / "weights",
                {{m_root / "none", m_root / "first", m_root / "drugi ę"}, m_server->url()}};
    }
    Result<WeightsOrigin> fetch() const { return cache().fetch(m_name, nullptr, std::stop_token()); }

    static void keep(const fs::path& file, const char* content) {
        fs::create_directories(file.parent_path());
        QVERIFY(writeFileAtomically(file, content));
    }

    void isThere() const {
        QCOMPARE(readTextFile(m_root / "weights" / m_name).value(), std::string(kContent));
    }

    std::string m_name;
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_root;
    std::unique_ptr<HttpServer> m_server;
};

QTEST_GUILESS_MAIN(tst_WeightsCache)
#include "tst_WeightsCache.moc"
