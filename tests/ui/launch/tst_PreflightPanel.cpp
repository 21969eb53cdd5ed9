#include "ui/common/CoreText.h"
#include "ui/common/ElidedLabel.h"
#include "ui/launch/Preflight.h"
#include "ui/launch/PreflightPanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace fissure::ui {

namespace {

Finding findingOf(Severity severity, const char* code) {
    return {severity, code, std::string("It is about ") + code + ".", {}, 0};
}

RunConfig configOf() {
    RunConfig config;
    config.trainDir = "/data/train";
    config.validDir = "/data/valid";
    return config;
}

/// Holds the check up until the test lets it go on.
class Gate {
public:
    void open() {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = true;
        m_wake.notify_all();
    }

    /// False where it was stopped.
    bool pass(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        return m_wake.wait(lock, stop, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_isOpen = false;
};

} // namespace

/// The pre-flight and its panel, over a check that opens nothing.
class tst_PreflightPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gate = std::make_unique<Gate>();
        m_report = {};
        m_report.cropFindings = {findingOf(Severity::Warning, "same-pixels")};
        m_report.dryBatchFindings = {findingOf(Severity::Info, "dry-batch-skipped")};
        m_report.forecast.emplace();
        m_report.forecast->memoryBytes = 700'000'000;
        m_error.reset();
        m_options = {};
        m_preflight = std::make_unique<Preflight>([this](const RunConfig&, const PreflightOptions& options,
                                                         const std::stop_token& stop) -> Result<DeepReport> {
            m_options = options;
            options.onProgress({PreflightStage::TrainCrops, 3, 24});
            options.onFindings(m_report.cropFindings);
            if (!m_gate->pass(stop)) {
                return failure(ErrorCode::Stopped, "", "the check was stopped");
            }
            if (m_error) {
                return failure(*m_error);
            }
            return m_report;
        });
        m_panel = std::make_unique<PreflightPanel>(*m_preflight);
        m_panel->resize(800, 400);
        m_panel->show();
        m_preflight->setConfig(configOf());
    }

    void cleanup() {
        m_panel.reset();
        m_preflight.reset();
    }

    void errorsComeFirstAndStopTheStart() {
        m_preflight->setQuick({findingOf(Severity::Info, "class-balance"),
                               findingOf(Severity::Warning, "shared-source"),
                               findingOf(Severity::Error, "one-class")},
                              true);
        QCOMPARE(codes(), (QStringList{QStringLiteral("one-class"), QStringLiteral("shared-source"),
                                       QStringLiteral("class-balance")}));
        m_preflight->setAccepted(true);
        QCOMPARE(m_preflight->obstacle(), QStringLiteral("It is about one-class."));
    }

    void warningsHaveToBeAccepted() {
        m_preflight->setQuick({findingOf(Severity::Info, "class-balance")}, true);
        QVERIFY(m_preflight->obstacle().isEmpty());
        QVERIFY(!child<QCheckBox>("acceptWarnings").isVisible());
        m_preflight->setQuick({findingOf(Severity::Warning, "shared-source")}, true);
        auto& accept = child<QCheckBox>("acceptWarnings");
        QVERIFY(accept.isVisible());
        QVERIFY(!accept.isChecked());
        QVERIFY2(m_preflight->obstacle().startsWith(QStringLiteral("Accept the 1 warning")),
                 qPrintable(m_preflight->obstacle()));
        accept.click();
        QVERIFY(m_preflight->obstacle().isEmpty());
        RunRequest request;
        m_preflight->describe(request);
        QCOMPARE(request.accepted.codes, std::set<std::string>{"shared-source"});
        QVERIFY(!request.accepted.isOfAll);
        accept.click();
        QVERIFY(!m_preflight->obstacle().isEmpty());
    }

