#include "ui/gallery/FilterBar.h"

#include "ui/common/FlowLayout.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/gallery/MarkText.h"
#include "ui/gallery/OutcomeChip.h"
#include "ui/gallery/RangeEdit.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace fissure::ui {

namespace {

constexpr int kSliderSteps = 100;
constexpr int kSliderWidthPx = 160;
constexpr int kOrderLetters = 18;
constexpr int kMarkLetters = 12;

QWidget* titled(const QString& title, QWidget* field) {
    auto* box = new QWidget;
    auto* label = new QLabel(title);
    label->setBuddy(field);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addWidget(field);
    return box;
}

int toSlider(double threshold) {
    return static_cast<int>(std::lround(threshold * kSliderSteps));
}

} // namespace

FilterBar::FilterBar(QWidget* parent) : QWidget(parent) {
    m_iou = new RangeEdit(tr("IoU"), QStringLiteral("iou"));
    m_probability = new RangeEdit(tr("Probability"), QStringLiteral("probability"));
    connect(m_iou, &RangeEdit::rangeChanged, this, [this] {
        ErrorFilter filter = m_filter;
        filter.lowestIou = m_iou->low();
        filter.highestIou = m_iou->high();
        change(filter);
    });
    connect(m_probability, &RangeEdit::rangeChanged, this, [this] {
        ErrorFilter filter = m_filter;
        filter.lowestProbability = m_probability->low();
        filter.highestProbability = m_probability->high();
        change(filter);
    });
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("gallerySummary"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setWordWrap(true);

    auto* first = new FlowLayout(FlowLayout::Side::Left, 8, 8);
    addChips(*first);
    first->addWidget(makeMarks());
    auto* second = new FlowLayout(FlowLayout::Side::Left, 24, 8);
    second->addWidget(makeThreshold());
    second->addWidget(m_iou);
    second->addWidget(m_probability);
    auto* third = new QHBoxLayout;
    third->setSpacing(24);
    third->addWidget(m_summary, 1);
    third->addWidget(makeOrder());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addLayout(third);
    setFilter(m_filter);
    setRunThreshold(m_runThreshold);
    setCounts({}, {}, {});
}

void FilterBar::addChips(QLayout& layout) {
    m_chips = new QButtonGroup(this);
    m_chips->setExclusive(true);
    layout.addWidget(addChip("chipMisclassified", OutcomeChoice::Misclassified));
    layout.addWidget(addChip("chipFalsePositives", OutcomeChoice::FalsePositives, Outcome::FalsePositive));
    layout.addWidget(addChip("chipFalseNegatives", OutcomeChoice::FalseNegatives, Outcome::FalseNegative));
    layout.addWidget(addChip("chipAll", OutcomeChoice::All));
    m_chips->button(static_cast<int>(OutcomeChoice::Misclassified))->setChecked(true);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) {
        ErrorFilter filter = m_filter;
        filter.outcomes = static_cast<OutcomeChoice>(id);
        change(filter);
    });
}

QAbstractButton* FilterBar::addChip(const char* objectName, OutcomeChoice choice,
                                    std::optional<Outcome> badge) {
    auto* chip = new OutcomeChip(badge);
    chip->setObjectName(QLatin1String(objectName));
    m_chips->addButton(chip, static_cast<int>(choice));
    return chip;
}

QWidget* FilterBar::makeOrder() {
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("galleryOrder"));
    const auto add = [this](const QString& text, ErrorOrder order) {
        m_order->addItem(text, static_cast<int>(order));
    };
    add(tr("Highest loss first"), ErrorOrder::Loss);
    add(tr("Most confident first"), ErrorOrder::Confidence);
    add(tr("Highest IoU first"), ErrorOrder::Iou);
    add(tr("Nearest to the label threshold first"), ErrorOrder::Distance);
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_order->setMinimumContentsLength(kOrderLetters);
    m_order->setToolTip(
        tr("Most confident: the probability is farthest from the decision threshold. The label "
           "threshold is the IoU above which a proposal counts as crack."));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        ErrorFilter filter = m_filter;
        filter.order = static_cast<ErrorOrder>(m_order->currentData().toInt());
        change(filter);
    });
    return titled(tr("Order"), m_order);
}

QWidget* FilterBar::makeMarks() {
    m_marks = new QComboBox;
    m_marks->setObjectName(QStringLiteral("galleryMarks"));
    for (const MarkChoice choice : kMarkChoices) {
        m_marks->addItem(MarkText::choice(choice, 0), static_cast<int>(choice));
    }
    m_marks->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_marks->setMinimumContentsLength(kMarkLetters);
    m_marks->setToolTip(MarkText::keys());
    connect(m_marks, &QComboBox::currentIndexChanged, this, [this] {
        ErrorFilter filter = m_filter;
        filter.marks = static_cast<MarkChoice>(m_marks->currentData().toInt());
        change(filter);
    });
    return titled(tr("Marks"), m_marks);
}

