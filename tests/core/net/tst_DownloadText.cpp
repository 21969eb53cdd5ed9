#include "core/net/DownloadText.h"

#include <QTest>

#include <string>

using namespace fissure;

namespace {

const DownloadFigures kFigures{
    [](std::int64_t bytes) { return std::to_string(bytes) + " B"; },
    [](std::chrono::milliseconds duration) { return std::to_string(duration.count()) + " ms"; }};

} // namespace

class tst_DownloadText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsTold_data() {
        QTest::addColumn<DownloadProgress>("progress");
        QTest::addColumn<std::string>("text");
        QTest::newRow("under way") << DownloadProgress{40, 100, 20.0}
                                   << std::string("40 B of 100 B downloaded, 20 B/s, 3000 ms left");
        QTest::newRow("the server does not tell the whole")
            << DownloadProgress{40, std::nullopt, 20.0} << std::string("40 B downloaded, 20 B/s");
        QTest::newRow("nothing comes")
            << DownloadProgress{40, 100, 0.0} << std::string("40 B of 100 B downloaded, 0 B/s");
        QTest::newRow("done") << DownloadProgress{100, 100, 20.0}
                              << std::string("100 B of 100 B downloaded, 20 B/s");
    }
    void whatIsKnownIsTold() {
        QFETCH(DownloadProgress, progress);
        QFETCH(std::string, text);
        QCOMPARE(progressText(progress, kFigures).str(), text);
    }
};

QTEST_GUILESS_MAIN(tst_DownloadText)
#include "tst_DownloadText.moc"
