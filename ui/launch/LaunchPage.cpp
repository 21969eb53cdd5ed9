#include "ui/launch/LaunchPage.h"

#include "core/base/Files.h"
#include "core/config/ConfigJson.h"
#include "core/data/ProposalSelection.h"
#include "ui/common/Banner.h"
#include "ui/common/ErrorText.h"
#include "ui/common/FieldText.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecentPaths.h"
#include "ui/launch/ConfigForm.h"
#include "ui/launch/DatasetPreview.h"
#include "ui/launch/PresetMenu.h"
#include "ui/launch/StartBar.h"
#include "ui/launch/WeightsLine.h"

#include <QDataStream>
#include <QEvent>
#include <QFileDialog>
#include <QIODevice>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace fissure::ui {

namespace {

/// Long enough not to scan at every letter of a path.
constexpr std::chrono::milliseconds kScanDelay{250};
constexpr quint32 kStateMagic = 0x46494c31; // "FIL1"

} // namespace

LaunchPage::LaunchPage(RecentPaths& recent, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
    , m_preflight([](const RunConfig& config, const PreflightOptions& options, const std::stop_token& stop) {
        return deepCheck(config, options, stop);
    })
    , m_fetcher(WeightsSources::ofEnvironment())
    , m_banner(new Banner)
    , m_workspaceBanner(new Banner)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_form(new ConfigForm(m_recent))
    , m_dataset(new DatasetPreview(m_preflight))
    , m_weights(new WeightsLine(m_fetcher))
    , m_presetMenu(new PresetMenu(m_presets, this))
    , m_bar(new StartBar(*m_presetMenu)) {
    m_splitter->setObjectName(QStringLiteral("launchSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_dataset);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({480, 700});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_workspaceBanner);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_bar);
    wireBar();
    wirePresets();
    wireWeights();
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_form, &ConfigForm::focusSearch);

    m_scanDelay.setSingleShot(true);
    m_scanDelay.setInterval(kScanDelay);
    connect(&m_scanDelay, &QTimer::timeout, this, &LaunchPage::scan);
    connect(m_form, &ConfigForm::changed, this, &LaunchPage::takeConfig);
    connect(&m_preflight, &Preflight::changed, this, &LaunchPage::takePreflight);
    connect(&m_scanner, &PreviewScanner::outdated, this, [this] {
        m_previewConfig.reset(); // a start waits for the new one
        m_dataset->setBusy(true);
        refreshStart();
    });
    connect(&m_scanner, &PreviewScanner::scanned, this,
            [this](quint64, const DataPreview& preview) { takePreview(preview); });
    connect(&m_scanner, &PreviewScanner::sampled, this,
            [this](quint64, const std::vector<SampleCrop>& samples) { m_dataset->setSamples(samples); });
    connect(m_dataset, &DatasetPreview::otherSamplesRequested, this, [this] {
        ++m_sampleRound;
        scan();
    });
    takeConfig();
}

LaunchPage::~LaunchPage() = default;

RunRequest LaunchPage::request() const {
    return {m_form->config(), m_bar->name().toStdString(), m_bar->tags()};
}

QString LaunchPage::obstacle() const {
    if (!m_form->problems().empty()) {
        const FieldProblem& first = m_form->problems().front();
        return tr("%1: %2").arg(FieldText::title(*first.field), first.reason);
    }
    if (isPreviewCurrent()) {
        if (const auto error = obstacleOf(m_preview)) {
            return errorText(*error);
        }
        if (const QString reason = m_preflight.obstacle(); !reason.isEmpty()) {
            return reason;
        }
    }
    if (m_wish == Wish::Queue) {
        return tr("The run is queued as soon as the folders are read.");
    }
    if (m_isRunning) {
        return tr("A run is active. The next one can start when it has ended, or wait in the queue.");
    }
    if (!isPreviewCurrent()) {
        return m_wish == Wish::Start ? tr("The run starts as soon as the folders are read.")
                                     : tr("Looking into the folders…");
    }
    return {};
}

QByteArray LaunchPage::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << m_splitter->saveState() << m_recent.folders() << m_recent.files();
    return state;
}

void LaunchPage::setRequest(const RunRequest& request) {
    m_banner->clear();
    m_bar->setName(QString::fromStdString(request.name));
    m_bar->setTags(request.tags);
    m_form->setConfig(request.config);
}

void LaunchPage::useDataset(const std::string& folder, DatasetRole role) {
    m_banner->clear();
    const bool isTrain = role == DatasetRole::Train;
    RunConfig config;
    (isTrain ? config.trainDir : config.validDir) = folder;
    m_form->setFields(config, {findField(isTrain ? "train_dir" : "valid_dir")});
}

void LaunchPage::setRunning(bool running) {
    m_isRunning = running;
    m_preflight.setTraining(running);
    if (m_wish == Wish::Start) {
        m_wish = Wish::None;
    }
    refreshStart();
}

void LaunchPage::setHistory(const std::vector<RunSummary>& history) {
    m_history = history;
    if (m_previewConfig && estimate() != m_estimate) {
        showPreview();
    }
}

void LaunchPage::showError(const Error& error) {
    m_banner->showError(error);
}

void LaunchPage::showError(const QString& text) {
    m_banner->showError(text);
}

void LaunchPage::showWarning(const QString& text) {
    m_banner->showWarning(text);
}

void LaunchPage::showInfo(const QString& text) {
    m_banner->showInfo(text);
}

void LaunchPage::setWorkspaceError(const std::optional<Error>& error) {
    if (error) {
        m_workspaceBanner->showError(*error);
    } else {
        m_workspaceBanner->clear();
    }
}

bool LaunchPage::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray splitter;
    QStringList folders;
    QStringList files;
    stream >> magic >> splitter >> folders >> files;
    if (magic != kStateMagic || stream.status() != QDataStream::Ok || !m_splitter->restoreState(splitter)) {
        return false;
    }
    m_recent.restore(folders, files);
    return true;
}

