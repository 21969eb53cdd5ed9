#pragma once

#include "core/store/RunRecord.h"

#include <QWidget>

namespace fissure::ui {

class FactTable;

/// What a run was made in: programs, libraries, hardware, data.
class EnvironmentTab final : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);

private:
    FactTable* m_facts;
};

} // namespace fissure::ui