    void newWarningHasToBeAcceptedAnew() {
        m_preflight->setQuick({findingOf(Severity::Warning, "shared-source")}, true);
        m_preflight->setAccepted(true);
        m_preflight->setQuick({findingOf(Severity::Warning, "shared-source"),
                               findingOf(Severity::Warning, "sequential-sampler")},
                              true);
        QVERIFY(!m_preflight->isAccepted());
        QVERIFY(!child<QCheckBox>("acceptWarnings").isChecked());
        m_preflight->setAccepted(true);
        // An edit that leaves the folders alone keeps what was accepted; another folder does not.
        RunConfig config = configOf();
        config.epochs = 3;
        m_preflight->setConfig(config);
        QVERIFY(m_preflight->isAccepted());
        config.trainDir = "/data/other";
        m_preflight->setConfig(config);
        m_preflight->setQuick({findingOf(Severity::Warning, "shared-source")}, true);
        QVERIFY(!m_preflight->isAccepted());
    }

    void checkTellsWhatItFindsAsItGoes() {
        auto& button = child<QPushButton>("checkData");
        QVERIFY(!button.isEnabled()); // the folders were not read yet
        m_preflight->setQuick({}, true);
        QVERIFY(button.isEnabled());
        QCOMPARE(child<QLabel>("preflightState").text(), QStringLiteral("The crops were not opened yet."));
        button.click();
        QVERIFY(m_preflight->isBusy());
        QTRY_COMPARE(codes(), QStringList{QStringLiteral("same-pixels")});
        QTRY_COMPARE(child<ElidedLabel>("preflightStep").text(),
                     QStringLiteral("Opening training crops: 3 of 24"));
        QVERIFY(child<ElidedLabel>("preflightStep").isVisible());
        QVERIFY(!child<QLabel>("preflightState").isVisible());
        QCOMPARE(child<QProgressBar>("preflightProgress").value(), 3);
        QCOMPARE(button.text(), QStringLiteral("Cancel"));
        m_gate->open();
        QTRY_VERIFY(!m_preflight->isBusy());
        QCOMPARE(codes(), (QStringList{QStringLiteral("same-pixels"), QStringLiteral("dry-batch-skipped")}));
        QCOMPARE(m_preflight->forecast()->memoryBytes, std::int64_t(700'000'000));
        QCOMPARE(child<QLabel>("preflightState").text(), QStringLiteral("Every crop was opened."));
        QVERIFY(!child<QProgressBar>("preflightProgress").isVisible());
        QVERIFY(!child<ElidedLabel>("preflightStep").isVisible());
        m_preflight->setAccepted(true);
        RunRequest request;
        m_preflight->describe(request);
        QCOMPARE(request.findings.size(), std::size_t(3)); // with the forecast
        QCOMPARE(request.accepted.codes, std::set<std::string>{"same-pixels"});
    }

    void editsDropWhatNoLongerHolds() {
        check();
        RunConfig config = configOf();
        config.epochs = 3;
        m_preflight->setConfig(config);
        QVERIFY(m_preflight->forecast().has_value());
        config.batchSize = 5;
        m_preflight->setConfig(config);
        QVERIFY(!m_preflight->forecast());
        QCOMPARE(codes(), QStringList{QStringLiteral("same-pixels")});
        RunRequest request;
        m_preflight->describe(request);
        QCOMPARE(request.findings.size(), std::size_t(1));
        config.trainNegatives = 8;
        m_preflight->setConfig(config);
        QVERIFY(!m_preflight->isChecked());
        QCOMPARE(codes(), QStringList());
        // Back again: it was found out already.
        m_preflight->setConfig(configOf());
        QVERIFY(m_preflight->forecast().has_value());
    }

    void foldersThatWereBuiltAnewDropWhatWasFoundInThem() {
        const FolderContents contents{"3f", "a0"};
        m_preflight->setQuick({}, true, contents);
        m_gate->open();
        m_preflight->check();
        QTRY_VERIFY(!m_preflight->isBusy());
        m_preflight->setAccepted(true);
        // Looked at again, and nothing had changed.
        m_preflight->setQuick({}, true, contents);
        QVERIFY(m_preflight->isChecked());
        QVERIFY(m_preflight->isAccepted());
        m_preflight->setQuick({findingOf(Severity::Warning, "same-pixels")}, true, {"77", "a0"});
        QVERIFY(!m_preflight->isChecked());
        QVERIFY(!m_preflight->forecast());
        QVERIFY(m_preflight->awaitsAcceptance());
        RunRequest request;
        m_preflight->describe(request);
        QVERIFY(request.findings.empty());
        QVERIFY(request.accepted.codes.empty());
    }

