#include "ui/launch/NumberBox.h"

#include "ui/common/FieldText.h"

#include <QFontMetrics>
#include <QLineEdit>
#include <QLocale>
#include <QStyleOptionSpinBox>

#include <algorithm>
#include <array>
#include <cmath>

namespace fissure::ui {

namespace {

constexpr int kVisibleCharacters = 14;

double numberOf(const FieldValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

/// Rates span decades: their steps go 1, 2, 5, 10.
bool isLogarithmic(const Field& field) {
    return field.kind == FieldKind::Real && field.range.lowestExcluded && field.range.highest > 1.0;
}

double linearStep(const Field& field) {
    if (field.kind == FieldKind::Integer) {
        return *field.unit == '\0' ? 1.0 : 16.0;
    }
    const double span = field.range.highest - field.range.lowest;
    if (span <= 2.0) {
        return 0.05;
    }
    return span <= 20.0 ? 0.5 : span <= 360.0 ? 5.0 : 1.0;
}

/// The next of ..., 0.1, 0.2, 0.5, 1, 2, 5, ... above or below a positive number.
double nextOfLadder(double number, bool up) {
    constexpr std::array<double, 5> kRungs{0.5, 1.0, 2.0, 5.0, 10.0};
    constexpr double kTolerance = 1e-6;
    const double decade = std::pow(10.0, std::floor(std::log10(number) + kTolerance));
    const double mantissa = number / decade;
    double above = kRungs.back();
    double below = kRungs.front();
    for (const double rung : kRungs) {
        if (rung < mantissa * (1 - kTolerance)) {
            below = rung;
        } else if (rung > mantissa * (1 + kTolerance)) {
            above = std::min(above, rung);
        }
    }
    return decade * (up ? above : below);
}

/// A step never ends in the gap above a lowest value that stands alone: it goes on to the gap's far side.
double acrossGap(const FieldRange& range, double number, bool up) {
    const bool isInGap = range.next && number > range.lowest && number < *range.next;
    return !isInGap ? number : up ? *range.next : range.lowest;
}

/// Takes the rounding error of repeated steps away.
double tidied(double number) {
    return QString::number(number, 'g', 10).toDouble();
}

} // namespace

NumberBox::NumberBox(const Field& field, QWidget* parent) : QAbstractSpinBox(parent), m_field(field) {
    setFocusPolicy(Qt::StrongFocus);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::edited);
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] {
        if (const auto entered = value()) {
            setValue(*entered);
        }
    });
}

std::optional<FieldValue> NumberBox::value() const {
    QString entered = lineEdit()->text().trimmed();
    const QString special = FieldText::special(m_field);
    if (!special.isEmpty() && entered.compare(special, Qt::CaseInsensitive) == 0) {
        entered = QString::number(m_field.range.lowest, 'g', 10);
    }
    const QString unit = FieldText::unit(m_field);
    if (!unit.isEmpty() && entered.endsWith(unit)) {
        entered = entered.chopped(unit.size()).trimmed();
    }
    entered.replace(QLocale().decimalPoint(), QStringLiteral("."));
    entered.replace(QLatin1Char(','), QLatin1Char('.'));
    RunConfig scratch;
    if (!setFieldFromText(scratch, m_field.key, entered.toStdString())) {
        return std::nullopt;
    }
    return m_field.get(scratch);
}

void NumberBox::setValue(const FieldValue& value) {
    lineEdit()->setText(textOf(value));
}

void NumberBox::stepBy(int steps) {
    const auto entered = value();
    if (!entered) {
        return;
    }
    const double next =
        acrossGap(m_field.range,
                  std::clamp(stepped(numberOf(*entered), steps), m_field.range.lowest, m_field.range.highest),
                  steps > 0);
    const FieldValue after = m_field.kind == FieldKind::Integer
                                 ? FieldValue(static_cast<std::int64_t>(std::llround(next)))
                                 : FieldValue(tidied(next));
    if (checkField(m_field, after)) {
        setValue(after);
        selectAll();
        Q_EMIT edited();
    }
}

QSize NumberBox::sizeHint() const {
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(QLatin1Char('0')) * kVisibleCharacters,
                     lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, text, this);
}

QSize NumberBox::minimumSizeHint() const {
    return sizeHint();
}

QValidator::State NumberBox::validate(QString&, int&) const {
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
    const auto entered = value();
    StepEnabled enabled = StepNone;
    if (entered && numberOf(*entered) > m_field.range.lowest) {
        enabled |= StepDownEnabled;
    }
    if (entered && numberOf(*entered) < m_field.range.highest) {
        enabled |= StepUpEnabled;
    }
    return enabled;
}

QString NumberBox::textOf(const FieldValue& value) const {
    const QString special = FieldText::special(m_field);
    if (!special.isEmpty() && numberOf(value) == m_field.range.lowest) {
        return special;
    }
    const QString unit = FieldText::unit(m_field);
    QString number = QString::fromStdString(toText(value));
    number.replace(QLatin1Char('.'), QLocale().decimalPoint());
    const bool isLetters = !unit.isEmpty() && unit.front().isLetter();
    return number + (isLetters ? QStringLiteral(" ") : QString()) + unit;
}

double NumberBox::stepped(double number, int steps) const {
    if (!isLogarithmic(m_field)) {
        return number + steps * linearStep(m_field);
    }
    for (int i = 0; i < std::abs(steps); ++i) {
        number = nextOfLadder(number, steps > 0);
    }
    return number;
}

} // namespace fissure::ui
