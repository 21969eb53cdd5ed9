#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace fissure::ui {

class ElidedLabel;

/// The top line of a page: its title at the left, cut where it is too long, its actions at the right, a
/// separator below.
class PageHeader final : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Adds an action at the right end; the primary one comes last.
    void addWidget(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElidedLabel* m_title;
    QHBoxLayout* m_actions;
};

} // namespace fissure::ui
