#include "ui/runs/ReportModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;

class tst_ReportModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void figuresEqualThoseComputedByHand() {
        ReportModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setMatrix(ConfusionMatrix{25, 8, 41, 6});
        const auto row = [&model](int number) {
            QStringList cells;
            for (int column = 0; column < ReportModel::kColumns; ++column) {
                cells.append(model.index(number, column).data().toString().remove(QChar(QChar::Nbsp)));
            }
            return cells.join(QLatin1Char('|'));
        };
        // no crack: 41 / 47, 41 / 49; crack: 25 / 33, 25 / 31; accuracy 66 / 80
        QCOMPARE(row(0), QStringLiteral("no crack|87.2%|83.7%|85.4%|49"));
        QCOMPARE(row(1), QStringLiteral("crack|75.8%|80.6%|78.1%|31"));
        QCOMPARE(row(2), QStringLiteral("accuracy|||82.5%|80"));
        QCOMPARE(row(3), QStringLiteral("macro average|81.5%|82.2%|81.8%|80"));
        QCOMPARE(row(4), QStringLiteral("weighted average|82.8%|82.5%|82.6%|80"));
        model.setMatrix(std::nullopt);
        QCOMPARE(model.rowCount(), 0);
    }

    void columnsAreNamed() {
        const ReportModel model;
        const auto title = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(title(0), QStringLiteral("Class"));
        QCOMPARE(title(1), QStringLiteral("Precision"));
        QCOMPARE(title(4), QStringLiteral("Support"));
    }
};

QTEST_MAIN(tst_ReportModel)
#include "tst_ReportModel.moc"
