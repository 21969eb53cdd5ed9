#pragma once

#include "ui/launch/DataPreview.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <atomic>
#include <filesystem>
#include <vector>

namespace fissure::ui {

/// A training crop as one epoch might show it to the network.
struct SampleCrop {
    QImage image;
    int label = 0;
    double iou = 0.0;
    QString file;
};

/// Looks into the folders of a configuration on a thread of its own. Folders are scanned once and again when
/// what their scan goes by has changed. Lives on the GUI thread; only the answers to the latest request
/// arrive.
class PreviewScanner final : public QObject {
    Q_OBJECT

public:
    static constexpr int kSamples = 8;

    explicit PreviewScanner(QObject* parent = nullptr);
    ~PreviewScanner() override;

    /// Where indexes of folders are kept from one start of the program to the next; see scanProposals().
    void setCache(const std::filesystem::path& cache);

    /// round chooses other samples; the same round gives the same ones.
    quint64 request(const RunConfig& config, quint64 round = 0);
    /// Answers the latest request once more where its folders have changed on disk since; costs next to
    /// nothing where they have not. While it is busy, when that is over.
    void refresh();
    bool isBusy() const { return m_answered != m_latest.load(); }

Q_SIGNALS:
    /// A refresh found the folders changed: the answer before no longer holds, scanned() follows.
    void outdated();
    void scanned(quint64 request, const fissure::ui::DataPreview& preview);
    /// Follows scanned(); crack and no crack take turns, fewer than kSamples where there are not enough.
    void sampled(quint64 request, const std::vector<fissure::ui::SampleCrop>& samples);

private:
    class Desk;

    void endAnswer(quint64 request);

    QThread m_thread;
    Desk* m_desk; ///< lives on m_thread and goes with it
    std::atomic<quint64> m_latest = 0;
    quint64 m_answered = 0;
    bool m_refreshesNext = false; ///< once it is no longer busy
};

} // namespace fissure::ui