    void cancelledCheckLeavesNothingBehind() {
        m_preflight->setQuick({}, true);
        child<QPushButton>("checkData").click();
        QTRY_COMPARE(codes(), QStringList{QStringLiteral("same-pixels")});
        child<QPushButton>("checkData").click();
        QVERIFY(m_preflight->isCancelling());
        QVERIFY(!child<QPushButton>("checkData").isEnabled());
        QTRY_VERIFY(!m_preflight->isBusy());
        QVERIFY(!m_preflight->isCancelling());
        QVERIFY(!m_preflight->isChecked());
        QCOMPARE(codes(), QStringList());
        QVERIFY(!m_preflight->failed());
        QVERIFY(child<QPushButton>("checkData").isEnabled());
    }

    void failedCheckIsSaid() {
        m_error = Error{ErrorCode::NotFound, "/data/train", "the folder does not exist", ""};
        m_preflight->setQuick({}, true);
        m_preflight->check();
        m_gate->open();
        QTRY_VERIFY(!m_preflight->isBusy());
        QVERIFY2(child<QLabel>("preflightState").text().contains(QStringLiteral("/data/train")),
                 qPrintable(child<QLabel>("preflightState").text()));
        m_preflight->setConfig(configOf());
        QVERIFY(!m_preflight->failed());
    }

    void nothingElseIsTrainedWhileARunTrains() {
        m_preflight->setTraining(true);
        check();
        QVERIFY(!m_options.hasDryBatch);
        QVERIFY2(child<QLabel>("preflightState").text().endsWith(QStringLiteral("since a run was training.")),
                 qPrintable(child<QLabel>("preflightState").text()));
        m_preflight->setTraining(false);
        m_preflight->setCache("/ws/cache");
        check();
        QVERIFY(m_options.hasDryBatch);
        QCOMPARE(child<QLabel>("preflightState").text(), QStringLiteral("Every crop was opened."));
        QCOMPARE(m_options.crops.cache, std::filesystem::path("/ws/cache"));
    }

    void startOfARunEndsTheCheck() {
        m_preflight->setQuick({}, true);
        m_preflight->check();
        m_preflight->setTraining(true);
        QTRY_VERIFY(!m_preflight->isBusy());
        QVERIFY(!m_preflight->isChecked());
    }

    void filesOfAFindingUnfold() {
        Finding finding = findingOf(Severity::Warning, "broken-crop");
        addExample(finding, {"a.1.0_1.0.jpg", "it is truncated"});
        finding.count = 12;
        m_preflight->setQuick({finding}, true);
        auto& fold = child<QToolButton>("findingFiles");
        QCOMPARE(fold.text(), QStringLiteral("12 case(s)"));
        const auto isShown = [this] {
            return std::ranges::any_of(m_panel->findChildren<QLabel*>(), [](const QLabel* label) {
                return label->isVisible() &&
                       label->text() == QStringLiteral("a.1.0_1.0.jpg: it is truncated\n"
                                                       "and 11 more");
            });
        };
        QTRY_VERIFY(fold.isVisible());
        QVERIFY(!isShown());
        fold.click();
        QVERIFY(isShown());
        // Nothing new was found: it stays unfolded.
        m_preflight->setQuick({finding}, true);
        QTRY_VERIFY(isShown());
    }

private:
    QStringList codes() const {
        QStringList codes;
        for (const Finding& finding : m_preflight->findings()) {
            codes.append(QString::fromStdString(finding.code));
        }
        return codes;
    }

    void check() {
        m_preflight->setQuick({}, true);
        m_gate->open();
        m_preflight->check();
        QTRY_VERIFY(!m_preflight->isBusy());
    }

    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QString::fromLatin1(name));
        if (found == nullptr) {
            qFatal("the panel lacks %s", name);
        }
        return *found;
    }

    std::unique_ptr<Gate> m_gate;
    DeepReport m_report;
    std::optional<Error> m_error;
    PreflightOptions m_options;
    std::unique_ptr<Preflight> m_preflight;
    std::unique_ptr<PreflightPanel> m_panel;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_PreflightPanel)

#include "tst_PreflightPanel.moc"
