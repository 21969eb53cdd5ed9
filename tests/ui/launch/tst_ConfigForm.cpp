#include "ui/common/FieldText.h"
#include "ui/common/Palette.h"
#include "ui/common/RecentPaths.h"
#include "ui/common/Theme.h"
#include "ui/launch/ConfigForm.h"
#include "ui/launch/FieldEditor.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace fissure::ui {

namespace {

/// A valid value that is not the default.
FieldValue otherValue(const Field& field, const QString& folder, const QString& file) {
    const FieldValue standard = field.get(RunConfig());
    switch (field.kind) {
    case FieldKind::Integer:
        return std::get<std::int64_t>(standard) + 1;
    case FieldKind::Real:
        return std::get<double>(standard) == 0.5 ? 0.25 : 0.5;
    case FieldKind::Choice:
        return std::string(field.choices.back());
    case FieldKind::Folder:
        return folder.toStdString();
    case FieldKind::File:
        return file.toStdString();
    }
    return standard;
}

} // namespace

class tst_ConfigForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_file = m_folder.filePath(QStringLiteral("start.safetensors"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void init() {
        m_form = std::make_unique<ConfigForm>(m_recent);
        m_form->resize(480, 700);
        m_form->show();
    }

    void everyFieldShowsItsValue_data() { addFields(); }
    void everyFieldShowsItsValue() {
        const Field& field = fetchField();
        RunConfig config;
        const FieldValue value = otherValue(field, m_folder.path(), m_file);
        QVERIFY(setField(config, field, value).has_value());
        m_form->setConfig(config);
        QCOMPARE(m_form->config(), config);
        QVERIFY(editorOf(field).value() == value);
        QCOMPARE(editorOf(field).state(), FieldState::Changed);
    }

    void everyFieldIsEntered_data() { addFields(); }
    void everyFieldIsEntered() {
        const Field& field = fetchField();
        const FieldValue value = otherValue(field, m_folder.path(), m_file);
        RunConfig expected;
        if (!field.isUsed(expected)) {
            expected.sampler = Sampler::Weighted;
            expected.loss = Loss::Focal;
            m_form->setConfig(expected);
        }
        QSignalSpy changed(m_form.get(), &ConfigForm::changed);
        enter(field, QString::fromStdString(toText(value)));
        QVERIFY(field.get(m_form->config()) == value);
        QVERIFY(changed.count() > 0);
        QVERIFY(setField(expected, field, value).has_value());
        QCOMPARE(m_form->config(), expected);
    }

    void everyFieldIsReset_data() { addFields(); }
    void everyFieldIsReset() {
        const Field& field = fetchField();
        RunConfig config;
        QVERIFY(setField(config, field, otherValue(field, m_folder.path(), m_file)).has_value());
        m_form->setConfig(config);
        auto* reset = m_form->findChild<QToolButton*>(FieldText::objectName(field) + QStringLiteral("Reset"));
        QVERIFY(!reset->isHidden() || field.level == FieldLevel::Advanced);
        reset->click();
        QCOMPARE(m_form->config(), RunConfig());
        QVERIFY(reset->isHidden());
    }

    void wrongValueIsMarkedAndKeepsTheLastRightOne() {
        const Field& epochs = *findField("epochs");
        enter(epochs, QStringLiteral("7"));
        enter(epochs, QStringLiteral("70x"));
        QCOMPARE(editorOf(epochs).state(), FieldState::Wrong);
        // 70 was the last that was right on the way.
        QCOMPARE(m_form->config().epochs, std::int64_t(70));
        QLabel& reason = reasonOf(epochs);
        QVERIFY(reason.isVisibleTo(m_form.get()));
        QCOMPARE(reason.text(), QStringLiteral("Enter a whole number from 1 to 10,000."));
        QVERIFY(std::ranges::any_of(m_form->problems(), [&](const auto& p) { return p.field == &epochs; }));
        enter(epochs, QStringLiteral("70"));
        QCOMPARE(editorOf(epochs).state(), FieldState::Changed);
        QVERIFY(!reason.isVisibleTo(m_form.get()));
    }

    void missingFolderIsMarkedOnceItWasTouched() {
        const Field& train = *findField("train_dir");
        QCOMPARE(m_form->problems().front().field, &train);
        QVERIFY(!reasonOf(train).isVisibleTo(m_form.get()));
        enter(train, m_folder.filePath(QStringLiteral("absent")));
        QCOMPARE(reasonOf(train).text(), QStringLiteral("This folder does not exist."));
        QVERIFY(reasonOf(train).isVisibleTo(m_form.get()));
        enter(train, m_folder.path());
        QVERIFY(m_form->problems().empty());
    }

    void pathsAreLookedForOnlyWhenTheyAreEntered() {
        const Field& train = *findField("train_dir");
        const QString folder = m_folder.filePath(QStringLiteral("built later"));
        enter(train, folder);
        QCOMPARE(m_form->problems().size(), std::size_t(1));
        QVERIFY(QDir().mkpath(folder));
        enter(*findField("epochs"), QStringLiteral("7"));
        QCOMPARE(m_form->problems().size(), std::size_t(1));
        QSignalSpy changed(m_form.get(), &ConfigForm::changed);
        m_form->checkMissing();
        QVERIFY(m_form->problems().empty());
        QVERIFY(!reasonOf(train).isVisibleTo(m_form.get()));
        QCOMPARE(changed.count(), 1);
        m_form->checkMissing();
        QCOMPARE(changed.count(), 1);
        QVERIFY(QDir().rmdir(folder));
        enter(*findField("epochs"), QStringLiteral("8"));
        QVERIFY(m_form->problems().empty());
    }

    void fieldWithoutEffectIsDisabled() {
        const Field& weight = *findField("crack_weight");
        QVERIFY(!editorOf(weight).isEnabled());
        enter(*findField("sampler"), QStringLiteral("weighted"));
        QVERIFY(editorOf(weight).isEnabled());
        QVERIFY(!editorOf(*findField("focal_gamma")).isEnabled());
        enter(*findField("loss"), QStringLiteral("focal"));
        QVERIFY(editorOf(*findField("focal_gamma")).isEnabled());
    }

    void wrongValueOfAFieldWithoutEffectCanBeMended() {
        const Field& weight = *findField("crack_weight");
        enter(*findField("sampler"), QStringLiteral("weighted"));
        enter(weight, QStringLiteral("heavy"));
        enter(*findField("sampler"), QStringLiteral("shuffle"));
        QVERIFY(std::ranges::any_of(m_form->problems(), [&](const auto& p) { return p.field == &weight; }));
        QVERIFY(editorOf(weight).isEnabled());
        enter(weight, QStringLiteral("2"));
        QVERIFY(!editorOf(weight).isEnabled());
        QVERIFY(std::ranges::none_of(m_form->problems(), [&](const auto& p) { return p.field == &weight; }));
    }

    void pathHasALineOfItsOwnAndShowsItsEnd() {
        const Field& train = *findField("train_dir");
        const QString path = m_folder.path() + QStringLiteral("/a").repeated(60);
        RunConfig config;
        config.trainDir = path.toStdString();
        m_form->setConfig(config);
        const FieldEditor& editor = editorOf(train);
        QTRY_VERIFY(editor.geometry().top() >= titleOf(train).geometry().bottom());
        const auto* scroll = m_form->findChild<QScrollArea*>();
        QVERIFY(editor.width() > scroll->viewport()->width() * 8 / 10);
        auto* line = qobject_cast<QLineEdit*>(editor.focusProxy());
        QCOMPARE(line->toolTip(), path);
        QCOMPARE(line->cursorPosition(), path.size());
        line->setCursorPosition(0);
        QFocusEvent leave(QEvent::FocusOut, Qt::TabFocusReason);
        QApplication::sendEvent(line, &leave);
        QCOMPARE(line->cursorPosition(), path.size());
        enter(train, QStringLiteral(" "));
        QCOMPARE(line->toolTip(), FieldText::help(train));
    }

    void fieldIsInViewAtOnceWhenTheSearchHadHiddenIt() {
        m_form->resize(480, 420);
        m_form->findChild<QLineEdit*>(QStringLiteral("fieldSearch"))->setText(QStringLiteral("focal"));
        QCoreApplication::sendPostedEvents();
        const Field& last = configFields().back();
        m_form->focusField(last);
        const QWidget* viewport = m_form->findChild<QScrollArea*>()->viewport();
        const FieldEditor& editor = editorOf(last);
        const QRect place(editor.mapTo(viewport, QPoint()), editor.size());
        QVERIFY2(viewport->rect().contains(place), qPrintable(QString::number(place.top())));
    }

    void searchHidesWhatDoesNotMatch() {
        auto* search = m_form->findChild<QLineEdit*>(QStringLiteral("fieldSearch"));
        search->setText(QStringLiteral("focal"));
        QVERIFY(editorOf(*findField("focal_gamma")).isVisibleTo(m_form.get()));
        QVERIFY(!editorOf(*findField("epochs")).isVisibleTo(m_form.get()));
        // Advanced fields are found though they are folded.
        search->setText(QStringLiteral("loader"));
        QVERIFY(editorOf(*findField("loader_threads")).isVisibleTo(m_form.get()));
        search->clear();
        QVERIFY(editorOf(*findField("epochs")).isVisibleTo(m_form.get()));
        QVERIFY(!editorOf(*findField("loader_threads")).isVisibleTo(m_form.get()));
    }

    void advancedFieldsFoldAndWrongOnesUnfold() {
        const Field& threads = *findField("threads");
        auto* fold = m_form->findChild<QToolButton*>(QStringLiteral("advancedFold"));
        QVERIFY(!editorOf(threads).isVisibleTo(m_form.get()));
        fold->click();
        QVERIFY(editorOf(threads).isVisibleTo(m_form.get()));
        enter(threads, QStringLiteral("4"));
        QVERIFY(fold->text().contains(QLatin1Char('1')));
        fold->click();
        QVERIFY(!editorOf(threads).isVisibleTo(m_form.get()));
        enter(threads, QStringLiteral("none"));
        QVERIFY(editorOf(threads).isVisibleTo(m_form.get()));
    }

    void helpFollowsTheKeyboard() {
        auto* help = m_form->findChild<QLabel*>(QStringLiteral("fieldHelp"));
        m_form->activateWindow();
        m_form->focusField(*findField("patience"));
        QTRY_VERIFY(help->text().contains(QString::fromUtf8(findField("patience")->title)));
        m_form->focusField(*findField("threads"));
        QTRY_VERIFY(help->text().contains(QString::fromUtf8(findField("threads")->title)));
        QVERIFY(editorOf(*findField("threads")).isVisibleTo(m_form.get()));
    }

    void changedFieldKeepsItsLookWhenTheThemeChanges() {
        const Field& epochs = *findField("epochs");
        const Field& batch = *findField("batch_size");
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(*qApp, theme);
            QTRY_COMPARE(textColour(batch), colorOf(Meaning::Muted, m_form->palette()));
            enter(epochs, QStringLiteral("7"));
            QTRY_COMPARE(textColour(epochs), m_form->palette().color(QPalette::Text));
            QVERIFY(titleOf(epochs).font().bold());
            QVERIFY(!titleOf(batch).font().bold());
        }
        qApp->setStyleSheet(QString());
    }

    void everyFieldIsReachedByTab() {
        m_form->findChild<QToolButton*>(QStringLiteral("advancedFold"))->setChecked(true);
        enter(*findField("sampler"), QStringLiteral("weighted"));
        enter(*findField("loss"), QStringLiteral("focal"));
        QSet<QString> reached;
        const QWidget* start = m_form->findChild<QLineEdit*>(QStringLiteral("fieldSearch"));
        for (QWidget* next = start->nextInFocusChain(); next != start; next = next->nextInFocusChain()) {
            if ((next->focusPolicy() & Qt::TabFocus) != 0 && next->isVisibleTo(m_form.get())) {
                reached.insert(next->objectName());
            }
        }
        for (const Field& field : configFields()) {
            QVERIFY2(reached.contains(FieldText::objectName(field)), field.key);
        }
    }

private:
    static void addFields() {
        QTest::addColumn<QString>("key");
        for (const Field& field : configFields()) {
            QTest::newRow(field.key) << QString::fromUtf8(field.key);
        }
    }

    static const Field& fetchField() {
        const QString key = *static_cast<QString*>(QTest::qData("key", qMetaTypeId<QString>()));
        return *findField(key.toStdString());
    }

    FieldEditor& editorOf(const Field& field) const {
        for (FieldEditor* editor : m_form->findChildren<FieldEditor*>()) {
            if (&editor->field() == &field) {
                return *editor;
            }
        }
        qFatal("the form lacks %s", field.key);
        std::abort();
    }

    QLabel& reasonOf(const Field& field) const {
        return *m_form->findChild<QLabel*>(FieldText::objectName(field) + QStringLiteral("Reason"));
    }

    QColor textColour(const Field& field) const {
        const QWidget* input = editorOf(field).focusProxy();
        return input->findChild<QLineEdit*>()->palette().color(QPalette::Active, QPalette::Text);
    }

    QLabel& titleOf(const Field& field) const {
        for (QLabel* label : m_form->findChildren<QLabel*>()) {
            if (label->text() == FieldText::title(field)) {
                return *label;
            }
        }
        qFatal("the form lacks the title of %s", field.key);
        std::abort();
    }

    /// As a user would.
    void enter(const Field& field, const QString& text) {
        QWidget* input = editorOf(field).focusProxy();
        if (auto* box = qobject_cast<QComboBox*>(input)) {
            box->setCurrentText(text);
            Q_EMIT box->activated(box->currentIndex());
            return;
        }
        auto* line = qobject_cast<QLineEdit*>(input);
        line = line != nullptr ? line : input->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    QTemporaryDir m_folder;
    QString m_file;
    RecentPaths m_recent;
    std::unique_ptr<ConfigForm> m_form;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_ConfigForm)

#include "tst_ConfigForm.moc"
