#include "ui/launch/LaunchPage.h"

#include "core/base/Files.h"
#include "core/config/ConfigJson.h"
#include "core/data/ProposalSelection.h"
#include "ui/common/Banner.h"
#include "ui/common/ErrorText.h"
#include "ui/common/FieldText.h"
#include "ui/common/Icons.h"
#include "ui/common/LinkText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/Tags.h"
#include "ui/common/Theme.h"
#include "ui/launch/ConfigForm.h"
#include "ui/launch/DatasetPreview.h"
#include "ui/launch/PresetMenu.h"

#include <QDataStream>
#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QGridLayout>
#include <QIODevice>
#include <QLabel>
#include <QLineEdit>
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

LaunchPage::LaunchPage(QWidget* parent)
    : QWidget(parent)
    , m_preflight([](const RunConfig& config, const PreflightOptions& options, const std::stop_token& stop) {
        return deepCheck(config, options, stop);
    })
    , m_banner(new Banner)
    , m_workspaceBanner(new Banner)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_form(new ConfigForm(m_recent))
    , m_dataset(new DatasetPreview(m_preflight))
    , m_name(new QLineEdit)
    , m_tags(new QLineEdit)
    , m_obstacle(new QLabel)
    , m_presetMenu(new PresetMenu(m_presets, this))
    , m_queue(new QPushButton(icon("plus"), tr("Add to queue")))
    , m_start(new QPushButton(tr("Start run"))) {
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
    layout->addWidget(makeBottom());
    wirePresets();
    makeShortcuts();

    m_scanDelay.setSingleShot(true);
    m_scanDelay.setInterval(kScanDelay);
    connect(&m_scanDelay, &QTimer::timeout, this, &LaunchPage::scan);
    connect(m_form, &ConfigForm::changed, this, &LaunchPage::takeConfig);
    connect(&m_preflight, &Preflight::changed, this, &LaunchPage::takePreflight);
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
    return {m_form->config(), m_name->text().trimmed().toStdString(), splitTags(m_tags->text())};
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
    if (m_isRunning) {
        return tr("A run is active. The next one can start when it has ended, or wait in the queue.");
    }
    if (!isPreviewCurrent()) {
        return m_startWhenScanned ? tr("The run starts as soon as the folders are read.")
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
    m_name->setText(QString::fromStdString(request.name));
    m_tags->setText(joinTags(request.tags));
    m_form->setConfig(request.config);
}

void LaunchPage::useDataset(const std::string& folder, DatasetRole role) {
    m_banner->clear();
    RunConfig config = m_form->config();
    (role == DatasetRole::Train ? config.trainDir : config.validDir) = folder;
    m_form->setConfig(config);
}

void LaunchPage::setRunning(bool running) {
    m_isRunning = running;
    m_preflight.setTraining(running);
    m_startWhenScanned = false;
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

void LaunchPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshStart();
    }
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

QWidget* LaunchPage::makeBottom() {
    auto* bottom = new QWidget;
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    m_obstacle->setObjectName(QStringLiteral("startObstacle"));
    m_obstacle->setWordWrap(true);
    m_obstacle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_obstacle->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_obstacle->setContentsMargins(16, 0, 16, 0);
    // The line keeps its place when there is nothing to say, so that the form does not move.
    m_obstacle->setMinimumHeight(fontMetrics().height());
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(makeActions());
    layout->addWidget(m_obstacle);
    connect(m_obstacle, &QLabel::linkActivated, this, &LaunchPage::goToProblem);
    return bottom;
}

QLayout* LaunchPage::makeActions() {
    m_name->setObjectName(QStringLiteral("runName"));
    m_tags->setObjectName(QStringLiteral("runTags"));
    m_tags->setPlaceholderText(tr("comma-separated"));
    m_name->setMinimumWidth(120);
    m_tags->setMinimumWidth(90);
    auto* nameLabel = new QLabel(tr("&Name"));
    nameLabel->setBuddy(m_name);
    auto* tagsLabel = new QLabel(tr("&Tags"));
    tagsLabel->setBuddy(m_tags);
    auto* presetsButton = new QPushButton(icon("layers"), tr("Presets"));
    presetsButton->setObjectName(QStringLiteral("presets"));
    presetsButton->setToolTip(tr("Fill the form from a preset, or keep what it holds as one"));
    presetsButton->setMenu(m_presetMenu);
    m_queue->setObjectName(QStringLiteral("addToQueue"));
    m_start->setObjectName(QStringLiteral("startRun"));
    m_start->setIcon(icon("play", Meaning::OnPrimary));
    makePrimary(*m_start);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 10, 16, 4);
    row->setSpacing(8);
    row->addWidget(nameLabel);
    row->addWidget(m_name, 2);
    row->addSpacing(8);
    row->addWidget(tagsLabel);
    row->addWidget(m_tags, 1);
    row->addSpacing(8);
    row->addWidget(presetsButton);
    row->addWidget(m_queue);
    row->addWidget(m_start);
    connect(m_queue, &QPushButton::clicked, this, &LaunchPage::addToQueue);
    connect(m_start, &QPushButton::clicked, this, &LaunchPage::start);
    return row;
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

void LaunchPage::makeShortcuts() {
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_form, &ConfigForm::focusSearch);
    auto* startNow = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(startNow, &QShortcut::activated, this, &LaunchPage::start);
    m_start->setToolTip(tr("Start run (%1)").arg(startNow->key().toString(QKeySequence::NativeText)));
    auto* startLater = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), this);
    connect(startLater, &QShortcut::activated, this, &LaunchPage::addToQueue);
    m_queue->setToolTip(tr("Train this run when those before it have ended (%1)")
                            .arg(startLater->key().toString(QKeySequence::NativeText)));
}

