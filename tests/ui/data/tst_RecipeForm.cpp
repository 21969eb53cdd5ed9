#include "tests/core/data/DrawnWalls.h"
#include "ui/common/RecentPaths.h"
#include "ui/data/RecipeForm.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace fissure;
using namespace fissure::ui;
namespace fs = std::filesystem;

class tst_RecipeForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fissure::test::drawWalls(root(), 2, 32);
        m_form = std::make_unique<RecipeForm>(m_recent);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }

    void cleanup() { m_form.reset(); }

    void untouchedFormAsksForTheRecipeOfTheReference() {
        const BuildRequest request = m_form->request();
        QCOMPARE(request.recipe, ProposalRecipe());
        QVERIFY(request.images.empty() && request.out.empty());
        QCOMPARE(request.groundTruth, GroundTruthSource());
        QCOMPARE(m_form->obstacle(), QStringLiteral("Choose the folder of photographs."));
    }

    void everyFieldReachesTheRequest() {
        type("imagesFolder", "/data/photos");
        choose("groundTruthFormat", static_cast<int>(GroundTruthFormat::Yolo));
        type("groundTruth", "/data/boxes");
        choose("searchMode", static_cast<int>(SearchMode::Quality));
        choose("negativePolicy", static_cast<int>(NegativePolicy::Random));
        child<QSpinBox>("negatives").setValue(77);
        child<QSpinBox>("negativeSeed").setValue(5);
        child<QDoubleSpinBox>("negativeIou").setValue(0.35);
        child<QCheckBox>("groundTruthCrops").setChecked(true);
        child<QSpinBox>("cropSize").setValue(96);
        choose("cropFormat", static_cast<int>(ImageFormat::WebP));
        type("outFolder", "/data/out");
        child<QToolButton>("recipeAdvanced").click();
        child<QSpinBox>("jpegQuality").setValue(80);
        child<QSpinBox>("maskClosing").setValue(9);
        child<QSpinBox>("maskThreshold").setValue(10);
        child<QSpinBox>("maskMinimumArea").setValue(11);
        child<QSpinBox>("maskMergeDistance").setValue(12);
        const BuildRequest request = m_form->request();
        QCOMPARE(request.images, fs::path("/data/photos"));
        QCOMPARE(request.groundTruth, (GroundTruthSource{GroundTruthFormat::Yolo, "/data/boxes"}));
        QCOMPARE(request.out, fs::path("/data/out"));
        ProposalRecipe expected;
        expected.mode = SearchMode::Quality;
        expected.policy = NegativePolicy::Random;
        expected.negatives = 77;
        expected.seed = 5;
        expected.negativeIou = 0.35;
        expected.groundTruthCrops = true;
        expected.cropSizePx = 96;
        expected.format = ImageFormat::WebP;
        expected.jpegQuality = 80;
        expected.mask = {9, 10, 11, 12};
        QCOMPARE(request.recipe, expected);
    }

    void notesAreGreyWhereTheFormIsDisabled() {
        type("imagesFolder", root() / "images");
        look();
        QPalette palette = m_form->palette();
        palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, Qt::magenta);
        m_form->setPalette(palette);
        for (const char* name : {"imagesFolderReason", "policyHelp"}) {
            const auto& note = child<QLabel>(name);
            const auto colour = [&note] { return note.palette().color(note.foregroundRole()); };
            const QColor before = colour();
            m_form->setEnabled(false);
            QVERIFY(!note.text().isEmpty() && colour() != before);
            QCOMPARE(colour(), note.palette().color(QPalette::Disabled, note.foregroundRole()));
            m_form->setEnabled(true);
        }
    }

    void pathsOfAnEarlierFormAreOffered() {
        type("imagesFolder", "/data/photos");
        type("groundTruth", "/data/boxes");
        type("outFolder", "/data/out");
        m_form->rememberPaths();
        QCOMPARE(m_recent.folders(), (QStringList{QStringLiteral("/data/out"), QStringLiteral("/data/photos"),
                                                  QStringLiteral("/data/boxes")}));
        const QMenu* menu = child<QToolButton>("imagesFolderBrowse").menu();
        Q_EMIT child<QToolButton>("imagesFolderBrowse").menu()->aboutToShow();
        const auto offered = menu->actions();
        const auto chosen = std::ranges::find(offered, QStringLiteral("/data/out"), &QAction::text);
        QVERIFY(chosen != offered.end());
        QSignalSpy changed(m_form.get(), &RecipeForm::changed);
        (*chosen)->trigger();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_form->request().images, fs::path("/data/out"));
    }

    void onlyTheRandomPolicyHasASeed() {
        QVERIFY(!child<QSpinBox>("negativeSeed").isVisible());
        choose("negativePolicy", static_cast<int>(NegativePolicy::Random));
        QVERIFY(child<QSpinBox>("negativeSeed").isVisible());
        child<QSpinBox>("negativeSeed").setValue(3);
        choose("negativePolicy", static_cast<int>(NegativePolicy::All));
        QVERIFY(!child<QSpinBox>("negatives").isVisible());
        QCOMPARE(m_form->request().recipe.seed, std::uint64_t(0));
    }

    void everyPolicyKeepsANumberOfItsOwn() {
        auto& number = child<QSpinBox>("negatives");
        QCOMPARE(number.value(), 400);
        choose("negativePolicy", static_cast<int>(NegativePolicy::PerBand));
        QCOMPARE(number.value(), 10);
        QCOMPARE(m_form->request().recipe.negatives, 10);
        number.setValue(12);
        choose("negativePolicy", static_cast<int>(NegativePolicy::All));
        QCOMPARE(m_form->request().recipe.negatives, defaultNegatives(NegativePolicy::All));
        choose("negativePolicy", static_cast<int>(NegativePolicy::PerBand));
        QCOMPARE(m_form->request().recipe.negatives, 12);
        choose("negativePolicy", static_cast<int>(NegativePolicy::FirstByArea));
        QCOMPARE(m_form->request().recipe, ProposalRecipe());
    }

    void foldersBesideThePhotographsAreProposed() {
        type("imagesFolder", (root() / "images").string());
        QCOMPARE(m_form->request().out, root() / "proposals");
        // Only a look asks the file system.
        QCOMPARE(m_form->request().groundTruth.path, fs::path());
        QCOMPARE(m_form->place(), GroundTruthPlace::Customary);
        look();
        QCOMPARE(m_form->request().groundTruth.path, root() / "masks");
        QCOMPARE(m_form->place(), GroundTruthPlace::AsRequested);
        // What the user has chosen is not overwritten.
        type("outFolder", (root() / "mine").string());
        fs::create_directories(root() / "other" / "images");
        type("imagesFolder", (root() / "other" / "images").string());
        look();
        QCOMPARE(m_form->request().out, root() / "mine");
        QCOMPARE(m_form->request().groundTruth.path, fs::path());
    }

    void groundTruthThatTheUserHasChosenOrClearedIsLeftAlone() {
        type("imagesFolder", (root() / "images").string());
        look();
        type("groundTruth", "");
        look();
        QCOMPARE(m_form->request().groundTruth.path, fs::path());
        type("groundTruth", (root() / "other").string());
        type("imagesFolder", (root() / "images" / "").string());
        look();
        QCOMPARE(m_form->request().groundTruth.path, root() / "other");
    }

    void lookMarksTheWrongFieldAndSaysWhy() {
        type("imagesFolder", (root() / "images").string());
        type("outFolder", (root() / "images").string());
        look();
        QVERIFY2(reason("outFolder").contains(QStringLiteral("already holds files")),
                 qPrintable(reason("outFolder")));
        QCOMPARE(m_form->obstacle(), reason("outFolder"));
        QVERIFY2(reason("imagesFolder").contains(QStringLiteral("2 photograph")),
                 qPrintable(reason("imagesFolder")));
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        m_form->focusObstacle();
        QVERIFY(child<QLineEdit>("outFolder").hasFocus());
        type("outFolder", (root() / "out").string());
        look();
        QVERIFY(reason("outFolder").isEmpty());
        QVERIFY(m_form->obstacle().isEmpty());
    }

    void dataSetThatWouldBeReplacedIsSaid() {
        m_form->setTarget({std::nullopt, true, {}});
        QVERIFY2(reason("outFolder").contains(QStringLiteral("its crops are taken over")),
                 qPrintable(reason("outFolder")));
        m_form->setTarget({std::nullopt, true, "/data/train/images"});
        QVERIFY2(reason("outFolder").endsWith(QStringLiteral("/data/train/images")),
                 qPrintable(reason("outFolder")));
    }

    void stateKeepsWhatWasEntered() {
        type("imagesFolder", (root() / "images").string());
        look();
        type("outFolder", "/data/out");
        choose("negativePolicy", static_cast<int>(NegativePolicy::PerBand));
        child<QSpinBox>("negatives").setValue(7);
        child<QSpinBox>("cropSize").setValue(64);
        choose("cropFormat", static_cast<int>(ImageFormat::Png));
        RecipeForm next(m_recent);
        QSignalSpy changed(&next, &RecipeForm::changed);
        next.restoreState(QByteArray("nonsense"));
        QCOMPARE(changed.count(), 0);
        next.restoreState(m_form->saveState());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(next.request().images, m_form->request().images);
        QCOMPARE(next.request().groundTruth, m_form->request().groundTruth);
        QCOMPARE(next.request().out, fs::path("/data/out"));
        QCOMPARE(next.request().recipe, m_form->request().recipe);
        QCOMPARE(next.place(), GroundTruthPlace::AsRequested);
        QCOMPARE(next.saveState(), m_form->saveState());
    }

    void whatIsMissingIsAskedForInOrder() {
        type("imagesFolder", (root() / "images").string());
        type("groundTruth", "");
        QCOMPARE(m_form->obstacle(), QStringLiteral("Choose the folder of the ground truth."));
        choose("groundTruthFormat", static_cast<int>(GroundTruthFormat::Coco));
        QCOMPARE(m_form->obstacle(), QStringLiteral("Choose the file of the ground truth."));
        type("groundTruth", (root() / "masks").string());
        type("outFolder", "");
        QCOMPARE(m_form->obstacle(), QStringLiteral("Choose a folder for the crops."));
    }

    void photographsWithoutGroundTruthAreCounted() {
        fs::remove(root() / "masks" / "wall_0.png");
        type("imagesFolder", (root() / "images").string());
        look();
        QVERIFY2(reason("imagesFolder").contains(QStringLiteral("of 2")), qPrintable(reason("imagesFolder")));
        auto& label = child<QLabel>("imagesFolderReason");
        QVERIFY2(label.toolTip().contains(QStringLiteral("wall_0.jpg")), qPrintable(label.toolTip()));
    }

    void numbersThatHaveNoEffectCannotBeEntered() {
        child<QToolButton>("recipeAdvanced").click();
        QVERIFY(child<QSpinBox>("maskClosing").isEnabled());
        choose("groundTruthFormat", static_cast<int>(GroundTruthFormat::Voc));
        QVERIFY(!child<QSpinBox>("maskClosing").isEnabled());
        QVERIFY(child<QSpinBox>("jpegQuality").isEnabled());
        choose("cropFormat", static_cast<int>(ImageFormat::Png));
        QVERIFY(!child<QSpinBox>("jpegQuality").isEnabled());
    }

    void everyEditIsTold() {
        QSignalSpy changed(m_form.get(), &RecipeForm::changed);
        child<QSpinBox>("negatives").setValue(3);
        child<QCheckBox>("groundTruthCrops").toggle();
        type("outFolder", "x");
        QCOMPARE(changed.count(), 3);
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    template <class Widget>
    Widget& child(const char* name) const {
        auto* found = m_form->findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("there is no %s", name);
        }
        return *found;
    }

    void type(const char* name, const std::string& text) const {
        auto& line = child<QLineEdit>(name);
        line.setFocus();
        line.selectAll();
        if (text.empty()) {
            QTest::keyClick(&line, Qt::Key_Delete);
        } else {
            line.setText(QString::fromStdString(text).chopped(1));
            QTest::keyClick(&line, text.back());
        }
    }

    void choose(const char* name, int value) const {
        auto& box = child<QComboBox>(name);
        box.setCurrentIndex(box.findData(value));
    }

    void look() const {
        const BuildRequest request = m_form->request();
        m_form->setLook(lookIntoSources(request, m_form->place()));
        m_form->setTarget(lookIntoTarget(request.out, request.images));
    }

    QString reason(const char* name) const {
        auto& label = child<QLabel>((std::string(name) + "Reason").c_str());
        return label.isVisible() ? label.text() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    RecentPaths m_recent;
    std::unique_ptr<RecipeForm> m_form;
};

QTEST_MAIN(tst_RecipeForm)
#include "tst_RecipeForm.moc"
