#include "ui/launch/ConfigForm.h"

#include "ui/common/FieldText.h"
#include "ui/common/FoldButton.h"
#include "ui/common/Heading.h"
#include "ui/common/Icons.h"
#include "ui/launch/FieldEditor.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fissure::ui {

namespace {

constexpr char kGroupProperty[] = "fieldGroup";

bool isAdvanced(const Field& field) {
    return field.level == FieldLevel::Advanced;
}

QString helpOf(const Field& field) {
    return QStringLiteral("<b>%1</b><br>%2 %3")
        .arg(FieldText::title(field).toHtmlEscaped(), FieldText::help(field).toHtmlEscaped(),
             FieldText::range(field).toHtmlEscaped());
}

/// Titles become bold when their field is changed; the column has room for that from the start.
int widestTitle(QFont font) {
    font.setBold(true);
    int widest = 0;
    for (const Field& field : configFields()) {
        widest = std::max(widest, QFontMetrics(font).horizontalAdvance(FieldText::title(field)));
    }
    return widest;
}

} // namespace

ConfigForm::ConfigForm(RecentPaths& recent, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_scroll(new QScrollArea)
    , m_noMatch(new QLabel(tr("No field matches.")))
    , m_help(new QLabel) {
    m_search->setObjectName(QStringLiteral("fieldSearch"));
    m_search->setPlaceholderText(tr("Find a field"));
    m_search->setAccessibleName(tr("Find a field"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_help->setObjectName(QStringLiteral("fieldHelp"));
    m_help->setWordWrap(true);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_help->setTextFormat(Qt::RichText);
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_noMatch->setForegroundRole(QPalette::PlaceholderText);
    m_noMatch->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build(recent);

    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 0, 8);
    layout->setSpacing(8);
    auto* searchLine = new QHBoxLayout;
    searchLine->setContentsMargins(0, 0, 16, 0);
    searchLine->addWidget(m_search);
    layout->addLayout(searchLine);
    layout->addWidget(m_noMatch);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(line);
    layout->addWidget(m_help);
    connect(m_search, &QLineEdit::textChanged, this, &ConfigForm::filter);
    orderTabs();
    showHelp(nullptr);
    setConfig({});
    filter();
}

ConfigForm::~ConfigForm() = default;

void ConfigForm::setConfig(const RunConfig& config) {
    m_config = config;
    for (const auto& row : m_rows) {
        showValue(*row);
    }
    check();
}

void ConfigForm::setFields(const RunConfig& config, const std::vector<const Field*>& fields) {
    for (const auto& row : m_rows) {
        if (std::ranges::find(fields, &row->field()) != fields.end()) {
            row->field().assign(m_config, row->field().get(config));
            showValue(*row);
        }
    }
    check();
}

void ConfigForm::focusField(const Field& field) {
    m_search->clear();
    if (isAdvanced(field)) {
        m_advanced->setChecked(true);
    }
    ConfigRow& row = rowOf(field);
    row.setTouched(true);
    check();
    // What has just come into view has no place before the layout was made anew.
    m_scroll->widget()->layout()->activate();
    QCoreApplication::sendPostedEvents(m_scroll->viewport(), QEvent::LayoutRequest);
    row.editor().setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(&row.editor());
}

void ConfigForm::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConfigForm::setExtra(const Field& field, QWidget& extra) {
    ConfigRow& row = rowOf(field);
    row.setExtra(extra);
    setTabOrder(row.editor().focusProxy(), &extra);
}

void ConfigForm::checkMissing() {
    const std::set<const Field*> before = m_missing;
    for (const Field* field : before) {
        checkPath(*field);
    }
    if (m_missing != before) {
        check();
    }
}

void ConfigForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const bool isTheme = event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange;
    if (isTheme && !m_isRestyling) {
        // Later, when the new style sheet has reached the children too: it sets them back.
        m_isRestyling = true;
        QMetaObject::invokeMethod(this, &ConfigForm::restyle, Qt::QueuedConnection);
    }
}

void ConfigForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHelp();
}

void ConfigForm::build(RecentPaths& recent) {
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, widestTitle(font()));
    std::optional<FieldGroup> group;
    for (const Field& field : configFields()) {
        if (isAdvanced(field)) {
            continue;
        }
        if (group != field.group) {
            group = field.group;
            addHeading(*grid, FieldText::group(field.group));
            grid->itemAt(grid->count() - 1)
                ->widget()
                ->setProperty(kGroupProperty, static_cast<int>(field.group));
        }
        addRow(*grid, field, recent);
    }
    addAdvancedHeading(*grid);
    for (const Field& field : configFields()) {
        if (isAdvanced(field)) {
            addRow(*grid, field, recent);
        }
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(body);
    m_scroll->setMinimumWidth(body->minimumSizeHint().width() + 24);
}

void ConfigForm::orderTabs() {
    QWidget* previous = m_search;
    for (const auto& row : m_rows) {
        setTabOrder(previous, row->editor().focusProxy());
        previous = row->editor().focusProxy();
    }
}

void ConfigForm::addHeading(QGridLayout& grid, const QString& title) {
    auto* heading = makeHeading(title);
    heading->setContentsMargins(0, m_rows.empty() ? 0 : 14, 0, 6);
    grid.addWidget(heading, grid.rowCount(), 0, 1, 3);
}

void ConfigForm::addAdvancedHeading(QGridLayout& grid) {
    m_advanced = new FoldButton;
    m_advanced->setObjectName(QStringLiteral("advancedFold"));
    m_advanced->setFont(headingFont(m_advanced->font()));
    m_advanced->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_advanced, &FoldButton::toggled, this, &ConfigForm::filter);
    grid.setRowMinimumHeight(grid.rowCount(), 12);
    grid.addWidget(m_advanced, grid.rowCount(), 0, 1, 3, Qt::AlignLeft);
}

