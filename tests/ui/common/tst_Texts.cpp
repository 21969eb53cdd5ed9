#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/RunText.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <limits>

using namespace fissure;
using namespace fissure::ui;
using namespace std::chrono_literals;

namespace {
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

QString spaced(QString text) {
    return text.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}
} // namespace

class tst_Texts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void lossesHaveFourDigits() {
        QCOMPARE(lossText(0.432149), QStringLiteral("0.4321"));
        QCOMPARE(lossText(0.0), QStringLiteral("0.0000"));
        QCOMPARE(lossText(2.5), QStringLiteral("2.5000"));
        QCOMPARE(lossText(12.3456), QStringLiteral("12.35"));
        QCOMPARE(lossText(1234.4), QStringLiteral("1,234"));
        QCOMPARE(lossText(0.00001234), QStringLiteral("1.23E-05"));
    }

    void fractionsAreWrittenInPercent() {
        QCOMPARE(spaced(percentText(0.934)), QStringLiteral("93.4 %"));
        QCOMPARE(spaced(percentText(1.0)), QStringLiteral("100.0 %"));
    }

    void ratesHaveThreeDigits() {
        QCOMPARE(scoreText(0.83333), QStringLiteral("0.833"));
        QCOMPARE(scoreText(1.0), QStringLiteral("1.000"));
        QCOMPARE(spaced(rateText(9.8412)), QStringLiteral("9.84 img/s"));
        QCOMPARE(spaced(rateText(37.26)), QStringLiteral("37.3 img/s"));
        QCOMPARE(spaced(rateText(6224.0)), QStringLiteral("6,224 img/s"));
    }

    void absentValuesAreADash() {
        QCOMPARE(lossText(kNan), QStringLiteral("–"));
        QCOMPARE(percentText(kNan), QStringLiteral("–"));
        QCOMPARE(scoreText(kNan), QStringLiteral("–"));
        QCOMPARE(rateText(std::numeric_limits<double>::infinity()), QStringLiteral("–"));
        QCOMPARE(durationText(std::nullopt), QStringLiteral("–"));
        QCOMPARE(timeText(std::nullopt), QStringLiteral("–"));
    }

    void durationsNameTheirTwoLargestUnits() {
        QCOMPARE(spaced(durationText(9400ms)), QStringLiteral("9.4 s"));
        QCOMPARE(spaced(durationText(9999ms)), QStringLiteral("10 s"));
        QCOMPARE(spaced(durationText(59'600ms)), QStringLiteral("1 min 00 s"));
        QCOMPARE(spaced(durationText(750s)), QStringLiteral("12 min 30 s"));
        QCOMPARE(spaced(durationText(64min)), QStringLiteral("1 h 04 min"));
        QCOMPARE(spaced(durationText(-5s)), QStringLiteral("0.0 s"));
    }

    void roughDurationsHaveOneUnitBelowAnHour() {
        using namespace std::chrono_literals;
        QCOMPARE(spaced(roughDurationText(200ms)), QStringLiteral("1 s"));
        QCOMPARE(spaced(roughDurationText(40'400ms)), QStringLiteral("40 s"));
        QCOMPARE(spaced(roughDurationText(80s)), QStringLiteral("1 min"));
        QCOMPARE(spaced(roughDurationText(59min + 20s)), QStringLiteral("59 min"));
        QCOMPARE(spaced(roughDurationText(59min + 40s)), QStringLiteral("1 h 00 min"));
        QCOMPARE(spaced(roughDurationText(184min)), QStringLiteral("3 h 04 min"));
    }

    void countsAreGroupedByTheLocale() {
        QCOMPARE(countText(37111), QStringLiteral("37,111"));
        QCOMPARE(bytesText(14'200'000), QStringLiteral("14.2 MB"));
        QCOMPARE(bytesText(360'000'000), QStringLiteral("360 MB"));
        QCOMPARE(bytesText(1'550'000'000), QStringLiteral("1.6 GB"));
    }

    void timesAreLocalAndSortAsText() {
        QCOMPARE(timeText(WallTime(1'772'373'909'000ms)), QStringLiteral("2026-03-01 14:05"));
    }

    void errorNamesSubjectCauseAndAdvice() {
        const Error error{ErrorCode::Damaged, "/data/a.jpg", "it is cut off after 10 of 20 bytes",
                          "copy it again"};
        QCOMPARE(
            errorText(error),
            QStringLiteral("/data/a.jpg is damaged: it is cut off after 10 of 20 bytes. Copy it again."));
    }

    void errorWithoutSubjectOrCauseIsStillASentence() {
        QCOMPARE(errorText({ErrorCode::Empty, "", "", ""}), QStringLiteral("There is nothing to work with."));
        QCOMPARE(errorText({ErrorCode::Busy, "", "run 3 is training", ""}),
                 QStringLiteral(
                     "Other work is in the way: run 3 is training. Wait until it is free and try again."));
    }

    void fieldKeysAreGivenByTheirTitles() {
        const QString text = errorText({ErrorCode::OutOfRange, "learning_rate", "-1 is below 0", ""});
        QCOMPARE(text, QStringLiteral("“Learning rate” is out of range: -1 is below 0."));
    }

    void sentenceBeginsWithACapitalUnlessWithAFile() {
        QVERIFY(errorText({ErrorCode::Busy, "run 7", "it trains", ""})
                    .startsWith(QStringLiteral("Run 7 is in use")));
        QVERIFY(errorText({ErrorCode::Damaged, "wall.jpg", "it is cut", ""})
                    .startsWith(QStringLiteral("wall.jpg is")));
    }

    void subjectsWithPercentSignsAreNotTakenForPlaceholders() {
        const QString text =
            errorText({ErrorCode::NotFound, "/data/50%1 wall", "no such folder", "choose another"});
        QCOMPARE(text, QStringLiteral("/data/50%1 wall cannot be found: no such folder. Choose another."));
    }

    void everyCodeHasItsOwnWords() {
        QSet<QString> with;
        QSet<QString> without;
        constexpr int kCodes = static_cast<int>(ErrorCode::Internal) + 1;
        for (int code = 0; code < kCodes; ++code) {
            with.insert(errorText({static_cast<ErrorCode>(code), "x", "y", "z"}));
            without.insert(errorText({static_cast<ErrorCode>(code), "", "y", "z"}));
        }
        QCOMPARE(with.size(), qsizetype{kCodes});
        QCOMPARE(without.size(), qsizetype{kCodes});
    }

    void everyStatusHasAName() {
        QSet<QString> names;
        constexpr int kStates = static_cast<int>(RunStatus::Interrupted) + 1;
        for (int status = 0; status < kStates; ++status) {
            names.insert(statusText(static_cast<RunStatus>(status)));
        }
        QCOMPARE(names.size(), qsizetype{kStates});
        QVERIFY(isLiving(RunStatus::Running));
        QVERIFY(!isLiving(RunStatus::Stopped));
    }

    void endOfARunIsToldFromWhatItDid() {
        RunConfig config;
        config.epochs = 8;
        config.patience = 3;
        QCOMPARE(endText(RunStatus::Finished, 8, config, "stored"),
                 QStringLiteral("all 8 epoch(s) are done"));
        QCOMPARE(endText(RunStatus::Finished, 5, config, "stored"),
                 QStringLiteral("stopped early after epoch 5: no lower loss in 3 epoch(s)"));
        QCOMPARE(endText(RunStatus::Stopped, 2, config, "stored"),
                 QStringLiteral("stopped by the user after 2 whole epoch(s)"));
        QCOMPARE(endText(RunStatus::Failed, 2, config, "no space left"), QStringLiteral("no space left"));
        QVERIFY(!endText(RunStatus::Interrupted, 2, config, "pid 1").isEmpty());
        QVERIFY(endText(RunStatus::Running, 2, config, "stored").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_Texts.moc"
