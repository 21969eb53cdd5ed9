#include "ui/launch/PreviewScanner.h"

#include "core/data/Augmentation.h"
#include "core/data/FolderStamp.h"
#include "core/data/ImageFile.h"
#include "core/data/ProposalSelection.h"
#include "ui/common/ImageConvert.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace fissure::ui {

namespace {

namespace fs = std::filesystem;

/// A folder's names and description with the folder's own time, which changes when a file in it comes or
/// goes.
struct KeptFolder {
    FolderStamp stamp;
    Result<ProposalCheck> check;
};

/// The proposals to show: of either label in turn, drawn by the seed and the round.
std::vector<Proposal> chooseSamples(const std::vector<Proposal>& proposals, std::uint64_t seed,
                                    quint64 round) {
    std::vector<Proposal> byLabel[2];
    for (const Proposal& proposal : proposals) {
        byLabel[proposal.label == 1 ? 1 : 0].push_back(proposal);
    }
    Rng rng(deriveSeed(seed, "preview samples", round));
    std::vector<Proposal> chosen;
    for (int i = 0; i < 2 * PreviewScanner::kSamples && std::ssize(chosen) < PreviewScanner::kSamples; ++i) {
        auto& rest = byLabel[i % 2 == 0 ? 1 : 0];
        if (!rest.empty()) {
            const auto at = static_cast<std::ptrdiff_t>(uniformBelow(rng, rest.size()));
            chosen.push_back(rest[static_cast<std::size_t>(at)]);
            rest.erase(rest.begin() + at);
        }
    }
    return chosen;
}

} // namespace

/// What works on the scanner's thread.
class PreviewScanner::Desk final : public QObject {
public:
    explicit Desk(PreviewScanner& scanner) : m_scanner(scanner) {}

    void setCache(const fs::path& cache) { m_cache = cache; }

    void answer(quint64 request, const RunConfig& config, quint64 round) {
        if (isStale(request)) {
            return;
        }
        m_config = config;
        m_round = round;
        const ScannedFolder train = scan(config.trainDir);
        const ScannedFolder valid = isStale(request) ? std::nullopt : scan(config.validDir);
        if (isStale(request)) {
            return;
        }
        DataPreview preview = previewOf(config, train, valid, machineFacts(config));
        tell(request,
             [this, request, preview = std::move(preview)] { Q_EMIT m_scanner.scanned(request, preview); });
        std::vector<SampleCrop> samples =
            train && *train ? load(request, config, (*train)->index, round) : std::vector<SampleCrop>();
        tell(request, [this, request, samples = std::move(samples)] {
            m_scanner.endAnswer(request);
            Q_EMIT m_scanner.sampled(request, samples);
        });
    }

    void answerAnew(quint64 request) {
        if (hasChanged(m_config.trainDir) || hasChanged(m_config.validDir)) {
            tell(request, [this] { Q_EMIT m_scanner.outdated(); });
            answer(request, RunConfig(m_config), m_round);
        } else {
            tell(request, [this, request] { m_scanner.endAnswer(request); });
        }
    }

private:
    bool isStale(quint64 request) const { return request != m_scanner.m_latest; }

    /// Calls back on the GUI thread, unless a later request came meanwhile.
    template <class Callback>
    void tell(quint64 request, Callback callback) {
        QMetaObject::invokeMethod(
            &m_scanner,
            [this, request, callback = std::move(callback)] {
                if (!isStale(request)) {
                    callback();
                }
            },
            Qt::QueuedConnection);
    }

    /// Since its last scan.
    bool hasChanged(const std::string& folder) const {
        const auto stamp = folder.empty() ? std::nullopt : stampOfFolder(folder);
        const auto kept = m_folders.find(folder);
        return kept == m_folders.end() ? stamp.has_value() : stamp != kept->second.stamp;
    }

    ScannedFolder scan(const std::string& folder) {
        if (folder.empty()) {
            return std::nullopt;
        }
        const auto stamp = stampOfFolder(folder);
        const auto kept = m_folders.find(folder);
        if (stamp && kept != m_folders.end() && kept->second.stamp == *stamp) {
            return kept->second.check;
        }
        Result<ProposalCheck> check = inspectProposals(folder, m_cache);
        if (m_folders.size() >= kMaximumKept) {
            m_folders.clear();
        }
        if (stamp) {
            m_folders.insert_or_assign(folder, KeptFolder{*stamp, check});
        } else {
            m_folders.erase(folder);
        }
        return check;
    }

    std::vector<SampleCrop> load(quint64 request, const RunConfig& config, const ProposalIndex& index,
                                 quint64 round) {
        const auto selection = selectProposals(index, trainSelection(config));
        const auto seed = static_cast<std::uint64_t>(config.seed);
        const AugmentationSettings settings{config.brightness, config.flipProbability,
                                            config.rotationDegrees};
        std::vector<SampleCrop> samples;
        for (const Proposal& proposal : chooseSamples(selection.proposals, seed, round)) {
            if (isStale(request)) {
                break;
            }
            const auto crop = readImage(index.folder / proposal.file);
            if (!crop) {
                continue;
            }
            Rng rng(deriveSeed(seed, "preview augmentation", samples.size() + 1000 * round));
            const AugmentationDraw draw = drawAugmentation(settings, rng);
            const Image shown = augmented(*crop, static_cast<int>(config.imageSizePx), draw);
            samples.push_back(
                {toQImage(shown), proposal.label, proposal.iou, QString::fromStdString(proposal.file)});
        }
        return samples;
    }

    static constexpr std::size_t kMaximumKept = 6;

    PreviewScanner& m_scanner;
    fs::path m_cache;
    std::map<std::string, KeptFolder> m_folders;
    RunConfig m_config; ///< of the latest answer
    quint64 m_round = 0;
};

PreviewScanner::PreviewScanner(QObject* parent) : QObject(parent), m_desk(new Desk(*this)) {
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

PreviewScanner::~PreviewScanner() {
    ++m_latest;
    m_thread.quit();
    m_thread.wait();
}

void PreviewScanner::setCache(const fs::path& cache) {
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, cache] { desk->setCache(cache); }, Qt::QueuedConnection);
}

quint64 PreviewScanner::request(const RunConfig& config, quint64 round) {
    const quint64 number = ++m_latest;
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, number, config, round] { desk->answer(number, config, round); },
        Qt::QueuedConnection);
    return number;
}

void PreviewScanner::refresh() {
    m_refreshesNext = isBusy();
    if (m_latest == 0 || isBusy()) {
        return;
    }
    const quint64 number = ++m_latest;
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, number] { desk->answerAnew(number); }, Qt::QueuedConnection);
}

void PreviewScanner::endAnswer(quint64 request) {
    m_answered = request;
    if (m_refreshesNext) {
        refresh();
    }
}

} // namespace fissure::ui
