#pragma once

#include <QWidget>

namespace fissure::ui {

/// Holds what takes an input in a form: marks it with a red edge where its value is wrong, and keeps the
/// wheel, which scrolls the form, from changing a value that it happens to pass over.
class InputFrame : public QWidget {
    Q_OBJECT

public:
    explicit InputFrame(QWidget* parent = nullptr);

    bool isWrong() const { return m_isWrong; }

    /// Puts the input into place; to be called once. extra stands right of it.
    void hold(QWidget* input, QWidget* extra = nullptr);
    void setWrong(bool wrong);

Q_SIGNALS:
    /// The keyboard is in the input now.
    void focused();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    QWidget* input() const { return m_input; }

private:
    QWidget* m_input = nullptr;
    bool m_isWrong = false;
};

} // namespace fissure::ui
