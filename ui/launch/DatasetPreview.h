#pragma once

#include "core/session/RunEstimate.h"
#include "ui/launch/DataPreview.h"
#include "ui/launch/PreviewScanner.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QListWidget;
class QScrollArea;
class QStackedLayout;

namespace fissure::ui {

class FoldButton;
class HistogramChart;
class Preflight;
class PreflightPanel;
class SampleStrip;

/// What a configuration means: counts by label, memory and time, the pre-flight, IoU histograms, sample crops
/// and the files left out.
class DatasetPreview final : public QWidget {
    Q_OBJECT

public:
    /// The pre-flight must outlive it.
    explicit DatasetPreview(Preflight& preflight, QWidget* parent = nullptr);

    void setPreview(const RunConfig& config, const DataPreview& preview, const RunEstimate& estimate);
    void setSamples(const std::vector<SampleCrop>& samples);
    /// Shows what is there already as being looked at again.
    void setBusy(bool busy);
    /// Scrolls to the box that accepts the warnings and gives it the keyboard.
    void goToAcceptance();

Q_SIGNALS:
    void otherSamplesRequested();

private:
    struct SplitRow {
        QLabel* crack;
        QLabel* noCrack;
        QLabel* share;
        QLabel* unused;
        QLabel* rejected;
    };

    QWidget* makeBody();
    QWidget* makeCounts();
    QWidget* makeHistograms();
    QWidget* makeSamples();
    QWidget* makeRejected();
    void fillRow(const SplitRow& row, const SplitPreview& split);
    void fillHistograms(const RunConfig& config, const DataPreview& preview);
    void fillFacts(const RunConfig& config, const DataPreview& preview, const RunEstimate& estimate);
    static QString needsText(const RunEstimate& estimate);
    void fillRejected(const DataPreview& preview);

    QStackedLayout* m_stack;
    QScrollArea* m_scroll;
    QLabel* m_state;
    PreflightPanel* m_preflight;
    std::array<SplitRow, 2> m_rows{}; ///< training, validation
    QLabel* m_facts;
    std::array<HistogramChart*, 2> m_histograms{};
    SampleStrip* m_samples;
    QWidget* m_rejectedPart;
    FoldButton* m_rejectedFold;
    QListWidget* m_rejectedList;
};

} // namespace fissure::ui
