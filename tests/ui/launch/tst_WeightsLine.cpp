#include "core/base/Files.h"
#include "tests/support/HttpServer.h"
#include "ui/launch/WeightsFetcher.h"
#include "ui/launch/WeightsLine.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace fissure::ui {

namespace fs = std::filesystem;
using test::HttpServer;

class tst_WeightsLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        qputenv("no_proxy", "127.0.0.1");
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpServer>();
        m_content = QByteArray(200'000, 'w');
        m_name = "network-" + sha256(m_content.toStdString()).substr(0, 8) + ".pth";
        m_fetcher = std::make_unique<WeightsFetcher>(WeightsSources{{root() / "hub"}, m_server->url()});
        m_fetcher->setFolder(root() / "weights");
        m_line = std::make_unique<WeightsLine>(*m_fetcher);
        m_line->show();
    }

    void cleanup() {
        m_line.reset();
        m_fetcher.reset();
    }

    void randomStartIsSaidAndWeightsAreOffered() {
        RunConfig config;
        m_line->setConfig(config);
        QVERIFY(child<QLabel>("randomWeights").isVisible());
        QVERIFY(child<QLabel>("randomWeights").text().contains(QStringLiteral("random")));
        QCOMPARE(button().text(), QStringLiteral("Download ImageNet weights (100 MB)"));
        config.backbone = Backbone::ResNet18;
        m_line->setConfig(config);
        QVERIFY(button().text().startsWith(QStringLiteral("Download ImageNet weights (47")));

        config.initialWeights = "/data/weights.safetensors";
        m_line->setConfig(config);
        QVERIFY(!child<QLabel>("randomWeights").isVisible());
        QVERIFY(!button().isVisible());
    }

    void weightsAtHandAreOfferedWithoutADownload() {
        fs::create_directories(root() / "hub");
        QVERIFY(writeFileAtomically(root() / "hub" / "resnext50_32x4d-1a0047aa.pth", "x"));
        m_line->setConfig({});
        QCOMPARE(button().text(), QStringLiteral("Use ImageNet weights"));
    }

    void failedDownloadIsSaidUntilTheNextOne() {
        m_server->setBehaviour({.refusal = 404});
        m_line->setConfig({});
        button().click();
        QCOMPARE(button().text(), QStringLiteral("Cancel"));
        QTRY_VERIFY(state().text().contains(QStringLiteral("the server does not have it (404)")));
        QVERIFY(button().text().startsWith(QStringLiteral("Download")));
        m_server->setBehaviour({.content = m_content, .stallAfter = 0});
        button().click();
        QVERIFY(state().text().isEmpty());
    }

    void downloadShowsItsProgressAndIsCancelled() {
        m_server->setBehaviour({.content = m_content, .stallAfter = 150'000});
        m_line->setConfig({});
        button().click();
        QVERIFY(child<QProgressBar>("weightsProgress").isVisible());
        QTRY_VERIFY(child<QProgressBar>("weightsProgress").value() > 0);
        QVERIFY(state().text().contains(QStringLiteral("downloaded")));
        button().click();
        QTRY_VERIFY(!m_fetcher->isBusy());
        QVERIFY(!child<QProgressBar>("weightsProgress").isVisible());
        QVERIFY(state().text().isEmpty());
        QVERIFY(fs::exists(root() / "weights" / "resnext50_32x4d-1a0047aa.pth.part"));
    }

    void fetchedFileIsTold() {
        m_server->setBehaviour({.content = m_content});
        QSignalSpy fetched(m_fetcher.get(), &WeightsFetcher::fetched);
        QSignalSpy chosen(m_line.get(), &WeightsLine::chosen);
        m_fetcher->fetch(m_name);
        QTRY_COMPARE(fetched.count(), 1);
        QCOMPARE(fetched[0][0].toString().toStdString(), (root() / "weights" / m_name).string());
        QCOMPARE(readTextFile(root() / "weights" / m_name).value(), m_content.toStdString());
        // It is not what the line offers for its backbone.
        QCOMPARE(chosen.count(), 0);
    }

    void windowThatClosesStopsTheDownload() {
        m_server->setBehaviour({.content = m_content, .stallAfter = 150'000});
        m_fetcher->fetch(m_name);
        QTRY_VERIFY(!m_server->requests().empty());
        m_line.reset();
        m_fetcher.reset();
        QVERIFY(!fs::exists(root() / "weights" / m_name));
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    template <class Widget>
    Widget& child(const char* name) const {
        return *m_line->findChild<Widget*>(QString::fromLatin1(name));
    }
    QPushButton& button() const { return child<QPushButton>("fetchWeights"); }
    QLabel& state() const { return child<QLabel>("weightsState"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_server;
    QByteArray m_content;
    std::string m_name;
    std::unique_ptr<WeightsFetcher> m_fetcher;
    std::unique_ptr<WeightsLine> m_line;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_WeightsLine)
#include "tst_WeightsLine.moc"
