#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace fissure::ui {

/// A value under its caption, on request with a bar below.
class Figure final : public QWidget {
    Q_OBJECT

public:
    enum class Bar { No, Yes };

    /// name is the object name of the value; widest is a text the value never exceeds, so that nothing moves
    /// when the number grows.
    Figure(const QString& caption, const char* name, const QString& widest, Bar bar = Bar::No,
           QWidget* parent = nullptr);

    QString value() const;
    void setCaption(const QString& caption);
    void setValue(const QString& value);
    void setProgress(int done, int whole);

private:
    QLabel* m_caption;
    QLabel* m_value;
    QProgressBar* m_bar = nullptr;
};

} // namespace fissure::ui