bool LaunchPage::event(QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate) {
        lookAgain();
    }
    return QWidget::event(event);
}

QWidget* LaunchPage::makeHeader() {
    auto* header = new PageHeader(tr("New run"));
    auto* loadButton = new QPushButton(icon("folder-open"), tr("Load…"));
    loadButton->setObjectName(QStringLiteral("loadConfiguration"));
    loadButton->setToolTip(tr("Fill the form from a configuration file (JSON)"));
    auto* saveButton = new QPushButton(icon("save"), tr("Save…"));
    saveButton->setObjectName(QStringLiteral("saveConfiguration"));
    saveButton->setToolTip(tr("Write the form to a configuration file (JSON), also for the command line"));
    auto* resetButton = new QPushButton(icon("undo-2"), tr("Reset"));
    resetButton->setObjectName(QStringLiteral("resetConfiguration"));
    resetButton->setToolTip(tr("Set all fields but the folders back to their defaults"));
    header->addWidget(resetButton);
    header->addWidget(loadButton);
    header->addWidget(saveButton);
    connect(loadButton, &QPushButton::clicked, this, &LaunchPage::loadConfiguration);
    connect(saveButton, &QPushButton::clicked, this, &LaunchPage::saveConfiguration);
    connect(resetButton, &QPushButton::clicked, this, [this] {
        RunConfig config;
        config.trainDir = m_form->config().trainDir;
        config.validDir = m_form->config().validDir;
        m_form->setConfig(config);
    });
    return header;
}

void LaunchPage::wireBar() {
    connect(m_bar, &StartBar::startWanted, this, &LaunchPage::start);
    connect(m_bar, &StartBar::queueWanted, this, &LaunchPage::addToQueue);
    connect(m_bar, &StartBar::problemWanted, this, &LaunchPage::goToProblem);
    connect(m_bar, &StartBar::checkWanted, &m_preflight, &Preflight::check);
}

void LaunchPage::wirePresets() {
    connect(m_presetMenu, &PresetMenu::chosen, this, &LaunchPage::applyPreset);
    connect(m_presetMenu, &PresetMenu::saveChosen, this, &LaunchPage::askPresetName);
    connect(m_presetMenu, &PresetMenu::saveRequested, this, [this](const QString& name) {
        m_presets.save(name, m_form->config());
        m_banner->showInfo(tr("The preset “%1” was saved.").arg(name));
        Q_EMIT presetsChanged();
    });
    connect(m_presetMenu, &PresetMenu::deleteRequested, this, [this](const QString& name) {
        m_presets.remove(name);
        m_banner->showInfo(tr("The preset “%1” was deleted.").arg(name));
        Q_EMIT presetsChanged();
    });
}

void LaunchPage::wireWeights() {
    const Field* field = findField("initial_weights");
    m_form->setExtra(*field, *m_weights);
    connect(m_weights, &WeightsLine::chosen, m_form,
            [this, field](const RunConfig& config) { m_form->setFields(config, {field}); });
}

/// Folders may have been built or removed while the user was elsewhere.
void LaunchPage::lookAgain() {
    m_form->checkMissing();
    if (!m_scanDelay.isActive()) {
        m_scanner.refresh();
    }
}

void LaunchPage::takeConfig() {
    m_bar->setDefaultName(QString::fromStdString(defaultRunName(m_form->config())));
    m_wish = Wish::None;
    m_preflight.setConfig(m_form->config());
    m_weights->setConfig(m_form->config());
    m_dataset->setBusy(!m_form->config().trainDir.empty() && !isPreviewCurrent());
    m_scanDelay.start();
    refreshStart();
}

void LaunchPage::takePreview(const DataPreview& preview) {
    m_preview = preview;
    m_previewConfig = m_scannedConfig;
    showPreview();
    m_preflight.setQuick(preview.findings, isPreviewCurrent() && !obstacleOf(preview),
                         {preview.train.fingerprint, preview.valid.fingerprint});
    m_dataset->setBusy(!isPreviewCurrent());
    const Wish wish = std::exchange(m_wish, Wish::None);
    refreshStart();
    if (wish == Wish::Start && obstacle().isEmpty()) {
        start();
    } else if (wish == Wish::Queue && canQueue()) {
        addToQueue();
    }
}

