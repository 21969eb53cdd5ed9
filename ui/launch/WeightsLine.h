#pragma once

#include "core/config/RunConfig.h"
#include "core/net/Download.h"
#include "core/net/OfficialWeights.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace fissure::ui {

class WeightsFetcher;

/// Below the field of the initial weights as long as it is empty: says what a start from random weights costs
/// and offers the ImageNet weights of the backbone, with the progress of their download.
class WeightsLine final : public QWidget {
    Q_OBJECT

public:
    /// The fetcher must outlive the line.
    explicit WeightsLine(WeightsFetcher& fetcher, QWidget* parent = nullptr);

    void setConfig(const RunConfig& config);

Q_SIGNALS:
    /// The weights are there, and they are still those to offer.
    void chosen(const fissure::RunConfig& withWeights);

private:
    void refresh();
    void showProgress(const DownloadProgress& progress);
    void takeFile(const QString& file);
    /// Null where none are published for the backbone.
    const OfficialWeights* offered() const;
    QString offerText() const;

    WeightsFetcher& m_fetcher;
    RunConfig m_config;
    QString m_failure; ///< of the latest fetch
    QLabel* m_text;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_fetch;
};

} // namespace fissure::ui