void ConfigForm::addRow(QGridLayout& grid, const Field& field, RecentPaths& recent) {
    m_rows.push_back(std::make_unique<ConfigRow>(field, recent, grid));
    ConfigRow& row = *m_rows.back();
    connect(&row, &ConfigRow::edited, this, [this, &row] { take(row); });
    connect(&row, &ConfigRow::resetRequested, this, [this, &row] { reset(row); });
    connect(&row, &ConfigRow::focused, this, [this, &row] { showHelp(&row.field()); });
}

ConfigRow& ConfigForm::rowOf(const Field& field) const {
    return **std::ranges::find_if(m_rows, [&](const auto& one) { return &one->field() == &field; });
}

void ConfigForm::take(ConfigRow& row) {
    row.setTouched(true);
    if (const auto value = row.editor().value()) {
        row.field().assign(m_config, *value);
    }
    checkPath(row.field());
    check();
}

void ConfigForm::showValue(ConfigRow& row) {
    const FieldValue value = row.field().get(m_config);
    row.editor().setValue(value);
    checkPath(row.field());
    // A path that was given and is not there is worth marking; one that is still to be chosen is not.
    row.setTouched(value != FieldValue(std::string()));
}

void ConfigForm::reset(ConfigRow& row) {
    row.editor().setValue(row.field().get(RunConfig()));
    take(row);
    row.editor().setFocus(Qt::OtherFocusReason);
}

/// A folder may lie on a disk that has to wake up: the others are not asked for.
void ConfigForm::checkPath(const Field& field) {
    if (field.kind != FieldKind::Folder && field.kind != FieldKind::File) {
        return;
    }
    RunConfig alone;
    field.assign(alone, field.get(m_config));
    const std::vector<Error> errors = validate(alone);
    if (std::ranges::find(errors, Text(field.key), &Error::subject) != errors.end()) {
        m_missing.insert(&field);
    } else {
        m_missing.erase(&field);
    }
}

QString ConfigForm::reasonOf(const ConfigRow& row) const {
    const auto value = row.editor().value();
    if (!value) {
        return value.error();
    }
    if (m_missing.contains(&row.field())) {
        return FieldText::missingPath(row.field(), *value == FieldValue(std::string()));
    }
    return checkField(row.field(), *value) ? QString() : FieldText::range(row.field());
}

void ConfigForm::check() {
    m_problems.clear();
    const RunConfig defaults;
    for (const auto& row : m_rows) {
        const Field& field = row->field();
        const auto value = row->editor().value();
        const QString reason = reasonOf(*row);
        if (!reason.isEmpty()) {
            m_problems.push_back({&field, reason});
        }
        row->setStanding(value && *value == field.get(defaults), reason);
        // A wrong value stops the start whether or not it is used: it must be possible to mend it.
        row->setUsed(field.isUsed(m_config) || !reason.isEmpty());
    }
    refreshAdvanced();
    Q_EMIT changed();
}

void ConfigForm::filter() {
    const QString text = m_search->text().trimmed();
    std::vector<FieldGroup> shown;
    bool anyAdvanced = false;
    bool anyMatch = false;
    for (const auto& row : m_rows) {
        const bool matches = text.isEmpty() || row->matches(text);
        const bool advanced = isAdvanced(row->field());
        row->setVisible(matches && (!advanced || !text.isEmpty() || m_advanced->isChecked()));
        if (matches && !advanced) {
            shown.push_back(row->field().group);
        }
        anyAdvanced = anyAdvanced || (matches && advanced);
        anyMatch = anyMatch || matches;
    }
    const auto headings = m_scroll->widget()->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
    for (QLabel* heading : headings) {
        const QVariant group = heading->property(kGroupProperty);
        if (group.isValid()) {
            heading->setVisible(std::ranges::find(shown, static_cast<FieldGroup>(group.toInt())) !=
                                shown.end());
        }
    }
    m_advanced->setVisible(anyAdvanced);
    m_noMatch->setVisible(!anyMatch);
    refreshAdvanced();
}

void ConfigForm::refreshAdvanced() {
    int changed = 0;
    bool isWrong = false;
    for (const auto& row : m_rows) {
        if (isAdvanced(row->field())) {
            changed += row->editor().state() == FieldState::Default ? 0 : 1;
            isWrong = isWrong || row->editor().state() == FieldState::Wrong;
        }
    }
    if (isWrong) {
        // What is wrong must not be hidden.
        m_advanced->setChecked(true);
    }
    const bool isOpen = m_advanced->isChecked() || !m_search->text().trimmed().isEmpty();
    m_advanced->showOpen(isOpen);
    const QString title = FieldText::group(FieldGroup::Advanced);
    m_advanced->setText(changed == 0 ? title : tr("%1 (%n changed)", nullptr, changed).arg(title));
}

void ConfigForm::showHelp(const Field* field) {
    if (field == nullptr) {
        m_help->setText(tr("Select a field to read what it does."));
        return;
    }
    m_help->setText(helpOf(*field));
}

void ConfigForm::restyle() {
    for (const auto& row : m_rows) {
        row->restyle();
    }
    m_isRestyling = false;
}

void ConfigForm::fitHelp() {
    // Room for the longest help, so that the form keeps its place when another field is selected.
    QTextDocument document;
    document.setDefaultFont(m_help->font());
    document.setDocumentMargin(0);
    document.setTextWidth(m_help->width());
    double highest = 0.0;
    for (const auto& row : m_rows) {
        document.setHtml(helpOf(row->field()));
        highest = std::max(highest, document.size().height());
    }
    m_help->setFixedHeight(static_cast<int>(std::ceil(highest)));
}

} // namespace fissure::ui
