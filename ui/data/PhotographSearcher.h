#pragma once

#include "core/data/ProposalBuilder.h"
#include "core/data/SelectiveSearch.h"
#include "ui/common/Worker.h"
#include "ui/data/SourceLook.h"

#include <QImage>
#include <QObject>

#include <atomic>
#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace fissure::ui {

/// A photograph with its ground truth.
struct LoadedPhotograph {
    QImage picture; ///< at most PhotographSearcher::kPicturePx at its longer side
    ImageSize size; ///< of the file; boxes are in its pixels
    GroundTruth groundTruth;
};

/// Looks into the sources of a build, reads photographs and searches them for proposals, on a thread of its
/// own. What was found in a photograph is kept: paging back does not search again. Lives on the GUI thread;
/// only the answers to the latest request arrive, and a search that nobody waits for any more is stopped.
class PhotographSearcher final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPicturePx = 2048;

    explicit PhotographSearcher(QObject* parent = nullptr);
    ~PhotographSearcher() override;

    /// looked() follows.
    void look(const BuildRequest& request);
    /// A photograph of a look: loaded() follows, then searched(), or failed().
    void show(const SourceLook& look, std::size_t index, SearchMode mode);

Q_SIGNALS:
    void looked(const fissure::ui::SourceLook& look);
    void loaded(const fissure::ui::LoadedPhotograph& photograph);
    /// As selectiveSearch() gives them: the largest first.
    void searched(const std::vector<fissure::Box>& proposals);
    void failed(const fissure::Error& error);

private:
    class Desk;

    quint64 nextRequest();

    std::atomic<quint64> m_latest = 0;
    std::stop_source m_stop; ///< of the search of the latest request
    std::unique_ptr<Desk> m_desk;
    Worker m_worker;
};

} // namespace fissure::ui
