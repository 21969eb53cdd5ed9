#include "ui/common/PathButton.h"
#include "ui/common/PathLine.h"
#include "ui/common/RecentPaths.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace fissure::ui;

namespace {

const PathButton::Kind kFolder{QStringLiteral("Folder for training"), {}};
const PathButton::Kind kWeights{QStringLiteral("Initial weights"),
                                QStringLiteral("Weights"),
                                {QStringLiteral("*.pth"), QStringLiteral("*.safetensors")}};

} // namespace

class tst_PathButton : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersChosenLastAreOffered() {
        RecentPaths recent;
        PathLine line;
        PathButton button(line, recent);
        button.setKind(kFolder);
        QCOMPARE(offered(button), QStringList{QStringLiteral("None yet")});
        recent.addFolder(QStringLiteral("/data/a"));
        recent.addFolder(QStringLiteral("/data/b & c"));
        recent.addFile(QStringLiteral("/data/x.pth"));
        QCOMPARE(offered(button), (QStringList{QStringLiteral("/data/b && c"), QStringLiteral("/data/a")}));
    }

    void filesOfTheKindAreOffered() {
        RecentPaths recent;
        PathLine line;
        PathButton button(line, recent);
        button.setKind(kWeights);
        recent.addFile(QStringLiteral("/data/boxes.json"));
        recent.addFile(QStringLiteral("/data/x.pth"));
        recent.addFolder(QStringLiteral("/data/a"));
        QCOMPARE(offered(button), QStringList{QStringLiteral("/data/x.pth")});
    }

    void pathFromTheMenuIsShownAndComesFirst() {
        RecentPaths recent;
        recent.restore({QStringLiteral("/data/a"), QStringLiteral("/data/b")}, {});
        PathLine line;
        PathButton button(line, recent);
        button.setKind(kFolder);
        QSignalSpy chosen(&button, &PathButton::chosen);
        QCOMPARE(offered(button).size(), 2);
        button.menu()->actions().back()->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(line.path(), QStringLiteral("/data/b"));
        QCOMPARE(recent.folders(), (QStringList{QStringLiteral("/data/b"), QStringLiteral("/data/a")}));
    }

    void droppedFileIsRemembered() {
        RecentPaths recent;
        PathLine line;
        PathButton button(line, recent);
        button.setKind(kWeights);
        Q_EMIT line.dropped(QStringLiteral("/data/x.pth"));
        QCOMPARE(line.path(), QStringLiteral("/data/x.pth"));
        QCOMPARE(recent.files(), QStringList{QStringLiteral("/data/x.pth")});
    }

    void dialogAsksForWhatTheFieldTakes() {
        RecentPaths recent;
        PathLine line;
        PathButton button(line, recent);
        button.setKind(kWeights);
        QCOMPARE(button.accessibleName(), QStringLiteral("Browse for: Initial weights"));
        button.click();
        auto* dialog = button.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Initial weights"));
        QCOMPARE(dialog->nameFilters(), (QStringList{QStringLiteral("Weights (*.pth *.safetensors)"),
                                                     QStringLiteral("All files (*)")}));
        dialog->reject();
    }

private:
    /// What stands below the menu's heading.
    static QStringList offered(const PathButton& button) {
        Q_EMIT button.menu()->aboutToShow();
        QStringList texts;
        const auto actions = button.menu()->actions();
        for (const QAction* action : actions.mid(2)) {
            texts.append(action->text());
        }
        return texts;
    }
};

QTEST_MAIN(tst_PathButton)
#include "tst_PathButton.moc"
