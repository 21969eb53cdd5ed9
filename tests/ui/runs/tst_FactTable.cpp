#include "ui/runs/FactTable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace fissure::ui;

class tst_FactTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectedRowsAreCopiedWithTabs() {
        FactTable table({QStringLiteral("Name"), QStringLiteral("Value")});
        table.setRows(
            {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}});
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\t1\nb\t2"));
    }

    void sameRowsKeepTheSelection() {
        FactTable table({QStringLiteral("Name"), QStringLiteral("Value")});
        const QList<QStringList> rows{{QStringLiteral("a"), QStringLiteral("1")}};
        table.setRows(rows);
        table.topLevelItem(0)->setSelected(true);
        table.setRows(rows);
        QVERIFY(table.topLevelItem(0)->isSelected());
        table.setRows({{QStringLiteral("a"), QStringLiteral("2")}});
        QVERIFY(!table.topLevelItem(0)->isSelected());
    }

    void figuresAreAlignedToTheRightWithTheirHeadings() {
        FactTable table({QStringLiteral("Name")});
        table.setHeadings({QStringLiteral("Name"), QStringLiteral("Size")}, {1});
        table.setRows({{QStringLiteral("best"), QStringLiteral("92.0 MB")}});
        QCOMPARE(table.columnCount(), 2);
        const QTreeWidgetItem* item = table.topLevelItem(0);
        QVERIFY(Qt::Alignment(item->textAlignment(0)).testFlag(Qt::AlignLeft));
        QVERIFY(Qt::Alignment(item->textAlignment(1)).testFlag(Qt::AlignRight));
        QVERIFY(Qt::Alignment(table.headerItem()->textAlignment(1)).testFlag(Qt::AlignRight));
    }

    void fittingTableShowsAllItsRows() {
        FactTable table({QStringLiteral("Name")});
        table.setFitsRows(true);
        QList<QStringList> rows;
        for (int i = 0; i < 12; ++i) {
            rows.append({QString::number(i)});
        }
        table.setRows(rows);
        table.resize(table.sizeHint());
        table.show();
        const QRect last = table.visualItemRect(table.topLevelItem(11));
        QVERIFY(table.viewport()->rect().contains(last));
    }
};

QTEST_MAIN(tst_FactTable)
#include "tst_FactTable.moc"
