#pragma once

#include "core/base/Error.h"
#include "core/metrics/Mark.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace fissure::ui {

class RunLibrary;

/// The marks of one folder of proposals. A mark that is set shows at once and is written behind; where that
/// fails, the one before shows again. Marks that another program sets follow. GUI thread only.
class MarkBoard final : public QObject {
    Q_OBJECT

public:
    /// The library must outlive the board.
    explicit MarkBoard(RunLibrary& library, QObject* parent = nullptr);

    const Marks& marks() const { return m_shown; }

    void setFolder(const std::string& folder);
    /// No mark takes the crop's away.
    void setMark(const std::string& file, std::optional<Mark> mark);

Q_SIGNALS:
    void changed();
    /// A mark could not be written, or marks could not be read; the same reason is told once until they can.
    void failed(const fissure::Error& error);

private:
    struct Write {
        quint64 request = 0;
        std::string folder;
        std::string file;
        std::optional<Mark> mark;
    };

    void read();
    void onWritten(quint64 request);
    void onFailed(quint64 request, const Error& error);
    std::optional<Write> takePending(quint64 request);
    void apply(const Write& write, Marks& marks) const;
    void show();

    RunLibrary& m_library;
    std::string m_folder;
    Marks m_stored;               ///< as read last, with what was written since
    std::vector<Write> m_pending; ///< on their way, oldest first
    Marks m_shown;                ///< the stored ones under those on their way
    quint64 m_readRequest = 0;
    std::optional<Error> m_readError;
};

} // namespace fissure::ui
