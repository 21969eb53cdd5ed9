#pragma once

#include "ui/NavigationRail.h"
#include "ui/common/Theme.h"

#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

#include <optional>

namespace fissure::gui {

/// What the command line of the window says.
struct Options {
    QString workspace;                    ///< empty: the default one
    QString configFile;                   ///< empty: the form starts with the defaults
    std::optional<ui::ThemeChoice> theme; ///< for this session only
    ui::Page page = ui::Page::New;
};

/// A command line that is not to be carried out: a text to print, and the exit code.
struct EarlyExit {
    QString text;
    int code = 0; ///< 0 for --help and --version, 2 for wrong usage
};

/// arguments: the program's name first.
tl::expected<Options, EarlyExit> parseOptions(const QStringList& arguments);

} // namespace fissure::gui
