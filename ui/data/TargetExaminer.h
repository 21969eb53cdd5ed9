#pragma once

#include "ui/common/Worker.h"
#include "ui/data/TargetLook.h"

#include <QObject>

#include <atomic>
#include <filesystem>

namespace fissure::ui {

/// Looks into the folder that a build is to fill, on a thread of its own, which no search of a photograph
/// holds up. Lives on the GUI thread; only the answer to the latest request arrives.
class TargetExaminer final : public QObject {
    Q_OBJECT

public:
    explicit TargetExaminer(QObject* parent = nullptr);

    /// As lookIntoTarget() takes them; examined() follows.
    void examine(const std::filesystem::path& out, const std::filesystem::path& images);

Q_SIGNALS:
    void examined(const fissure::ui::TargetLook& look);

private:
    std::atomic<quint64> m_latest = 0;
    Worker m_worker;
};

} // namespace fissure::ui
