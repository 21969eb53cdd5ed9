#include "core/base/BuildInfo.h"
#include "ui/settings/Settings.h"
#include "ui/settings/SettingsPage.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace fissure::ui {

/// Takes the place of the file manager.
class UrlCatcher : public QObject {
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

class tst_SettingsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("fissure.ini")));
        m_settings->setTheme(ThemeChoice::Dark);
        m_page = std::make_unique<SettingsPage>(*m_settings, m_folder->path());
        m_page->resize(900, 640);
        m_page->show();
    }

    void chosenThemeIsStoredAndTold() {
        auto& theme = child<QComboBox>("themeChoice");
        QCOMPARE(theme.currentText(), QStringLiteral("Dark"));
        QSignalSpy chosen(m_page.get(), &SettingsPage::themeChosen);
        theme.setCurrentIndex(theme.findText(QStringLiteral("Light")));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<ThemeChoice>(), ThemeChoice::Light);
        QCOMPARE(m_settings->theme(), ThemeChoice::Light);
    }

    void languageIsStoredAndTakesEffectAtTheNextStart() {
        auto& language = child<QComboBox>("languageChoice");
        auto& hint = child<QLabel>("languageHint");
        QVERIFY(!hint.isVisible());
        language.setCurrentIndex(language.findText(QStringLiteral("Polski")));
        QCOMPARE(m_settings->language(), QStringLiteral("pl"));
        QVERIFY(hint.isVisible());
        language.setCurrentIndex(0);
        QCOMPARE(m_settings->language(), QString());
        QVERIFY(!hint.isVisible());
    }

    void workspaceIsNamedAndOpened() {
        QCOMPARE(child<QLabel>("workspacePath").text(), m_folder->path());
        UrlCatcher manager;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &manager, "open");
        child<QPushButton>("openWorkspace").click();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(manager.opened, QList<QUrl>{QUrl::fromLocalFile(m_folder->path())});
    }

    void versionIsShown() {
        QVERIFY(child<QLabel>("aboutVersion").text().contains(QString::fromUtf8(programVersion())));
        QVERIFY(child<QLabel>("aboutVersion").text().contains(QString::fromUtf8(buildCommit())));
    }

private:
    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_page->findChild<Widget*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SettingsPage> m_page;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_SettingsPage)
#include "tst_SettingsPage.moc"
