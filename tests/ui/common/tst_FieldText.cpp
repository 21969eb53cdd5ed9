#include "ui/common/FieldText.h"

#include <QLocale>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;

namespace {

QString valueOf(const char* key, const FieldValue& value) {
    return FieldText::value(*findField(key), value).replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

} // namespace

class tst_FieldText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void numbersAreWrittenAsTheLocaleWritesThem() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(valueOf("learning_rate", 0.0001), QStringLiteral("0.0001"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(valueOf("learning_rate", 0.0001), QStringLiteral("0,0001"));
    }

    void valuesCarryTheirUnit() {
        QCOMPARE(valueOf("image_size", std::int64_t{224}), QStringLiteral("224 px"));
    }

    void valueThatStandsForSomethingSaysWhat() {
        QCOMPARE(valueOf("train_negatives", std::int64_t{0}), QStringLiteral("all"));
        QCOMPARE(valueOf("train_negatives", std::int64_t{800}), QStringLiteral("800"));
        QCOMPARE(valueOf("valid_dir", std::string()), QStringLiteral("no validation"));
        QCOMPARE(valueOf("valid_dir", std::string("/data/valid")), QStringLiteral("/data/valid"));
    }

    void missingPathWithoutAMeaningIsADash() {
        QCOMPARE(valueOf("train_dir", std::string()), QStringLiteral("–"));
    }
};

QTEST_APPLESS_MAIN(tst_FieldText)
#include "tst_FieldText.moc"