void LaunchPage::showPreview() {
    m_estimate = estimate();
    m_dataset->setPreview(*m_previewConfig, m_preview, m_estimate);
}

void LaunchPage::takePreflight() {
    if (m_previewConfig && estimate() != m_estimate) {
        showPreview();
    }
    refreshStart();
}

RunEstimate LaunchPage::estimate() const {
    if (const auto forecast = m_preflight.forecast()) {
        return estimateOf(*forecast, m_previewConfig->epochs);
    }
    return estimateRun(*m_previewConfig, m_preview.machine, m_preview.train.used(), m_preview.valid.used(),
                       m_history);
}

bool LaunchPage::isPreviewCurrent() const {
    return m_previewConfig && takeSameProposals(*m_previewConfig, m_form->config());
}

bool LaunchPage::waitsForScanOnly() const {
    return !m_isRunning && m_form->problems().empty() && !isPreviewCurrent();
}

bool LaunchPage::canQueue() const {
    if (!m_form->problems().empty()) {
        return false;
    }
    return isPreviewCurrent() ? !obstacleOf(m_preview) && m_preflight.obstacle().isEmpty()
                              : m_wish != Wish::Queue;
}

bool LaunchPage::awaitsAcceptance() const {
    return isPreviewCurrent() && !obstacleOf(m_preview) && m_preflight.awaitsAcceptance();
}

void LaunchPage::scan() {
    m_scannedConfig = m_form->config();
    m_scanner.request(m_scannedConfig, m_sampleRound);
}

void LaunchPage::refreshStart() {
    const QString reason = obstacle();
    const bool isMendable = !m_form->problems().empty() || awaitsAcceptance();
    m_bar->setCanQueue(canQueue());
    m_bar->setCanStart(reason.isEmpty() || (waitsForScanOnly() && m_wish != Wish::Start));
    m_bar->setObstacle(reason, isMendable ? Leads::ToItsSubject : Leads::Nowhere);
    m_bar->setUnchecked(m_preflight.canCheck() && !m_preflight.isChecked());
}

void LaunchPage::wishFor(Wish wish) {
    m_wish = wish;
    if (m_scanDelay.isActive()) {
        m_scanDelay.stop();
        scan();
    }
    refreshStart();
}

void LaunchPage::start() {
    if (waitsForScanOnly()) {
        wishFor(Wish::Start);
    } else if (obstacle().isEmpty()) {
        Q_EMIT startRequested(takeRequest());
    } else {
        goToProblem();
    }
}

void LaunchPage::addToQueue() {
    if (!canQueue()) {
        goToProblem();
    } else if (isPreviewCurrent()) {
        Q_EMIT queueRequested(takeRequest());
    } else {
        wishFor(Wish::Queue);
    }
}

RunRequest LaunchPage::takeRequest() {
    m_banner->clear();
    RunRequest wanted = request();
    m_preflight.describe(wanted);
    m_recent.addFolder(QString::fromStdString(wanted.config.validDir));
    m_recent.addFolder(QString::fromStdString(wanted.config.trainDir));
    m_recent.addFile(QString::fromStdString(wanted.config.initialWeights));
    return wanted;
}

void LaunchPage::applyPreset(const QString& title, const PresetEffect& effect) {
    m_banner->clear();
    m_form->setFields(effect.config, effect.fields);
    if (!effect.unusable.isEmpty()) {
        m_banner->showWarning(
            tr("Some settings of the preset “%1” cannot be used by this version and were left out: %2.")
                .arg(title, effect.unusable.join(QStringLiteral(", "))));
    }
}

void LaunchPage::askPresetName() {
    const auto wrong = std::ranges::find_if(
        m_form->problems(), [](const FieldProblem& problem) { return Presets::holds(*problem.field); });
    if (wrong == m_form->problems().end()) {
        m_presetMenu->askName();
        return;
    }
    m_banner->showError(
        tr("A preset keeps right values only. %1: %2").arg(FieldText::title(*wrong->field), wrong->reason));
    m_form->focusField(*wrong->field);
}

void LaunchPage::goToProblem() {
    if (!m_form->problems().empty()) {
        m_form->focusField(*m_form->problems().front().field);
    } else if (awaitsAcceptance()) {
        m_dataset->goToAcceptance();
    }
}

void LaunchPage::loadConfiguration() {
    auto* dialog = new QFileDialog(this, tr("Load configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Configurations (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LaunchPage::load);
    dialog->open();
}

void LaunchPage::saveConfiguration() {
    auto* dialog = new QFileDialog(this, tr("Save configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Configurations (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LaunchPage::save);
    dialog->open();
}

void LaunchPage::load(const QString& file) {
    if (const auto config = readConfigFile(file.toStdString())) {
        m_banner->clear();
        m_form->setConfig(*config);
    } else {
        m_banner->showError(config.error());
    }
}

void LaunchPage::save(const QString& file) {
    if (const auto written = writeFileAtomically(file.toStdString(), toJson(m_form->config()) + '\n')) {
        m_banner->showInfo(tr("The configuration was written to %1.").arg(file));
    } else {
        m_banner->showError(written.error());
    }
}

} // namespace fissure::ui
