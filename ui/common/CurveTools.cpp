#include "ui/common/CurveTools.h"

#include "ui/common/CurveChart.h"
#include "ui/common/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace fissure::ui {

namespace {

constexpr int kGapPx = 8;

struct Smoothing {
    const char* name;
    double weight;
};

constexpr Smoothing kSmoothings[] = {{QT_TRANSLATE_NOOP("fissure::ui::CurveTools", "Off"), 0.0},
                                     {QT_TRANSLATE_NOOP("fissure::ui::CurveTools", "Light (0.6)"), 0.6},
                                     {QT_TRANSLATE_NOOP("fissure::ui::CurveTools", "Medium (0.9)"), 0.9},
                                     {QT_TRANSLATE_NOOP("fissure::ui::CurveTools", "Strong (0.98)"), 0.98}};

} // namespace

CurveTools::CurveTools(CurveChart& chart, QWidget& plot) : QFrame(&chart), m_chart(chart), m_plot(plot) {
    setObjectName(QStringLiteral("curveTools"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    m_smoothing = addTool(*layout, "curveSmoothing", "spline", tr("Smooth the steps"));
    m_smoothing->setMenu(makeSmoothing());
    m_smoothing->setVisible(false);
    m_logarithm = addTool(*layout, "curveLogarithm", nullptr, tr("Logarithmic axis"));
    m_logarithm->setIconText(tr("log", "logarithmic, on a small button"));
    m_logarithm->setCheckable(true);
    connect(m_logarithm, &QAction::toggled, &m_chart, &CurveChart::setLogarithmic);
    QAction* reset = addTool(*layout, "curveReset", "maximize", tr("Show all"));
    connect(reset, &QAction::triggered, &m_chart, &CurveChart::resetZoom);
    QAction* save = addTool(*layout, "curveSave", "download", tr("Save"));
    save->setMenu(makeSave());
    chart.setContextMenuPolicy(Qt::ActionsContextMenu);
    chart.installEventFilter(this);
    hide();
}

void CurveTools::setSmoothingOffered(bool offered) {
    m_smoothing->setVisible(offered);
}

bool CurveTools::isSmoothingOffered() const {
    return m_smoothing->isVisible();
}

void CurveTools::setLogarithmOffered(bool offered) {
    m_logarithm->setVisible(offered);
}

bool CurveTools::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_chart) {
        switch (event->type()) {
        case QEvent::Enter:
            place();
            show();
            raise();
            break;
        case QEvent::Leave:
            hide();
            break;
        case QEvent::Resize:
            place();
            break;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

QAction* CurveTools::addTool(QHBoxLayout& layout, const char* name, const char* iconName,
                             const QString& text) {
    auto* action = new QAction(iconName != nullptr ? icon(iconName) : QIcon(), text, this);
    action->setObjectName(QString::fromLatin1(name));
    m_chart.addAction(action);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keyboard has the context menu
    button->setPopupMode(QToolButton::InstantPopup);
    // The arrow of a menu would be as wide as the icon.
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
    layout.addWidget(button);
    return action;
}

QMenu* CurveTools::makeSmoothing() {
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    for (const Smoothing& smoothing : kSmoothings) {
        QAction* choice = menu->addAction(tr(smoothing.name));
        choice->setCheckable(true);
        choice->setChecked(smoothing.weight == 0.0);
        group->addAction(choice);
        connect(choice, &QAction::triggered, &m_chart,
                [this, weight = smoothing.weight] { m_chart.setSmoothing(weight); });
    }
    return menu;
}

QMenu* CurveTools::makeSave() {
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("Picture…")), &QAction::triggered, this,
            [this] { save(tr("Save picture"), tr("Pictures (*.png)"), QStringLiteral("png"), true); });
    connect(menu->addAction(tr("Values…")), &QAction::triggered, this,
            [this] { save(tr("Save values"), tr("Tables (*.csv)"), QStringLiteral("csv"), false); });
    return menu;
}

void CurveTools::save(const QString& title, const QString& filter, const QString& suffix, bool isPicture) {
    auto* dialog = new QFileDialog(&m_chart, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({filter});
    connect(dialog, &QFileDialog::fileSelected, &m_chart, [this, isPicture](const QString& file) {
        const Result<void> written = isPicture ? m_chart.savePicture(file) : m_chart.saveValues(file);
        if (written) {
            Q_EMIT m_chart.saved(file);
        } else {
            Q_EMIT m_chart.saveFailed(written.error());
        }
    });
    dialog->open();
}

void CurveTools::place() {
    adjustSize();
    const QRect over = m_plot.geometry();
    move(over.right() - width() - kGapPx, over.top() + kGapPx);
}

} // namespace fissure::ui
