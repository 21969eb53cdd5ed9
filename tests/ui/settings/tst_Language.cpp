#include "core/config/ConfigFields.h"
#include "ui/settings/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

namespace fissure::ui {

class tst_Language : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageNamesItself() {
        QCOMPARE(languages().size(), std::size_t(2));
        QCOMPARE(languages()[1].code, QStringLiteral("pl"));
        QCOMPARE(languages()[1].name, QStringLiteral("Polski"));
    }

    void englishHasItsPlurals() {
        installLanguage(*QCoreApplication::instance(), QStringLiteral("en"));
        const auto text = [](int count) {
            return QCoreApplication::translate("fissure::ui::DatasetPreview", "%n rejected file(s)", nullptr,
                                               count);
        };
        QCOMPARE(text(1), QStringLiteral("1 rejected file"));
        QCOMPARE(text(3), QStringLiteral("3 rejected files"));
    }

    void languageWithoutATranslationFallsBackToEnglish() {
        installLanguage(*QCoreApplication::instance(), QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("fissure::ui::NavigationRail", "Settings"),
                 QStringLiteral("Settings"));
        QCOMPARE(QLocale().language(), QLocale::German);
    }

    /// The last one: a language is installed once and for all.
    void polishTranslatesWindowAndConfiguration() {
        installLanguage(*QCoreApplication::instance(), QStringLiteral("pl"));
        QCOMPARE(QLocale().language(), QLocale::Polish);
        QCOMPARE(QCoreApplication::translate("fissure::ui::NavigationRail", "Settings"),
                 QStringLiteral("Ustawienia"));
        for (const Field& field : configFields()) {
            QVERIFY2(QCoreApplication::translate("ConfigFields", field.help) != QString::fromUtf8(field.help),
                     field.key);
        }
        QCOMPARE(QCoreApplication::translate("core", "it does not exist"), QStringLiteral("nie istnieje"));
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_Language)
#include "tst_Language.moc"
