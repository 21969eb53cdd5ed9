#include "ui/common/SystemTheme.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace fissure::ui;

class tst_SystemTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// No bus of the machine the test runs on may answer.
    void initTestCase() {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void withoutABusThePaletteDecides() {
        QApplication::setPalette(lightPalette());
        QVERIFY(!SystemTheme().isDark());
        QApplication::setPalette(darkPalette());
        QVERIFY(SystemTheme().isDark());
    }

    void portalOverrulesThePalette() {
        QApplication::setPalette(lightPalette());
        SystemTheme theme;
        QSignalSpy changed(&theme, &SystemTheme::changed);
        theme.setColorScheme(1);
        QVERIFY(theme.isDark());
        QCOMPARE(changed.count(), 1);
        theme.setColorScheme(1);
        QCOMPARE(changed.count(), 1);
        theme.setColorScheme(2);
        QVERIFY(!theme.isDark());
        QCOMPARE(changed.count(), 2);
    }

    void desktopWithoutAPreferenceLeavesThePalette() {
        QApplication::setPalette(darkPalette());
        SystemTheme theme;
        theme.setColorScheme(2);
        QVERIFY(!theme.isDark());
        theme.setColorScheme(0);
        QVERIFY(theme.isDark());
    }
};

QTEST_MAIN(tst_SystemTheme)
#include "tst_SystemTheme.moc"
