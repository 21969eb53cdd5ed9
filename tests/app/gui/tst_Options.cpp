#include "app/gui/Options.h"

#include <QTest>

namespace fissure::gui {

class tst_Options : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingGivenMeansTheDefaults() {
        const auto options = parse({});
        QVERIFY(options);
        QVERIFY(options->workspace.isEmpty());
        QVERIFY(options->configFile.isEmpty());
        QVERIFY(!options->theme);
        QCOMPARE(options->page, ui::Page::New);
    }

    void everyOptionIsRead() {
        const auto options =
            parse({"--workspace", "/w", "--config", "a.json", "--theme", "dark", "--page", "runs"});
        QVERIFY(options);
        QCOMPARE(options->workspace, QStringLiteral("/w"));
        QCOMPARE(options->configFile, QStringLiteral("a.json"));
        QCOMPARE(options->theme, std::optional(ui::ThemeChoice::Dark));
        QCOMPARE(options->page, ui::Page::Runs);
    }

    void everyPageHasAName() {
        const std::array<const char*, 6> names{"new", "live", "runs", "inspect", "data", "settings"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            QCOMPARE(parse({"--page", names[i]})->page, static_cast<ui::Page>(i));
        }
    }

    void wrongUsageIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")} << QStringLiteral("fast");
        QTest::newRow("unknown theme")
            << QStringList{QStringLiteral("--theme"), QStringLiteral("mauve")} << QStringLiteral("mauve");
        QTest::newRow("unknown page")
            << QStringList{QStringLiteral("--page"), QStringLiteral("models")} << QStringLiteral("models");
        QTest::newRow("missing value")
            << QStringList{QStringLiteral("--workspace")} << QStringLiteral("workspace");
        QTest::newRow("stray argument")
            << QStringList{QStringLiteral("photo.jpg")} << QStringLiteral("photo.jpg");
    }

    void wrongUsageIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const auto options = parseOptions(QStringList{QStringLiteral("fissure")} + arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().code, 2);
        QVERIFY2(options.error().text.contains(said), qPrintable(options.error().text));
    }

    void helpAndVersionEndWell() {
        const auto help = parse({"--help"});
        QCOMPARE(help.error().code, 0);
        QVERIFY(help.error().text.contains(QStringLiteral("--workspace")));
        QCOMPARE(parse({"--version"}).error().code, 0);
        QVERIFY(parse({"--version"}).error().text.startsWith(QStringLiteral("fissure ")));
    }

private:
    static tl::expected<Options, EarlyExit> parse(const std::vector<const char*>& arguments) {
        QStringList list{QStringLiteral("fissure")};
        for (const char* argument : arguments) {
            list << QString::fromLatin1(argument);
        }
        return parseOptions(list);
    }
};

} // namespace fissure::gui

QTEST_GUILESS_MAIN(fissure::gui::tst_Options)
#include "tst_Options.moc"
