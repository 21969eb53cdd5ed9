#pragma once

#include "ui/run/RunLibrary.h"

#include <QObject>

#include <optional>
#include <vector>

namespace fissure::ui {

/// Reads the whole records of the chosen runs, and those that change again. GUI thread only.
class FollowedRuns final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 8;

    /// The library must outlive it.
    explicit FollowedRuns(RunLibrary& library, QObject* parent = nullptr);

    /// At most kMost are followed, the first ones.
    void follow(const std::vector<RunId>& runs);

Q_SIGNALS:
    /// All followed runs, in the order of follow(); again whenever one was read anew.
    void loaded(const std::vector<fissure::RunRecord>& runs);
    void failed(const fissure::Error& error);

private:
    struct Followed {
        RunId run;
        std::optional<RunSummary> asked; ///< as the library had it when the record was asked for
        std::optional<RunRecord> record;
        quint64 request = 0; ///< 0: none is under way
    };

    void refresh();
    Followed* requested(quint64 request);
    void take(quint64 request, const RunRecord& run);
    void giveUp(quint64 request, const Error& error);
    void readMissing();
    void tellIfComplete();

    RunLibrary& m_library;
    std::vector<Followed> m_followed;
};

} // namespace fissure::ui
