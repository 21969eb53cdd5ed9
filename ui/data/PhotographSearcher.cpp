#include "ui/data/PhotographSearcher.h"

#include "core/data/ImageFile.h"
#include "ui/common/ImageConvert.h"

#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <tuple>
#include <utility>

namespace fissure::ui {

namespace {

namespace fs = std::filesystem;

struct ReadPhotograph {
    Image image;
    GroundTruth groundTruth;
};

Result<ReadPhotograph> read(const PlannedImage& planned, const GroundTruthReader& reader) {
    auto image = readImage(planned.file);
    if (!image) {
        return failure(std::move(image.error()));
    }
    return reader.boxesOf(planned.file.filename(), {image->width, image->height})
        .map([&](GroundTruth&& groundTruth) {
            return ReadPhotograph{std::move(*image), std::move(groundTruth)};
        });
}

LoadedPhotograph toPhotograph(const ReadPhotograph& photograph) {
    QImage picture = toQImage(photograph.image);
    constexpr int kMost = PhotographSearcher::kPicturePx;
    if (picture.width() > kMost || picture.height() > kMost) {
        picture = picture.scaled(kMost, kMost, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {std::move(picture), {photograph.image.width, photograph.image.height}, photograph.groundTruth};
}

} // namespace

/// What works on the searcher's thread.
class PhotographSearcher::Desk final {
public:
    explicit Desk(PhotographSearcher& searcher) : m_searcher(searcher) {}

    void look(quint64 request, const BuildRequest& wanted) {
        if (!isStale(request)) {
            tell(request, [this, look = lookIntoSources(wanted)] { Q_EMIT m_searcher.looked(look); });
        }
    }

    /// Nothing may be thrown out of a thread's entry; a photograph of 64 megapixels needs memory.
    void show(quint64 request, const PlannedImage& planned, const GroundTruthReader& reader, SearchMode mode,
              const std::stop_token& stop) {
        try {
            if (const auto shown = showInSteps(request, planned, reader, mode, stop); !shown) {
                tell(request, [this, error = shown.error()] { Q_EMIT m_searcher.failed(error); });
            }
        } catch (const std::bad_alloc&) {
            tell(request, [this, file = planned.file.string()] {
                Q_EMIT m_searcher.failed({ErrorCode::OutOfMemory, file, {}, {}});
            });
        } catch (const std::exception& thrown) {
            tell(request, [this, error = unforeseen(thrown.what())] { Q_EMIT m_searcher.failed(error); });
        }
    }

private:
    /// File, its time and the mode of the search.
    using Key = std::tuple<fs::path, fs::file_time_type, SearchMode>;

    bool isStale(quint64 request) const { return request != m_searcher.m_latest; }

    /// Calls back on the GUI thread, unless a later request came meanwhile.
    template <class Callback>
    void tell(quint64 request, Callback callback) {
        m_searcher.m_worker.tell([this, request, callback = std::move(callback)] {
            if (!isStale(request)) {
                callback();
            }
        });
    }

    Result<void> showInSteps(quint64 request, const PlannedImage& planned, const GroundTruthReader& reader,
                             SearchMode mode, const std::stop_token& stop) {
        if (isStale(request)) {
            return {};
        }
        const auto photograph = read(planned, reader);
        if (!photograph) {
            return failure(photograph.error());
        }
        tell(request, [this, loaded = toPhotograph(*photograph)] { Q_EMIT m_searcher.loaded(loaded); });
        return search(planned.file, photograph->image, mode, stop)
            .map([&](const std::vector<Box>& proposals) {
                tell(request, [this, proposals] { Q_EMIT m_searcher.searched(proposals); });
            })
            .map_error([&](Error error) {
                error.subject = planned.file.string();
                return error;
            });
    }

    Result<std::vector<Box>> search(const fs::path& file, const Image& image, SearchMode mode,
                                    const std::stop_token& stop) {
        std::error_code error;
        const Key key(file, fs::last_write_time(file, error), mode);
        if (const auto kept = m_found.find(key); kept != m_found.end()) {
            return kept->second;
        }
        auto proposals = selectiveSearch(image, mode, stop);
        if (proposals) {
            if (m_found.size() >= kMaximumKept) {
                m_found.clear();
            }
            m_found.insert_or_assign(key, *proposals);
        }
        return proposals;
    }

    static constexpr std::size_t kMaximumKept = 500; // some ten kilobytes each

    PhotographSearcher& m_searcher;
    std::map<Key, std::vector<Box>> m_found;
};

PhotographSearcher::PhotographSearcher(QObject* parent)
    : QObject(parent)
    , m_desk(std::make_unique<Desk>(*this))
    , m_worker(*this) {}

PhotographSearcher::~PhotographSearcher() {
    nextRequest();
}

void PhotographSearcher::look(const BuildRequest& request) {
    m_worker.start([desk = m_desk.get(), number = nextRequest(), request] { desk->look(number, request); });
}

void PhotographSearcher::show(const SourceLook& look, std::size_t index, SearchMode mode) {
    const quint64 number = nextRequest();
    m_worker.start([desk = m_desk.get(), number, planned = look.images.at(index), reader = look.groundTruth,
                    mode, stop = m_stop.get_token()] { desk->show(number, planned, *reader, mode, stop); });
}

/// Its number. What was asked for before is not waited for any more.
quint64 PhotographSearcher::nextRequest() {
    m_stop.request_stop();
    m_stop = {};
    return ++m_latest;
}

} // namespace fissure::ui
