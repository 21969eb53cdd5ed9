#include "core/session/Environment.h"

#include <QTest>

using namespace fissure;

class TestEnvironment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFactThatIsPromisedIsThere() {
        const EnvironmentFacts facts = describeEnvironment();
        for (const char* name : {"program", "commit", "compiler", "libtorch", "opencv", "sqlite", "cpu",
                                 "cpu_capability", "cores", "memory", "host", "gpu"}) {
            QVERIFY2(facts.contains(name) && !facts.at(name).empty(), name);
        }
    }

    void blasWarningNamesTheRemedy() {
        const auto warning = blasWarning(100'000.0);
        QVERIFY(warning.has_value());
        QVERIFY(warning->find("libopenblas0-pthread") != std::string::npos);
        QVERIFY(!blasWarning(0.0).has_value());
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_Environment.moc"
