#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace fissure::gui {

/// The program as a process of its own, without a screen.
class tst_Program : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_program = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
        m_program->setProcessEnvironment(environment);
    }

    void cleanup() {
        m_program->kill();
        m_program->waitForFinished();
    }

    void wrongUsageEndsWithTwo() {
        start({QStringLiteral("--theme"), QStringLiteral("mauve")});
        QVERIFY(m_program->waitForFinished());
        QCOMPARE(m_program->exitCode(), 2);
        QVERIFY(m_program->readAllStandardError().contains("mauve"));
    }

    void withoutADisplayTheTerminalIsAnswered_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("--workspace")
                              << QByteArray();
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QByteArray("fissure ")
                                 << QByteArray();
        QTest::newRow("wrong usage") << QStringList{QStringLiteral("--bogus")} << 2 << QByteArray()
                                     << QByteArray("bogus");
        QTest::newRow("window") << QStringList() << 1 << QByteArray() << QByteArray("There is no display");
    }

    void withoutADisplayTheTerminalIsAnswered() {
        QFETCH(QStringList, arguments);
        QProcessEnvironment environment = m_program->processEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
            environment.remove(QString::fromLatin1(name));
        }
        m_program->setProcessEnvironment(environment);
        start(arguments);
        QVERIFY(m_program->waitForFinished());
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QTEST(m_program->exitCode(), "code");
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const QByteArray standardOutput = m_program->readAllStandardOutput();
        const QByteArray standardError = m_program->readAllStandardError();
        QVERIFY2(standardOutput.contains(out) && standardOutput.isEmpty() == out.isEmpty(), standardOutput);
        QVERIFY2(standardError.contains(err) && standardError.isEmpty() == err.isEmpty(), standardError);
    }

    void unusableWorkspaceIsNamedOnTheTerminal() {
        const QString file = m_folder->filePath(QStringLiteral("file"));
        QFile blocker(file);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        start({QStringLiteral("--workspace"), file});
        QVERIFY(m_program->waitForFinished());
        QVERIFY(m_program->exitCode() == 1 || m_program->exitCode() == 2);
        QVERIFY(m_program->readAllStandardError().contains(file.toUtf8()));
    }

    void signalClosesTheWindowCleanly_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }

    void signalClosesTheWindowCleanly() {
        QFETCH(int, number);
        const QString workspace = m_folder->filePath(QStringLiteral("workspace"));
        start(
            {QStringLiteral("--workspace"), workspace, QStringLiteral("--page"), QStringLiteral("settings")});
        QVERIFY(m_program->waitForStarted());
        // Before its handlers are in place a signal ends the process at once.
        QTRY_VERIFY(isCatching(number));
        ::kill(static_cast<pid_t>(m_program->processId()), number);
        QVERIFY(m_program->waitForFinished());
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 0);
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("config/fissure/fissure.ini"))));
    }

private:
    void start(const QStringList& arguments) { m_program->start(QStringLiteral(FISSURE_PROGRAM), arguments); }

    /// Whether the process has a handler of its own for the signal, as the kernel says.
    bool isCatching(int number) const {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_program->processId()));
        if (!status.open(QIODevice::ReadOnly)) {
            return false;
        }
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("SigCgt:")) {
                const quint64 caught = line.mid(7).trimmed().toULongLong(nullptr, 16);
                return ((caught >> (number - 1)) & 1U) != 0;
            }
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_program;
};

} // namespace fissure::gui

QTEST_GUILESS_MAIN(fissure::gui::tst_Program)
#include "tst_Program.moc"
