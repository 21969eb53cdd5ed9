#include "ui/settings/SettingsPage.h"

#include "core/base/BuildInfo.h"
#include "ui/common/Heading.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/settings/Language.h"
#include "ui/settings/Settings.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr int kColumnWidth = 720;
constexpr int kFieldWidth = 240;

/// A headline and what belongs to it.
QWidget* makeSection(const QString& title, QLayout* content) {
    auto* section = new QWidget;
    auto* headline = new QLabel(title);
    headline->setFont(headingFont(headline->font(), 1.1));
    auto* layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addLayout(content);
    return section;
}

QFormLayout* makeForm() {
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    return form;
}

QLabel* makeText(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

struct Library {
    const char* name;
    const char* licence;
};

/// What the program is linked against or ships, and under which licence.
constexpr Library kLibraries[] = {
    {"Qt 6 (Core, Gui, Widgets, DBus, Svg)", "LGPL-3.0"},
    {"Qt Charts", "GPL-3.0"},
    {"LibTorch", "BSD-3-Clause"},
    {"OpenCV", "Apache-2.0"},
    {"libjpeg-turbo", "IJG, BSD-3-Clause"},
    {"SQLite", "public domain"},
    {"SQLiteCpp", "MIT"},
    {"OpenSSL", "Apache-2.0"},
    {"libcurl", "curl"},
    {"zlib", "Zlib"},
    {"JSON for Modern C++", "MIT"},
    {"{fmt}", "MIT"},
    {"pugixml", "MIT"},
    {"libcsv", "LGPL-2.1"},
    {"tl::expected", "CC0-1.0"},
    {"Lucide icons", "ISC"},
};

} // namespace

SettingsPage::SettingsPage(Settings& settings, const QString& workspace, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_languageAtStart(settings.language()) {
    auto* column = new QWidget;
    column->setFixedWidth(kColumnWidth);
    auto* sections = new QVBoxLayout(column);
    sections->setContentsMargins(16, 24, 16, 24);
    sections->setSpacing(32);
    sections->addWidget(makeAppearance());
    sections->addWidget(makeWorkspace(workspace));
    sections->addWidget(makeAbout());
    sections->addStretch(1);

    auto* ground = new QWidget;
    auto* line = new QHBoxLayout(ground);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(column);
    line->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(ground);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PageHeader(tr("Settings")));
    layout->addWidget(scroll, 1);
}

QWidget* SettingsPage::makeAppearance() {
    m_theme = new QComboBox;
    m_theme->setObjectName(QStringLiteral("themeChoice"));
    m_theme->setMinimumWidth(kFieldWidth);
    m_theme->addItem(tr("Like the desktop"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_settings.theme())));
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
        const auto theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
        m_settings.setTheme(theme);
        Q_EMIT themeChosen(theme);
    });

    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("languageChoice"));
    m_language->setMinimumWidth(kFieldWidth);
    m_language->addItem(tr("Like the desktop"), QString());
    for (const Language& language : languages()) {
        m_language->addItem(language.name, language.code);
    }
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_settings.language())));
    m_languageHint = new QLabel(tr("The language changes at the next start."));
    m_languageHint->setObjectName(QStringLiteral("languageHint"));
    m_languageHint->hide();
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setLanguage(m_language->currentData().toString());
        m_languageHint->setVisible(m_settings.language() != m_languageAtStart);
    });
    auto* language = new QHBoxLayout;
    language->setSpacing(12);
    language->addWidget(m_language);
    language->addWidget(m_languageHint);

    auto* form = makeForm();
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Language"), language);
    return makeSection(tr("Appearance"), form);
}

QWidget* SettingsPage::makeWorkspace(const QString& workspace) {
    auto* path = makeText(workspace);
    path->setObjectName(QStringLiteral("workspacePath"));
    path->setTextFormat(Qt::PlainText);
    auto* open = new QPushButton(icon("folder-open"), tr("Open folder"));
    open->setObjectName(QStringLiteral("openWorkspace"));
    connect(open, &QPushButton::clicked, this,
            [workspace] { QDesktopServices::openUrl(QUrl::fromLocalFile(workspace)); });
    auto* line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(path, 1);
    line->addWidget(open);
    auto* content = new QVBoxLayout;
    content->setSpacing(8);
    content->addLayout(line);
    content->addWidget(
        makeText(tr("Runs, predictions and weights lie in this folder. It can be copied or backed up "
                    "as a whole. Another one is chosen at the start with --workspace.")));
    return makeSection(tr("Workspace"), content);
}

QWidget* SettingsPage::makeAbout() {
    auto* form = makeForm();
    form->setVerticalSpacing(4);
    for (const Library& library : kLibraries) {
        form->addRow(QLatin1String(library.name), new QLabel(QLatin1String(library.licence)));
    }
    auto* content = new QVBoxLayout;
    content->setSpacing(12);
    auto* version = makeText(tr("Fissure %1, built from commit %2 with %3 and Qt %4.")
                                 .arg(QString::fromUtf8(programVersion()), QString::fromUtf8(buildCommit()),
                                      QString::fromUtf8(buildCompiler()), QLatin1String(qVersion())));
    version->setObjectName(QStringLiteral("aboutVersion"));
    content->addWidget(version);
    content->addWidget(
        makeText(tr("Fissure is free software under the GNU General Public License, version 3 or any "
                    "later one. It comes without any warranty. It builds on:")));
    content->addLayout(form);
    return makeSection(tr("About"), content);
}

} // namespace fissure::ui
