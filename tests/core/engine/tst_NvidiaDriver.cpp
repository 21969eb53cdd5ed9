#include "core/engine/NvidiaDriver.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace fissure;
namespace fs = std::filesystem;

class TestNvidiaDriver final : public QObject {
    Q_OBJECT

private:
    static void writeText(const fs::path& file, const char* text) {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }

private Q_SLOTS:
    void gpusAreNamedAndCounted() {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        writeText(folder / "gpus/0000:01:00.0/information", "Model: \t\t NVIDIA T4\nIRQ:   \t\t 42\n");
        writeText(folder / "gpus/0000:02:00.0/information", "Model: \t\t NVIDIA T4\n");
        writeText(folder / "gpus/0000:03:00.0/information", "Model: \t\t NVIDIA H200\n");
        writeText(folder / "version",
                  "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19\n");
        QCOMPARE(nvidiaGpuNames(folder), std::string("NVIDIA H200, 2 x NVIDIA T4"));
        QCOMPARE(nvidiaDriverVersion(folder), std::string("535.104.05"));
    }

    void machineWithoutADriverHasNeither() {
        QCOMPARE(nvidiaGpuNames("/nowhere"), std::string());
        QCOMPARE(nvidiaDriverVersion("/nowhere"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestNvidiaDriver)
#include "tst_NvidiaDriver.moc"
