#include "ui/common/CurveExport.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;

class tst_CurveExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void valuesAreWrittenWithTheirSeries() {
        const std::vector<QPointF> train{{0.5, 0.25}, {1.0, 1e-7}};
        const std::vector<QPointF> valid{{1.0, 0.75}};
        QVERIFY(writeCurves(path("curves.csv"), QStringLiteral("Epoch"),
                            {{QStringLiteral("training"), &train}, {QStringLiteral("a, \"b\""), &valid}}));
        QFile file(path("curves.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("series,Epoch,value\n"
                                            "training,0.5,0.25\n"
                                            "training,1,1e-07\n"
                                            "\"a, \"\"b\"\"\",1,0.75\n"));
    }

    void pictureHasTwiceTheSizeOfTheWidget() {
        QLabel label(QStringLiteral("curve"));
        label.resize(120, 40);
        QVERIFY(writePicture(path("chart.png"), label));
        QCOMPARE(QImage(path("chart.png")).size(), QSize(240, 80));
    }

    void missingFolderIsNamed() {
        QLabel label(QStringLiteral("curve"));
        const QString file = path("no/such/folder/chart.png");
        for (const Result<void>& written : {writePicture(file, label), writeCurves(file, {}, {})}) {
            QVERIFY(!written.has_value());
            QCOMPARE(written.error().code, ErrorCode::Unwritable);
            QVERIFY(written.error().message().find("no/such/folder") != std::string::npos);
        }
    }
};

QTEST_MAIN(tst_CurveExport)
#include "tst_CurveExport.moc"
