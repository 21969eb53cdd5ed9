#include "ui/gallery/RangeEdit.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace fissure::ui {

namespace {

QDoubleSpinBox* makeField(const QString& accessibleName, const QString& objectName, double value) {
    auto* field = new QDoubleSpinBox;
    field->setObjectName(objectName);
    field->setAccessibleName(accessibleName);
    field->setRange(0.0, 1.0);
    field->setDecimals(2);
    field->setSingleStep(0.05);
    // A filter that follows every digit would write into the field under the user's fingers.
    field->setKeyboardTracking(false);
    field->setValue(value);
    field->setAlignment(Qt::AlignRight);
    return field;
}

} // namespace

RangeEdit::RangeEdit(const QString& name, const QString& objectPrefix, QWidget* parent) : QWidget(parent) {
    m_low = makeField(tr("%1 from").arg(name), objectPrefix + QStringLiteral("Low"), 0.0);
    m_high = makeField(tr("%1 to").arg(name), objectPrefix + QStringLiteral("High"), 1.0);
    auto* title = new QLabel(name);
    title->setBuddy(m_low);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_low);
    layout->addWidget(new QLabel(QString(QChar(0x2013))));
    layout->addWidget(m_high);
    connect(m_low, &QDoubleSpinBox::valueChanged, this, [this](double low) {
        m_high->setMinimum(low);
        Q_EMIT rangeChanged();
    });
    connect(m_high, &QDoubleSpinBox::valueChanged, this, [this](double high) {
        m_low->setMaximum(high);
        Q_EMIT rangeChanged();
    });
}

double RangeEdit::low() const {
    return m_low->value();
}

double RangeEdit::high() const {
    return m_high->value();
}

void RangeEdit::setRange(double low, double high) {
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    m_low->setRange(0.0, high);
    m_high->setRange(low, 1.0);
    m_low->setValue(low);
    m_high->setValue(high);
}

} // namespace fissure::ui
