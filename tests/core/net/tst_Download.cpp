#include "core/base/Files.h"
#include "core/net/Download.h"
#include "core/net/PartFile.h"
#include "tests/support/HttpServer.h"
#include "tests/support/SmallDisk.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <span>
#include <thread>
#include <vector>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

namespace {

/// Bytes that differ everywhere, so that none can stand for another.
QByteArray contentOf(int size) {
    QByteArray content(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : content) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = static_cast<char>(state >> 24);
    }
    return content;
}

} // namespace

class tst_Download : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("no_proxy", "127.0.0.1");
        m_content = contentOf(1'000'000);
        m_hash = sha256(m_content.toStdString());
    }

    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_temporary->path().toStdString()) / "wyżej ü" / "weights";
        m_server = std::make_unique<HttpServer>();
        m_behaviour = {.content = m_content};
        m_progress.clear();
    }

    void wholeFileComesWithItsProgress() {
        QVERIFY(fetch().has_value());
        isWholeAndAlone();
        QVERIFY(!m_progress.empty());
        QCOMPARE(m_progress.back().doneBytes, std::int64_t(1'000'000));
        QCOMPARE(m_progress.back().totalBytes.value(), std::int64_t(1'000'000));
        QCOMPARE(m_progress.back().fraction(), 1.0);
        QVERIFY(m_progress.back().bytesPerSecond > 0.0);
        QCOMPARE(m_progress.back().timeLeft()->count(), std::int64_t(0));
        QCOMPARE(m_server->requests().size(), std::size_t(1));
        QVERIFY(!asked().contains("Range"));
    }

    void cutConnectionIsGoneOnFrom_data() {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("with an ETag") << QByteArray("\"one\"");
        QTest::newRow("without one") << QByteArray();
    }
    void cutConnectionIsGoneOnFrom() {
        QFETCH(QByteArray, version);
        m_behaviour.version = version;
        m_behaviour.cutAfter = 300'000;
        isOneSentence(fetch(), ErrorCode::Unreachable, "broke off after 300000 of 1000000 bytes");
        QVERIFY(!fs::exists(file()));
        QCOMPARE(fs::file_size(part()), std::uintmax_t(300'000));

        m_behaviour.cutAfter = -1;
        m_progress.clear();
        QVERIFY(fetch().has_value());
        isWholeAndAlone();
        QVERIFY(asked().contains("Range: bytes=300000-"));
        QCOMPARE(asked().contains("If-Range: " + version + "\r\n"), !version.isEmpty());
        QVERIFY(m_progress.front().doneBytes > 300'000);
        QCOMPARE(m_progress.back().totalBytes.value(), std::int64_t(1'000'000));
    }

    void serverWithoutRangesSendsAllAgain() {
        leavePart(m_content.left(300'000), "\"one\"");
        m_behaviour.knowsRanges = false;
        QVERIFY(fetch().has_value());
        QVERIFY(asked().contains("Range: bytes=300000-"));
        isWholeAndAlone();
    }

    void partOfOtherContentIsBegunAnew() {
        leavePart(QByteArray(300'000, 'x'), "\"older\"");
        QVERIFY(fetch().has_value());
        QCOMPARE(m_server->requests().size(), std::size_t(1));
        isWholeAndAlone();
    }

    void partThatIsWholeIsTaken() {
        leavePart(m_content, "\"one\"");
        QVERIFY(fetch().has_value());
        QCOMPARE(m_server->requests().size(), std::size_t(1));
        isWholeAndAlone();
    }

    void partLongerThanTheFileIsBegunAnew() {
        leavePart(m_content + "more", "\"one\"");
        QVERIFY(fetch().has_value());
        QCOMPARE(m_server->requests().size(), std::size_t(2));
        isWholeAndAlone();
    }

    void wrongHashIsSaidAndTheFileRemoved() {
        m_behaviour.content[5] = static_cast<char>(m_behaviour.content[5] + 1);
        const auto outcome = fetch();
        isOneSentence(outcome, ErrorCode::Damaged, "and not with " + m_hash.substr(0, 8));
        QVERIFY(outcome.error().message().find("removed") != std::string::npos);
        QVERIFY(fs::is_empty(m_folder));
    }

    void fileThatStoodThereIsKeptUntilTheNewOneIsWhole() {
        fs::create_directories(m_folder);
        QVERIFY(writeFileAtomically(file(), "old"));
        m_behaviour.cutAfter = 10;
        QVERIFY(!fetch().has_value());
        QCOMPARE(readTextFile(file()).value(), std::string("old"));
        m_behaviour.cutAfter = -1;
        QVERIFY(fetch().has_value());
        isWholeAndAlone();
    }

    void refusalIsSaid_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << 404 << int(ErrorCode::NotFound)
                                   << QStringLiteral("the server does not have it (404)");
        QTest::newRow("forbidden") << 403 << int(ErrorCode::Unreachable)
                                   << QStringLiteral("the server refuses it (403)");
        QTest::newRow("overloaded") << 503 << int(ErrorCode::Unreachable)
                                    << QStringLiteral("the server refuses it (503)");
    }
    void refusalIsSaid() {
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(QString, words);
        m_behaviour.refusal = status;
        isOneSentence(fetch(), static_cast<ErrorCode>(code), words.toStdString());
        QVERIFY(fs::is_empty(m_folder));
    }

    void refusalKeepsThePart() {
        leavePart(m_content.left(300'000), "\"one\"");
        m_behaviour.refusal = 503;
        QVERIFY(!fetch().has_value());
        QCOMPARE(fs::file_size(part()), std::uintmax_t(300'000));
    }

    void redirectIsFollowed() {
        HttpServer other;
        other.setBehaviour({.content = m_content});
        m_behaviour.location = QByteArray::fromStdString(other.url() + "there");
        QVERIFY(fetch().has_value());
        isWholeAndAlone();
    }

    void redirectToAnotherProtocolIsNot() {
        m_behaviour.location = "ftp://127.0.0.1/there";
        isOneSentence(fetch(), ErrorCode::Unreachable, "the server leads on");
        QVERIFY(fs::is_empty(m_folder));
    }

    void silentServerIsGivenUp() {
        m_behaviour.stallAfter = 2'000;
        QElapsedTimer clock;
        clock.start();
        isOneSentence(fetch(std::chrono::seconds(1)), ErrorCode::Unreachable, "next to nothing for 1 s");
        QVERIFY(clock.elapsed() < 10'000);
        QCOMPARE(fs::file_size(part()), std::uintmax_t(2'000));
    }

    void stopActsAtOnceAndKeepsThePart_data() {
        QTest::addColumn<qint64>("stallAfter");
        QTest::newRow("before the first byte") << qint64(0);
        QTest::newRow("in the middle") << qint64(500'000);
    }
    void stopActsAtOnceAndKeepsThePart() {
        QFETCH(qint64, stallAfter);
        m_behaviour.stallAfter = stallAfter;
        std::stop_source source;
        qint64 waited = -1;
        std::jthread stopper([&] {
            while (m_server->requests().empty()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            QElapsedTimer clock;
            clock.start();
            source.request_stop();
            m_stopped.acquire();
            waited = clock.elapsed();
        });
        const auto outcome = fetch(std::chrono::seconds(60), source.get_token());
        m_stopped.release();
        stopper.join();
        isOneSentence(outcome, ErrorCode::Stopped, "the download was stopped");
        QVERIFY2(waited < 1'000, std::to_string(waited).c_str());
        QCOMPARE(fs::exists(part()), stallAfter > 0);
        QVERIFY(!fs::exists(file()));
    }

    void stopThatCameBeforeItDoesNotAsk() {
        std::stop_source source;
        source.request_stop();
        isOneSentence(fetch(std::chrono::seconds(60), source.get_token()), ErrorCode::Stopped, "stopped");
        QVERIFY(m_server->requests().empty());
    }

    void secondDownloadOfAFileIsRefused() {
        const auto held = PartFile::open(file());
        QVERIFY(held.has_value());
        isOneSentence(fetch(), ErrorCode::Busy, "another download of it is under way");
        QVERIFY(m_server->requests().empty());
    }

    void fullDiskKeepsWhatCame() {
        const SmallDisk disk(m_folder, 400'000);
        if (!disk.isThere()) {
            QSKIP("only root may have a file system of its own");
        }
        isOneSentence(fetch(), ErrorCode::Unwritable, "there is no space left on the disk");
        QVERIFY(!fs::exists(file()));
        QVERIFY(fs::file_size(part()) > 0);
        QVERIFY(disk.resize(3'000'000));
        QVERIFY(fetch().has_value());
        isWholeAndAlone();
    }

    void folderThatCannotBeMadeIsSaid() {
        QVERIFY(writeFileAtomically(m_temporary->filePath(QStringLiteral("plain")).toStdString(), "x"));
        m_folder = fs::path(m_temporary->path().toStdString()) / "plain" / "weights";
        isOneSentence(fetch(), ErrorCode::Unwritable, "cannot be written");
    }

    void serverThatIsNotThereIsSaid() {
        const std::string url = m_server->url();
        m_server.reset();
        const auto outcome =
            download({url + "x.pth", file(), m_hash.substr(0, 8)}, nullptr, std::stop_token());
        isOneSentence(outcome, ErrorCode::Unreachable, "the server cannot be reached");
        QVERIFY(fs::is_empty(m_folder));
    }

    void addressOfAnotherKindIsRefused() {
        for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/x", "", "x.pth"}) {
            const auto outcome = download({url, file(), m_hash}, nullptr, std::stop_token());
            isOneSentence(outcome, ErrorCode::WrongFormat, "neither https:// nor http://");
        }
    }

private:
    fs::path file() const { return m_folder / "network-12345678.pth"; }
    fs::path part() const { return file().string() + ".part"; }
    QByteArray asked() const { return QByteArray::fromStdString(m_server->requests().back()); }

    Result<void> fetch(std::chrono::seconds patience = std::chrono::seconds(20),
                       const std::stop_token& stop = {}) {
        m_server->setBehaviour(m_behaviour);
        return download(
            {m_server->url() + "network.pth", file(), m_hash.substr(0, 8), patience},
            [this](const DownloadProgress& progress) { m_progress.push_back(progress); }, stop);
    }

    void leavePart(const QByteArray& bytes, const std::string& version) const {
        auto left = PartFile::open(file());
        QVERIFY(left.has_value());
        QVERIFY(left->restart(version).has_value());
        QVERIFY(left->append(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))))
                    .has_value());
    }

    void isWholeAndAlone() const {
        QCOMPARE(readTextFile(file()).value(), m_content.toStdString());
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()),
                 std::ptrdiff_t(1));
    }

    static void isOneSentence(const Result<void>& outcome, ErrorCode code, const std::string& words) {
        QVERIFY(!outcome.has_value());
        const std::string message = outcome.error().message();
        QVERIFY2(message.find(words) != std::string::npos, message.c_str());
        QVERIFY2(outcome.error().code == code, message.c_str());
    }

    QByteArray m_content;
    std::string m_hash;
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    std::unique_ptr<HttpServer> m_server;
    HttpBehaviour m_behaviour;
    std::vector<DownloadProgress> m_progress;
    std::binary_semaphore m_stopped{0};
};

QTEST_GUILESS_MAIN(tst_Download)
#include "tst_Download.moc"
