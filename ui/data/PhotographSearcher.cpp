#include "ui/data/PhotographSearcher.h"

#include "core/data/ImageFile.h"
#include "ui/common/Guarded.h"
#include "ui/common/ImageConvert.h"

#include <filesystem>
#include <map>
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

    void look(quint64 number, const BuildRequest& wanted, GroundTruthPlace place) {
        if (number != m_searcher.m_latestLook) {
            return;
        }
        const auto look = guarded(wanted.images.string(),
                                  [&]() -> Result<SourceLook> { return m_searcher.m_look(wanted, place); });
        tell(m_searcher.m_latestLook, number, [this, answer = look ? *look : unseen(look.error())] {
            m_searcher.nextPhotograph();
            Q_EMIT m_searcher.looked(answer);
        });
    }

    void show(quint64 number, const PlannedImage& planned, const GroundTruthReader& reader, SearchMode mode,
              const std::stop_token& stop) {
        // A photograph of 64 megapixels needs memory.
        const auto shown =
            guarded(planned.file.string(), [&] { return showInSteps(number, planned, reader, mode, stop); });
        if (!shown) {
            tellOfPhotograph(number, [this, error = shown.error()] { Q_EMIT m_searcher.failed(error); });
        }
    }

private:
    /// File, its time and the mode of the search.
    using Key = std::tuple<fs::path, fs::file_time_type, SearchMode>;

    /// Of folders that could not be looked into.
    static SourceLook unseen(const Error& error) {
        SourceLook look;
        look.problems.push_back({SourceField::Images, error});
        return look;
    }

    /// Calls back on the GUI thread, unless a later request of the kind came meanwhile.
    template <class Callback>
    void tell(const std::atomic<quint64>& latest, quint64 number, Callback callback) {
        m_searcher.m_worker.tell([&latest, number, callback = std::move(callback)] {
            if (number == latest) {
                callback();
            }
        });
    }

    template <class Callback>
    void tellOfPhotograph(quint64 number, Callback callback) {
        tell(m_searcher.m_latestPhotograph, number, std::move(callback));
    }

    Result<void> showInSteps(quint64 number, const PlannedImage& planned, const GroundTruthReader& reader,
                             SearchMode mode, const std::stop_token& stop) {
        if (number != m_searcher.m_latestPhotograph) {
            return {};
        }
        const auto photograph = read(planned, reader);
        if (!photograph) {
            return failure(photograph.error());
        }
        tellOfPhotograph(number,
                         [this, loaded = toPhotograph(*photograph)] { Q_EMIT m_searcher.loaded(loaded); });
        return search(planned.file, photograph->image, mode, stop)
            .map([&](const std::vector<Box>& proposals) {
                tellOfPhotograph(number, [this, proposals] { Q_EMIT m_searcher.searched(proposals); });
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

PhotographSearcher::PhotographSearcher(QObject* parent, Look look)
    : QObject(parent)
    , m_look(std::move(look))
    , m_desk(std::make_unique<Desk>(*this))
    , m_worker(*this) {}

PhotographSearcher::~PhotographSearcher() {
    ++m_latestLook;
    nextPhotograph();
}

void PhotographSearcher::look(const BuildRequest& request, GroundTruthPlace place) {
    nextPhotograph();
    m_worker.start([desk = m_desk.get(), number = ++m_latestLook, request, place] {
        desk->look(number, request, place);
    });
}

void PhotographSearcher::show(const SourceLook& look, std::size_t index, SearchMode mode) {
    const quint64 number = nextPhotograph();
    m_worker.start([desk = m_desk.get(), number, planned = look.images.at(index), reader = look.groundTruth,
                    mode, stop = m_stop.get_token()] { desk->show(number, planned, *reader, mode, stop); });
}

/// Its number. That asked for before is not waited for any more.
quint64 PhotographSearcher::nextPhotograph() {
    m_stop.request_stop();
    m_stop = {};
    return ++m_latestPhotograph;
}

} // namespace fissure::ui
