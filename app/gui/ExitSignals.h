#pragma once

#include <QObject>

class QSocketNotifier;

namespace fissure::gui {

/// Turns SIGINT and SIGTERM into a Qt signal on the thread that made it. The second one of a kind ends the
/// process at once. One object a process.
class ExitSignals final : public QObject {
    Q_OBJECT

public:
    explicit ExitSignals(QObject* parent = nullptr);
    ~ExitSignals() override;

Q_SIGNALS:
    void received();

private:
    int m_readEnd = -1;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace fissure::gui
