#pragma once

#include "ui/data/DatasetLibrary.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace fissure::ui {

class BandSamples;
class ElidedLabel;
class FoldButton;
class HistogramChart;

/// One data set in full: where it is, what it holds, how it was built and what was left out, what is wrong
/// with it, which runs used it, its IoU histogram and sample crops of each band.
class DatasetDetail final : public QWidget {
    Q_OBJECT

public:
    explicit DatasetDetail(QWidget* parent = nullptr);

    void setDataset(const Dataset& dataset, const QString& name);

Q_SIGNALS:
    void runsRequested();

private:
    QLabel* addFact(QGridLayout& grid, const char* name, const QString& title);
    QWidget* makeFacts();
    QWidget* makeRuns();
    QWidget* makeHistogram();
    QWidget* makeSamples();
    QWidget* makeSkipped();
    void fillFacts(const Dataset& dataset);
    void fillProblems(const Dataset& dataset);
    void fillRuns(const Dataset& dataset);
    void fillSkipped(const DatasetSummary* summary);

    std::shared_ptr<const Result<DatasetSummary>> m_shown; ///< so that the same crops are not loaded again
    std::vector<Finding> m_findings;                       ///< that are shown
    QLabel* m_name;
    ElidedLabel* m_folder;
    QVBoxLayout* m_problems;
    QLabel* m_photographs = nullptr;
    QLabel* m_proposals = nullptr;
    QLabel* m_threshold = nullptr;
    QLabel* m_recipe = nullptr;
    QLabel* m_ious = nullptr;
    QLabel* m_built = nullptr;
    QLabel* m_fingerprint = nullptr;
    QLabel* m_runs = nullptr;
    QPushButton* m_showRuns = nullptr;
    QWidget* m_histogramPart = nullptr;
    HistogramChart* m_histogram = nullptr;
    QWidget* m_samplesPart = nullptr;
    BandSamples* m_samples = nullptr;
    QWidget* m_skippedPart = nullptr;
    FoldButton* m_skippedFold = nullptr;
    QListWidget* m_skipped = nullptr;
};

} // namespace fissure::ui