void LaunchPage::takeConfig() {
    m_name->setPlaceholderText(QString::fromStdString(defaultRunName(m_form->config())));
    m_startWhenScanned = false;
    m_preflight.setConfig(m_form->config());
    m_dataset->setBusy(!m_form->config().trainDir.empty() && !isPreviewCurrent());
    m_scanDelay.start();
    refreshStart();
}

void LaunchPage::takePreview(const DataPreview& preview) {
    m_preview = preview;
    m_previewConfig = m_scannedConfig;
    showPreview();
    m_preflight.setQuick(preview.findings, isPreviewCurrent() && !obstacleOf(preview));
    m_dataset->setBusy(!isPreviewCurrent());
    const bool starts = std::exchange(m_startWhenScanned, false);
    refreshStart();
    if (starts && obstacle().isEmpty()) {
        start();
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
    // Folders that are still being read are judged when the run's turn comes.
    return m_form->problems().empty() &&
           (!isPreviewCurrent() || (!obstacleOf(m_preview) && m_preflight.obstacle().isEmpty()));
}

void LaunchPage::scan() {
    m_scannedConfig = m_form->config();
    m_scanner.request(m_scannedConfig, m_sampleRound);
}

void LaunchPage::refreshStart() {
    const QString reason = obstacle();
    const bool isField = !m_form->problems().empty();
    m_queue->setEnabled(canQueue());
    m_start->setEnabled(reason.isEmpty() || (waitsForScanOnly() && !m_startWhenScanned));
    setSentence(*m_obstacle, reason, isField ? Leads::ToItsSubject : Leads::Nowhere);
}

void LaunchPage::start() {
    if (waitsForScanOnly()) {
        m_startWhenScanned = true;
        if (m_scanDelay.isActive()) {
            m_scanDelay.stop();
            scan();
        }
        refreshStart();
        return;
    }
    if (!obstacle().isEmpty()) {
        goToProblem();
        return;
    }
    Q_EMIT startRequested(takeRequest());
}

void LaunchPage::addToQueue() {
    if (canQueue()) {
        Q_EMIT queueRequested(takeRequest());
    } else {
        goToProblem();
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
