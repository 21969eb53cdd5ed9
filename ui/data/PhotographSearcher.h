#pragma once

#include "core/data/ProposalBuilder.h"
#include "core/data/SelectiveSearch.h"
#include "ui/common/Worker.h"
#include "ui/data/SourceLook.h"

#include <QImage>
#include <QObject>

#include <atomic>
#include <cstddef>
#include <functional>
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
/// only the answers to the latest look and the latest photograph arrive, and a search that nobody waits for
/// any more is stopped. A photograph leaves a look alone; a look does away with the photograph asked for
/// before looked(), which is one of an earlier look.
class PhotographSearcher final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPicturePx = 2048;

    /// Called on the searcher's thread.
    using Look = std::function<SourceLook(const BuildRequest&, GroundTruthPlace)>;

    /// look: for tests, something else than a look into folders.
    explicit PhotographSearcher(QObject* parent = nullptr, Look look = &lookIntoSources);
    ~PhotographSearcher() override;

    /// looked() follows, whatever happens.
    void look(const BuildRequest& request, GroundTruthPlace place = GroundTruthPlace::AsRequested);
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

    quint64 nextPhotograph();

    const Look m_look;
    std::atomic<quint64> m_latestLook = 0;
    std::atomic<quint64> m_latestPhotograph = 0;
    std::stop_source m_stop; ///< of the search of the latest photograph
    std::unique_ptr<Desk> m_desk;
    Worker m_worker;
};

} // namespace fissure::ui
