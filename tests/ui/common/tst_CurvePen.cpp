#include "ui/common/CurvePen.h"

#include <QPalette>
#include <QSet>
#include <QTest>

using namespace fissure::ui;

namespace {

SeriesLook numbered(int number) {
    SeriesLook look;
    look.number = number;
    return look;
}

} // namespace

class tst_CurvePen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numberedCurvesDifferInColourAndNeighboursInDash_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << QPalette(Qt::white);
        QTest::newRow("dark") << QPalette(QColor(30, 30, 30));
    }
    void numberedCurvesDifferInColourAndNeighboursInDash() {
        QFETCH(QPalette, palette);
        QSet<QRgb> colours;
        for (int number = 0; number < kNumberedColors; ++number) {
            const QPen pen = penOf(numbered(number), palette);
            colours.insert(pen.color().rgb());
            QVERIFY(pen.style() != penOf(numbered(number + 1), palette).style());
        }
        QCOMPARE(colours.size(), qsizetype{kNumberedColors});
        QCOMPARE(penOf(numbered(kNumberedColors), palette).color(), penOf(numbered(0), palette).color());
    }

    void referenceIsThinAndDashedAndHasNoMarks() {
        const SeriesLook look{Meaning::Muted, SeriesStyle::Reference};
        const QPen pen = penOf(look, QPalette(Qt::white));
        QCOMPARE(pen.style(), Qt::DashLine);
        QVERIFY(pen.widthF() < penOf({Meaning::Muted, SeriesStyle::Bold}, QPalette(Qt::white)).widthF());
        QVERIFY(!hasMarks(look));
    }

    void numberTakesThePlaceOfTheMeaning() {
        const QPalette palette(Qt::white);
        SeriesLook look{Meaning::Error, SeriesStyle::BoldMarked};
        QCOMPARE(penOf(look, palette).color(), colorOf(Meaning::Error, palette));
        look.number = 0;
        QCOMPARE(penOf(look, palette).color(), numberedColor(0, palette));
    }
};

QTEST_MAIN(tst_CurvePen)
#include "tst_CurvePen.moc"
