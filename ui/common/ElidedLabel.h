#pragma once

#include <QFrame>
#include <QString>

namespace fissure::ui {

/// One line of text that is cut in its middle where it does not fit; the tool tip has all of it. Where its
/// horizontal policy is Ignored, another text leaves the layout around it alone.
class ElidedLabel final : public QFrame {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    const QString& text() const { return m_text; }
    void setText(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace fissure::ui
