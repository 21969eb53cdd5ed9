#include "ui/data/TargetExaminer.h"

#include "ui/common/Guarded.h"

namespace fissure::ui {

namespace fs = std::filesystem;

namespace {

TargetLook examineSafely(const fs::path& out, const fs::path& images) {
    const auto look =
        guarded(out.string(), [&]() -> Result<TargetLook> { return lookIntoTarget(out, images); });
    return look ? *look : TargetLook{look.error(), false, {}};
}

} // namespace

TargetExaminer::TargetExaminer(QObject* parent) : QObject(parent), m_worker(*this) {}

void TargetExaminer::examine(const fs::path& out, const fs::path& images) {
    m_worker.start([this, number = ++m_latest, out, images] {
        if (number != m_latest) {
            return;
        }
        m_worker.tell([this, number, look = examineSafely(out, images)] {
            if (number == m_latest) {
                Q_EMIT examined(look);
            }
        });
    });
}

} // namespace fissure::ui
