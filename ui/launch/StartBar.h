#pragma once

#include "ui/common/LinkText.h"

#include <QString>
#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace fissure::ui {

/// The fixed part below the form: name and tags of the run, presets, queue and start, and why it cannot
/// start.
class StartBar final : public QWidget {
    Q_OBJECT

public:
    /// The menu must outlive the bar.
    explicit StartBar(QMenu& presets, QWidget* parent = nullptr);

    QString name() const;
    std::vector<std::string> tags() const;

    void setName(const QString& name);
    void setTags(const std::vector<std::string>& tags);
    /// What a run without a name will be called.
    void setDefaultName(const QString& name);
    void setCanStart(bool can);
    void setCanQueue(bool can);
    /// leads: to what keeps the run from starting.
    void setObstacle(const QString& reason, Leads leads);
    /// Whether to say that the crops were not opened, and to offer that.
    void setUnchecked(bool unchecked);

Q_SIGNALS:
    /// By button or key; the key is told of although no run can start.
    void startWanted();
    void queueWanted();
    /// The way to what keeps the run from starting.
    void problemWanted();
    void checkWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* makeActions(QMenu& presets);
    QLayout* makeLine();
    void makeShortcuts();
    void showTexts();

    QString m_reason;
    Leads m_leads = Leads::Nowhere;
    QLineEdit* m_name;
    QLineEdit* m_tags;
    QPushButton* m_queue;
    QPushButton* m_start;
    QLabel* m_unchecked;
    QLabel* m_obstacle;
};

} // namespace fissure::ui
