#include "core/base/SmallLetters.h"

#include <QTest>

using namespace fissure;

class tst_SmallLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void largeLettersBecomeSmall_data() {
        QTest::addColumn<QString>("text");
        // As Qt has it of letters that one letter stands for.
        QTest::newRow("ASCII") << QStringLiteral("Wall_7 [A-Z].JPG");
        QTest::newRow("German") << QStringLiteral("ÄÖÜäöüß×÷");
        QTest::newRow("Polish") << QStringLiteral("ZAŻÓŁĆ GĘŚLĄ JAŹŃ");
        QTest::newRow("Greek") << QStringLiteral("ΑΒΩαβω");
        QTest::newRow("Cyrillic") << QStringLiteral("СТЕНА Ёж Ґанок Ќ");
        QTest::newRow("other scripts") << QStringLiteral("壁ÿŸ");
        QString all;
        for (char16_t letter = 0x80; letter < 0x180; ++letter) {
            all += letter == 0x130 ? QChar(u' ') : QChar(letter);
        }
        QTest::newRow("all of Latin-1 and Latin Extended-A") << all;
        all.clear();
        for (char16_t letter = 0x391; letter < 0x530; ++letter) {
            // Beside the alphabets of today: symbols, Coptic, and a letter whose small one is elsewhere.
            const bool isRare = (letter >= 0x3CF && letter < 0x400) || (letter >= 0x4C0 && letter <= 0x4CF);
            all += isRare ? QChar(u' ') : QChar(letter);
        }
        QTest::newRow("all of Greek and Cyrillic") << all;
    }
    void largeLettersBecomeSmall() {
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(withSmallLetters(text.toStdString())), text.toLower());
    }

    void whatIsNoUtf8StaysAsItIs() {
        for (const std::string& text : {std::string("\xC3"), std::string("\xC3z"), std::string("\xFF\x80")}) {
            QCOMPARE(withSmallLetters(text), text);
        }
    }
};

QTEST_GUILESS_MAIN(tst_SmallLetters)
#include "tst_SmallLetters.moc"
