#include "ui/common/NoteLine.h"

#include "ui/common/CoreText.h"
#include "ui/common/FoldButton.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;

QLabel* makeText(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QIcon severityIcon(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return icon("octagon-x", Meaning::Error);
    case Severity::Warning:
        return icon("triangle-alert", Meaning::Warning);
    case Severity::Info:
        return icon("info", Meaning::Muted);
    }
    return {};
}

QString severityText(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return NoteLine::tr("Error");
    case Severity::Warning:
        return NoteLine::tr("Warning");
    case Severity::Info:
        break;
    }
    return NoteLine::tr("Note");
}

NoteLine::NoteLine(const Finding& finding, QWidget* parent) : QWidget(parent) {
    auto* sign = new IconLabel(kIconPx);
    sign->setIcon(severityIcon(finding.severity), severityText(finding.severity));
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(makeText(coreText(finding.text)));
    if (finding.count > 0) {
        right->addWidget(makeFiles(finding));
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(right, 1);
}

QWidget* NoteLine::makeFiles(const Finding& finding) {
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* fold = new FoldButton;
    fold->setObjectName(QStringLiteral("findingFiles"));
    fold->setText(tr("%n case(s)", nullptr, static_cast<int>(finding.count)));
    fold->setEnabled(!finding.examples.empty());
    QLabel* files = makeText(filesText(finding));
    files->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(fold, 0, Qt::AlignLeft);
    layout->addWidget(files);
    fold->setPart(*files);
    return part;
}

QString NoteLine::filesText(const Finding& finding) {
    QStringList lines;
    for (const SkippedFile& example : finding.examples) {
        const QString file = QString::fromStdString(example.file);
        lines.append(example.reason.empty() ? file : tr("%1: %2").arg(file, coreText(example.reason)));
    }
    const auto more = static_cast<int>(finding.count - std::ssize(finding.examples));
    if (more > 0) {
        lines.append(tr("and %n more", nullptr, more));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fissure::ui
