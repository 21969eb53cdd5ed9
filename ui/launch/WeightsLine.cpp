#include "ui/launch/WeightsLine.h"

#include "core/base/EnumNames.h"
#include "core/net/DownloadText.h"
#include "ui/common/CoreText.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/launch/WeightsFetcher.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>

namespace fissure::ui {

namespace {

constexpr int kProgressSteps = 1000;
constexpr qint64 kMegabyte = 1'000'000;

const DownloadFigures kFigures{
    [](std::int64_t bytes) -> Text { return bytesText(bytes).toStdString(); },
    [](std::chrono::milliseconds duration) -> Text { return roughDurationText(duration).toStdString(); }};

} // namespace

WeightsLine::WeightsLine(WeightsFetcher& fetcher, QWidget* parent)
    : QWidget(parent)
    , m_fetcher(fetcher)
    , m_text(new QLabel(tr("Without weights the run starts from random ones: it needs far more proposals and "
                           "epochs, and mostly ends worse, than from ImageNet weights.")))
    , m_state(new QLabel)
    , m_progress(new QProgressBar)
    , m_fetch(new QPushButton) {
    m_text->setObjectName(QStringLiteral("randomWeights"));
    m_state->setObjectName(QStringLiteral("weightsState"));
    for (QLabel* label : {m_text, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(QStringLiteral("weightsProgress"));
    m_progress->setAccessibleName(tr("Progress of the download"));
    m_progress->setRange(0, kProgressSteps);
    m_fetch->setObjectName(QStringLiteral("fetchWeights"));
    setFocusProxy(m_fetch);
    auto* row = new QHBoxLayout;
    row->addWidget(m_fetch);
    row->addWidget(m_progress, 1);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addLayout(row);
    layout->addWidget(m_state);
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        if (m_fetcher.isBusy()) {
            m_fetcher.cancel();
        } else if (const OfficialWeights* weights = offered()) {
            m_failure.clear();
            m_state->clear();
            m_progress->setValue(0);
            m_fetcher.fetch(std::string(weights->file));
        }
    });
    connect(&m_fetcher, &WeightsFetcher::changed, this, &WeightsLine::refresh);
    connect(&m_fetcher, &WeightsFetcher::progressed, this, &WeightsLine::showProgress);
    connect(&m_fetcher, &WeightsFetcher::fetched, this, &WeightsLine::takeFile);
    connect(&m_fetcher, &WeightsFetcher::failed, this, [this](const Error& error) {
        m_failure = errorText(error);
        refresh();
    });
    refresh();
}

void WeightsLine::setConfig(const RunConfig& config) {
    m_config = config;
    refresh();
}

void WeightsLine::refresh() {
    const bool isBusy = m_fetcher.isBusy();
    const QString offer = offerText();
    m_text->setVisible(m_config.initialWeights.empty());
    m_fetch->setVisible(isBusy || (m_config.initialWeights.empty() && !offer.isEmpty()));
    m_fetch->setText(isBusy ? tr("Cancel") : offer);
    m_fetch->setIcon(isBusy ? icon("x") : icon("download"));
    m_fetch->setEnabled(!m_fetcher.isCancelling());
    m_progress->setVisible(isBusy);
    if (!isBusy) {
        m_state->setText(m_failure);
    }
    m_state->setVisible(!m_state->text().isEmpty());
}

void WeightsLine::showProgress(const DownloadProgress& progress) {
    m_progress->setValue(static_cast<int>(std::lround(kProgressSteps * progress.fraction())));
    m_state->setText(coreText(progressText(progress, kFigures)));
    m_state->setVisible(m_fetcher.isBusy());
}

void WeightsLine::takeFile(const QString& file) {
    const OfficialWeights* weights = offered();
    if (m_config.initialWeights.empty() && weights != nullptr &&
        std::filesystem::path(file.toStdString()).filename() == weights->file) {
        RunConfig config = m_config;
        config.initialWeights = file.toStdString();
        Q_EMIT chosen(config);
    }
}

const OfficialWeights* WeightsLine::offered() const {
    return findOfficialWeights(nameOf(m_config.backbone));
}

/// Empty where nothing is offered.
QString WeightsLine::offerText() const {
    const OfficialWeights* weights = offered();
    if (weights == nullptr) {
        return {};
    }
    return m_fetcher.look(std::string(weights->file)).origin == WeightsOrigin::Server
               ? tr("Download ImageNet weights (%1)").arg(bytesText(weights->megabytes * kMegabyte))
               : tr("Use ImageNet weights");
}

} // namespace fissure::ui
