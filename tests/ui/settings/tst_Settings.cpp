#include "ui/settings/Settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fissure::ui {

class tst_Settings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("deeper/fissure.ini"));
    }

    void missingFileReadsAsDefaults() {
        const Settings settings(m_file);
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.language(), QString());
        QVERIFY(settings.layoutState(QStringLiteral("window")).isEmpty());
        QVERIFY(settings.presets().isEmpty());
        QVERIFY(settings.queue(QStringLiteral("/work")).isEmpty());
        QVERIFY(!QFile::exists(m_file));
    }

    void valuesComeBackAtTheNextStart() {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::System}) {
            {
                Settings settings(m_file);
                settings.setTheme(theme);
                settings.setLanguage(QStringLiteral("pl"));
                settings.setLayoutState(QStringLiteral("page"), QByteArray("\0state", 6));
            }
            const Settings settings(m_file);
            QCOMPARE(settings.theme(), theme);
            QCOMPARE(settings.language(), QStringLiteral("pl"));
            QCOMPARE(settings.layoutState(QStringLiteral("page")), QByteArray("\0state", 6));
        }
    }

    void presetsAndQueuesComeBackAtTheNextStart() {
        const auto presets = QByteArrayLiteral("[{\"name\":\"1:2; \xc5\x82, \\\"x\\\"\"}]");
        {
            Settings settings(m_file);
            settings.setPresets(presets);
            settings.setQueue(QStringLiteral("/data/cracks"), QByteArrayLiteral("[1]"));
            settings.setQueue(QStringLiteral("/data/cracks/old & new"), QByteArrayLiteral("[2]"));
        }
        {
            Settings settings(m_file);
            QCOMPARE(settings.presets(), presets);
            QCOMPARE(settings.queue(QStringLiteral("/data/cracks")), QByteArrayLiteral("[1]"));
            QCOMPARE(settings.queue(QStringLiteral("/data/cracks/old & new")), QByteArrayLiteral("[2]"));
            QVERIFY(settings.queue(QStringLiteral("/data")).isEmpty());
            settings.setPresets({});
            settings.setQueue(QStringLiteral("/data/cracks"), {});
        }
        const Settings settings(m_file);
        QVERIFY(settings.presets().isEmpty());
        QVERIFY(settings.queue(QStringLiteral("/data/cracks")).isEmpty());
        QCOMPARE(settings.queue(QStringLiteral("/data/cracks/old & new")), QByteArrayLiteral("[2]"));
    }

    void damagedFileReadsAsDefaults() {
        const QString file = m_folder->filePath(QStringLiteral("broken.ini"));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("theme=mauve\n\x00\xff[[[\nlanguage");
        broken.close();
        QCOMPARE(Settings(file).theme(), ThemeChoice::System);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_Settings)
#include "tst_Settings.moc"
