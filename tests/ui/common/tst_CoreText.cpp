#include "core/base/Error.h"
#include "ui/common/CoreText.h"
#include "ui/common/ErrorText.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

#include <cstring>

using namespace fissure;
using namespace fissure::ui;

namespace {

/// Knows two texts of core.
class TwoTexts final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override {
        if (std::strcmp(context, "core") != 0) {
            return {};
        }
        return std::strcmp(text, "it has only %1 bytes") == 0    ? QStringLiteral("ma tylko %1 bajtów")
               : std::strcmp(text, "it is empty (0 bytes)") == 0 ? QStringLiteral("jest pusty (0 bajtów)")
                                                                 : QString();
    }
};

} // namespace

class tst_CoreText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_translator)); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_translator); }

    void patternIsTranslatedAndValuesPutIn() {
        QCOMPARE(coreText(Text("core", "it has only %1 bytes").with(7)), QStringLiteral("ma tylko 7 bajtów"));
        QCOMPARE(coreText(Text("core", "it is strange: %1").with("żółw.jpg")),
                 QStringLiteral("it is strange: żółw.jpg"));
    }

    void storedTextIsTranslatedWhereItIsAWholePattern() {
        QCOMPARE(coreText(std::string("it is empty (0 bytes)")), QStringLiteral("jest pusty (0 bajtów)"));
        QCOMPARE(coreText(std::string("it has only 7 bytes")), QStringLiteral("it has only 7 bytes"));
    }

    void errorIsTranslatedToItsLastClause() {
        const Error error{ErrorCode::Damaged, "a.jpg", Text("core", "it has only %1 bytes").with(7),
                          Text("core", "it is empty (0 bytes)")};
        QCOMPARE(errorText(error),
                 QStringLiteral("a.jpg is damaged: ma tylko 7 bajtów. Jest pusty (0 bajtów)."));
    }

private:
    TwoTexts m_translator;
};

QTEST_GUILESS_MAIN(tst_CoreText)
#include "tst_CoreText.moc"
