#pragma once

#include "core/session/RunEstimate.h"
#include "ui/launch/DataPreview.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace fissure::ui {

/// One thing to know before the start.
struct PreviewNote {
    enum class Kind { Error, Warning, Info };
    Kind kind = Kind::Info;
    QString text; ///< one or two whole sentences
};

/// What deserves a second look in a configuration and its data, gravest first.
class PreviewNotes {
    Q_DECLARE_TR_FUNCTIONS(PreviewNotes)

public:
    static std::vector<PreviewNote> of(const RunConfig& config, const DataPreview& preview,
                                       const RunEstimate& estimate = {});

private:
    static void addFolders(const RunConfig& config, const DataPreview& preview,
                           std::vector<PreviewNote>& notes);
    static void addClasses(const DataPreview& preview, std::vector<PreviewNote>& notes);
    static void addMemory(const DataPreview& preview, const RunEstimate& estimate,
                          std::vector<PreviewNote>& notes);
    static void addSettings(const RunConfig& config, const DataPreview& preview,
                            std::vector<PreviewNote>& notes);
};

} // namespace fissure::ui
