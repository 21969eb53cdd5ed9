#pragma once

#include "ui/common/InputFrame.h"

#include <QString>

#include <filesystem>

namespace fissure::ui {

class PathButton;
class PathLine;
class RecentPaths;

/// Takes the path of a folder or a file: typed, dropped, browsed for or one of the latest.
class PathInput final : public InputFrame {
    Q_OBJECT

public:
    enum class Kind { Folder, File };

    /// name: of the line; its button is called that with "Browse" behind it. recent must outlive the input.
    PathInput(const QString& name, RecentPaths& recent, QWidget* parent = nullptr);

    /// Empty where nothing is entered.
    std::filesystem::path path() const;

    /// What the path is of; the dialog asks for it by that title.
    void setKind(Kind kind, const QString& title);
    void setHelp(const QString& help);
    /// edited() is not emitted.
    void setPath(const std::filesystem::path& path);
    /// The path is among the latest from now on.
    void remember();

Q_SIGNALS:
    void edited();

private:
    PathLine* m_line;
    PathButton* m_button;
};

} // namespace fissure::ui
