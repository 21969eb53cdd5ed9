#include "ui/runs/EnvironmentTab.h"

#include "ui/common/Format.h"
#include "ui/runs/FactTable.h"

#include <QHash>
#include <QLocale>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

/// The title of a fact; a name that is not known here stands for itself.
QString titleOfFact(const std::string& name) {
    static const QHash<QString, const char*> kTitles{
        {QStringLiteral("program"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Fissure")},
        {QStringLiteral("commit"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Commit")},
        {QStringLiteral("compiler"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Compiler")},
        {QStringLiteral("libtorch"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "LibTorch")},
        {QStringLiteral("opencv"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "OpenCV")},
        {QStringLiteral("sqlite"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "SQLite")},
        {QStringLiteral("cpu"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Processor")},
        {QStringLiteral("cpu_capability"),
         QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Instruction set")},
        {QStringLiteral("cpu_bf16"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "bf16 arithmetic")},
        {QStringLiteral("cores"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Cores")},
        {QStringLiteral("memory"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Memory")},
        {QStringLiteral("host"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Host")},
        {QStringLiteral("gpu"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Graphics processor")},
        {QStringLiteral("gpu_driver"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Graphics driver")},
        {QStringLiteral("device"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Device")},
        {QStringLiteral("precision"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Precision")},
        {QStringLiteral("threads"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Threads")},
        {QStringLiteral("parameters"), QT_TRANSLATE_NOOP("fissure::ui::EnvironmentTab", "Parameters")}};
    const QString key = QString::fromStdString(name);
    const char* title = kTitles.value(key, nullptr);
    return title ? EnvironmentTab::tr(title) : key;
}

/// Memory comes as the kernel writes it, "16318480 kB", counts without groups, and words in English.
QString valueOfFact(const std::string& name, const std::string& value) {
    const QString text = QString::fromStdString(value);
    bool isNumber = false;
    if (name == "memory") {
        const qint64 kibibytes = text.section(QLatin1Char(' '), 0, 0).toLongLong(&isNumber);
        return isNumber && text.endsWith(QStringLiteral("kB"))
                   ? QLocale().formattedDataSize(kibibytes * 1024, 1, QLocale::DataSizeIecFormat)
                   : text;
    }
    if (name == "cpu_bf16") {
        return text == QLatin1String("in hardware") ? EnvironmentTab::tr("in hardware")
               : text == QLatin1String("emulated")  ? EnvironmentTab::tr("emulated")
                                                    : text;
    }
    if (name == "gpu" && text == QLatin1String("none")) {
        return EnvironmentTab::tr("none");
    }
    const qint64 count = name == "parameters" ? text.toLongLong(&isNumber) : 0;
    return isNumber ? countText(count) : text;
}

} // namespace

EnvironmentTab::EnvironmentTab(QWidget* parent)
    : QWidget(parent)
    , m_facts(new FactTable({tr("Name"), tr("Value")}, this)) {
    setObjectName(QStringLiteral("environmentTab"));
    m_facts->setObjectName(QStringLiteral("environmentFacts"));
    m_facts->setAccessibleName(tr("Environment"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 0);
    layout->addWidget(m_facts);
}

void EnvironmentTab::setRun(const RunRecord& run) {
    QList<QStringList> rows;
    for (const auto& [name, value] : run.environment) {
        rows.append({titleOfFact(name), valueOfFact(name, value)});
    }
    rows.append({tr("Seed"), QString::number(run.summary.config.seed)});
    rows.append({tr("Dataset fingerprint"), QString::fromStdString(run.datasetFingerprint)});
    rows.append({tr("Evaluation fingerprint"), QString::fromStdString(run.evaluationFingerprint)});
    m_facts->setRows(rows);
}

} // namespace fissure::ui
