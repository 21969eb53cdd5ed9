#include "tests/app/cli/ProgramRun.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <array>
#include <unistd.h>

using namespace fissure;
using Json = nlohmann::json;

/// The program in a pipe of which the reader has gone, as `head` goes once it has its lines.
class tst_ClosedPipe : public QObject {
    Q_OBJECT

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QStringList inWorkspace(const QStringList& arguments) const {
        return QStringList{QStringLiteral("--workspace"), path("workspace")} + arguments;
    }

    /// What it said elsewhere than on the stream, which nobody reads.
    test::Output runWithout(int stream, const QStringList& arguments) const {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) {
            qFatal("there is no pipe to be had");
        }
        ::close(ends[0]);
        QProcess process;
        process.setChildProcessModifier([stream, end = ends[1]] { ::dup2(end, stream); });
        process.start(QStringLiteral(FISSURE_CLI), inWorkspace(arguments));
        const bool isOver = process.waitForFinished(120'000);
        ::close(ends[1]);
        if (!isOver) {
            return {};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
    }

private Q_SLOTS:
    void trainingGoesOnWhereNobodyReadsItsProgress() {
        test::writeCrops(path("train").toStdString(), 16, 32, 1);
        test::writeCrops(path("valid").toStdString(), 8, 32, 50);
        QStringList arguments{QStringLiteral("train"), QStringLiteral("--train"), path("train"),
                              QStringLiteral("--valid"), path("valid")};
        for (const char* field :
             {"backbone=resnet18", "image_size=32", "threads=1", "batch_size=8", "epochs=2", "device=cpu"}) {
            arguments << QStringLiteral("--set") << QString::fromLatin1(field);
        }
        const test::Output trained = runWithout(STDERR_FILENO, arguments);
        QCOMPARE(trained.code, 0);
        QVERIFY(trained.out.find(": finished") != std::string::npos);
        const test::Output listed =
            test::runProgram(inWorkspace({QStringLiteral("runs"), QStringLiteral("--json")}));
        const Json runs = Json::parse(listed.out);
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs.at(0).at("status").get<std::string>(), std::string("finished"));
    }

    void whoStopsReadingAResultIsToldNothing() {
        const test::Output output = runWithout(STDOUT_FILENO, {QStringLiteral("fields")});
        QCOMPARE(output.code, 0);
        QCOMPARE(output.err, std::string());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ClosedPipe)
#include "tst_ClosedPipe.moc"
