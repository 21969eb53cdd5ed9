#include "ui/common/CurveAxis.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLocale>
#include <QSet>
#include <QStringList>
#include <QValueAxis>

#include <cmath>
#include <vector>

namespace fissure::ui {

namespace {

/// Of a label on a logarithmic axis.
constexpr int kFewestDigits = 4;
constexpr int kMostDigits = 15;

/// Round numbers within [low, high]: 1, 2 and 5 of every power of ten, or the powers alone where those are
/// too many.
std::vector<double> roundNumbers(double low, double high, int most) {
    std::vector<double> numbers;
    for (const std::vector<double>& digits : {std::vector{1.0, 2.0, 5.0}, std::vector{1.0}}) {
        numbers.clear();
        for (int power = static_cast<int>(std::floor(std::log10(low))); std::pow(10.0, power) <= high;
             ++power) {
            for (const double digit : digits) {
                const double number = digit * std::pow(10.0, power);
                if (number >= low && number <= high) {
                    numbers.push_back(number);
                }
            }
        }
        if (static_cast<int>(numbers.size()) <= 2 * most) {
            break;
        }
    }
    return numbers;
}

/// Within less than a decade the powers of ten say too little: the numbers of a linear axis.
std::vector<double> evenNumbers(double low, double high, int count) {
    const double step = AxisTicks::of(low, high, count).step;
    std::vector<double> numbers;
    for (double number = std::ceil(low / step) * step; number <= high; number += step) {
        numbers.push_back(number);
    }
    return numbers;
}

/// With as many digits as it takes to tell the numbers apart: the axis leaves out a label that it has.
QStringList labelsOf(const std::vector<double>& numbers) {
    QStringList labels;
    for (int digits = kFewestDigits; digits <= kMostDigits; ++digits) {
        labels.clear();
        for (const double number : numbers) {
            labels << QLocale().toString(number, 'g', digits);
        }
        if (QSet<QString>(labels.cbegin(), labels.cend()).size() == labels.size()) {
            break;
        }
    }
    return labels;
}

} // namespace

CurveAxis::CurveAxis(QChart& chart, Qt::Alignment side, const QString& title)
    : QObject(&chart)
    , m_chart(chart)
    , m_linear(new QValueAxis(&chart))
    , m_logarithmic(new QCategoryAxis(&chart)) {
    chart.addAxis(m_linear, side);
    chart.addAxis(m_logarithmic, side);
    m_linear->setTitleText(title);
    m_linear->setTickType(QValueAxis::TicksDynamic);
    m_linear->setTickAnchor(0.0);
    m_logarithmic->setTitleText(title);
    m_logarithmic->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_logarithmic->setVisible(false);
    m_linear->setTruncateLabels(false);
    m_logarithmic->setTruncateLabels(false);
}

QAbstractAxis* CurveAxis::current() const {
    return m_isLogarithmic ? static_cast<QAbstractAxis*>(m_logarithmic) : m_linear;
}

void CurveAxis::attach(QAbstractSeries& series) {
    series.attachAxis(current());
}

void CurveAxis::setLogarithmic(bool logarithmic) {
    if (logarithmic == m_isLogarithmic) {
        return;
    }
    QAbstractAxis* before = current();
    m_isLogarithmic = logarithmic;
    before->setVisible(false);
    current()->setVisible(true);
    for (QAbstractSeries* series : m_chart.series()) {
        series->detachAxis(before);
        series->attachAxis(current());
    }
}

double CurveAxis::position(double value) const {
    return m_isLogarithmic ? std::log10(value) : value * (m_unit == CurveUnit::Percent ? 100.0 : 1.0);
}

double CurveAxis::value(double position) const {
    return m_isLogarithmic ? std::pow(10.0, position)
                           : position / (m_unit == CurveUnit::Percent ? 100.0 : 1.0);
}

void CurveAxis::show(const AxisRange& positions, int ticks, double smallestStep) {
    m_shown = positions;
    if (m_isLogarithmic) {
        showLogarithmic(ticks);
    } else {
        showLinear(ticks, smallestStep);
    }
}

void CurveAxis::showLinear(int count, double smallestStep) {
    AxisTicks ticks = AxisTicks::of(m_shown.low, m_shown.high, count);
    if (ticks.step < smallestStep) {
        ticks = {smallestStep, 0};
    }
    // The chart writes numbers in the user's notation; it then takes what follows them as it stands, so that
    // the sign of per cent is not doubled as in other formats of printf.
    const QLatin1String suffix(m_unit == CurveUnit::Percent ? " %" : "");
    const QString format = QStringLiteral("%.%1f%2").arg(QString::number(ticks.decimals), suffix);
    // A step that is too small for the range would, for a moment, mean very many ticks: widen before
    // narrowing.
    if (ticks.step >= m_linear->tickInterval()) {
        m_linear->setTickInterval(ticks.step);
        m_linear->setRange(m_shown.low, m_shown.high);
    } else {
        m_linear->setRange(m_shown.low, m_shown.high);
        m_linear->setTickInterval(ticks.step);
    }
    if (m_linear->labelFormat() != format) {
        m_linear->setLabelFormat(format);
    }
}

void CurveAxis::showLogarithmic(int count) {
    for (const QString& label : m_logarithmic->categoriesLabels()) {
        m_logarithmic->remove(label);
    }
    m_logarithmic->setRange(m_shown.low, m_shown.high);
    m_logarithmic->setStartValue(m_shown.low);
    const double low = value(m_shown.low);
    const double high = value(m_shown.high);
    const std::vector<double> numbers =
        high / low < 10.0 ? evenNumbers(low, high, count) : roundNumbers(low, high, count);
    const QStringList labels = labelsOf(numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        m_logarithmic->append(labels[static_cast<qsizetype>(i)], position(numbers[i]));
    }
}

void CurveAxis::restyle(const QFont& font, const QColor& text, const QColor& line, const QColor& grid) {
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(m_linear), static_cast<QAbstractAxis*>(m_logarithmic)}) {
        axis->setLabelsColor(text);
        axis->setLabelsFont(font);
        axis->setTitleFont(font);
        axis->setTitleBrush(text);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(line);
    }
}

} // namespace fissure::ui
