#include "core/metrics/Finding.h"

#include <QTest>

using namespace fissure;

namespace {

Finding findingOf(Severity severity, const char* code) {
    return {severity, code, Text("core", "Something is odd."), {}, 0};
}

} // namespace

class tst_Finding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severitiesHaveNames() {
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
            QCOMPARE(fromName<Severity>(nameOf(severity)), std::optional(severity));
        }
        QCOMPARE(nameOf(Severity::Warning), std::string_view("warning"));
        QVERIFY(!fromName<Severity>("fatal"));
    }

    void onlyTheFirstExamplesAreKeptAndAllAreCounted() {
        Finding finding = findingOf(Severity::Info, "odd");
        for (int i = 0; i < 25; ++i) {
            addExample(finding, {std::to_string(i), {}});
        }
        QCOMPARE(finding.count, std::int64_t(25));
        QCOMPARE(finding.examples.size(), kFindingExamples);
        QCOMPARE(finding.examples.back().file, std::string("9"));
    }

    void gravestComeFirstInTheirOrder() {
        std::vector<Finding> findings{findingOf(Severity::Info, "a"), findingOf(Severity::Warning, "b"),
                                      findingOf(Severity::Error, "c"), findingOf(Severity::Warning, "d")};
        QVERIFY(hasErrors(findings));
        sortBySeverity(findings);
        std::string codes;
        for (const Finding& finding : findings) {
            codes += finding.code;
        }
        QCOMPARE(codes, std::string("cbda"));
        findings.erase(findings.begin());
        QVERIFY(!hasErrors(findings));
    }

    void summaryNamesTheFirstFile() {
        Finding finding = findingOf(Severity::Warning, "odd");
        QCOMPARE(summaryOf(finding).str(), std::string("Something is odd."));
        addExample(finding, {"a.jpg", {}});
        QCOMPARE(summaryOf(finding).str(), std::string("Something is odd. Found: a.jpg."));
        addExample(finding, {"b.jpg", {}});
        QCOMPARE(summaryOf(finding).str(),
                 std::string("Something is odd. Found: 2, the first of them a.jpg."));
        finding.examples.clear();
        QCOMPARE(summaryOf(finding).str(), std::string("Something is odd. Found: 2."));
    }
};

QTEST_GUILESS_MAIN(tst_Finding)
#include "tst_Finding.moc"
