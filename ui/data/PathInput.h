#pragma once

#include "ui/common/InputFrame.h"

#include <QString>

#include <filesystem>

class QToolButton;

namespace fissure::ui {

class PathLine;

/// Takes the path of a folder or a file: typed, dropped or browsed for.
class PathInput final : public InputFrame {
    Q_OBJECT

public:
    enum class Kind { Folder, File };

    /// name: of the line; its button is called that with "Browse" behind it.
    explicit PathInput(const QString& name, QWidget* parent = nullptr);

    /// Empty where nothing is entered.
    std::filesystem::path path() const;

    /// What the path is of; the dialog asks for it by that title.
    void setKind(Kind kind, const QString& title);
    void setHelp(const QString& help);
    /// edited() is not emitted.
    void setPath(const std::filesystem::path& path);

Q_SIGNALS:
    void edited();

private:
    void browse();
    void choose(const QString& path);

    PathLine* m_line;
    QToolButton* m_button;
    Kind m_kind = Kind::Folder;
    QString m_title;
};

} // namespace fissure::ui