QWidget* FilterBar::makeThreshold() {
    auto* box = new QWidget;
    m_thresholdSlider = new QSlider(Qt::Horizontal);
    m_thresholdSlider->setObjectName(QStringLiteral("thresholdSlider"));
    m_thresholdSlider->setAccessibleName(tr("Decision threshold"));
    m_thresholdSlider->setRange(0, kSliderSteps);
    m_thresholdSlider->setPageStep(5);
    m_thresholdSlider->setMinimumWidth(kSliderWidthPx);
    m_threshold = new QDoubleSpinBox;
    m_threshold->setObjectName(QStringLiteral("thresholdSpin"));
    m_threshold->setRange(0.0, 1.0);
    m_threshold->setDecimals(2);
    m_threshold->setSingleStep(0.01);
    m_threshold->setKeyboardTracking(false);
    m_threshold->setAlignment(Qt::AlignRight);
    m_resetThreshold = new QToolButton;
    m_resetThreshold->setObjectName(QStringLiteral("resetThreshold"));
    m_resetThreshold->setAutoRaise(true);
    m_resetThreshold->setIcon(icon("rotate-ccw"));
    auto* title = new QLabel(tr("Decision threshold"));
    title->setBuddy(m_threshold);
    title->setToolTip(tr("A proposal is called crack when its probability is at least this."));
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_thresholdSlider, 1);
    layout->addWidget(m_threshold);
    layout->addWidget(m_resetThreshold);
    connect(m_thresholdSlider, &QSlider::valueChanged, this,
            [this](int value) { setThreshold(static_cast<double>(value) / kSliderSteps); });
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &FilterBar::setThreshold);
    connect(m_resetThreshold, &QToolButton::clicked, this, [this] { setThreshold(m_runThreshold); });
    return box;
}

void FilterBar::setFilter(const ErrorFilter& filter) {
    m_filter = filter;
    const QSignalBlocker quietSlider(m_thresholdSlider);
    const QSignalBlocker quietField(m_threshold);
    const QSignalBlocker quietOrder(m_order);
    const QSignalBlocker quietMarks(m_marks);
    m_thresholdSlider->setValue(toSlider(filter.threshold));
    m_threshold->setValue(filter.threshold);
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(filter.order)));
    m_marks->setCurrentIndex(m_marks->findData(static_cast<int>(filter.marks)));
    m_chips->button(static_cast<int>(filter.outcomes))->setChecked(true);
    m_iou->setRange(filter.lowestIou, filter.highestIou);
    m_probability->setRange(filter.lowestProbability, filter.highestProbability);
    m_resetThreshold->setEnabled(m_filter.threshold != m_runThreshold);
}

void FilterBar::setRunThreshold(double threshold) {
    m_runThreshold = threshold;
    const QString text = tr("Back to the run's threshold %1").arg(OutcomeText::fraction(threshold));
    m_resetThreshold->setToolTip(text);
    m_resetThreshold->setAccessibleName(text);
    m_resetThreshold->setEnabled(m_filter.threshold != m_runThreshold);
}

void FilterBar::setCounts(const OutcomeCounts& shown, const MarkCounts& marks, const ConfusionMatrix& all) {
    const auto name = [this](OutcomeChoice choice, const QString& text) {
        m_chips->button(static_cast<int>(choice))->setText(text);
        m_chips->button(static_cast<int>(choice))->updateGeometry();
    };
    name(OutcomeChoice::Misclassified, tr("Misclassified %1").arg(countText(shown.wrong())));
    name(OutcomeChoice::FalsePositives, tr("False positives %1").arg(countText(shown.falsePositives)));
    name(OutcomeChoice::FalseNegatives, tr("False negatives %1").arg(countText(shown.falseNegatives)));
    name(OutcomeChoice::All, tr("All %1").arg(countText(shown.total())));
    for (int i = 0; i < m_marks->count(); ++i) {
        const auto choice = static_cast<MarkChoice>(m_marks->itemData(i).toInt());
        m_marks->setItemText(i, MarkText::choice(choice, marks.of(choice)));
    }
    m_summary->setText(
        tr("At %1, %2 of %3 proposals are misclassified. Crack: precision %4, recall %5, F1 %6.")
            .arg(OutcomeText::fraction(m_filter.threshold),
                 countText(all.falsePositives + all.falseNegatives), countText(all.total()),
                 percentText(all.precision()), percentText(all.recall()), percentText(all.f1())));
}

void FilterBar::setThreshold(double threshold) {
    ErrorFilter filter = m_filter;
    filter.threshold = threshold;
    change(filter);
}

void FilterBar::change(const ErrorFilter& filter) {
    if (filter == m_filter) {
        return;
    }
    setFilter(filter);
    Q_EMIT filterChanged(m_filter);
}

} // namespace fissure::ui
