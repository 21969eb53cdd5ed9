#include "core/data/Manifest.h"
#include "core/store/RunStore.h"
#include "tests/support/TestImages.h"
#include "ui/gallery/ProposalFolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace fissure::ui {

using FolderPointer = std::shared_ptr<const ProposalFolder>;

class tst_ProposalFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void manifestGivesTheOriginOfACrop() {
        write(QString::fromStdString(manifestHeading() + toCsvLine({"wall.1.0_53.1.jpg",
                                                                    "photographs/wall.jpg",
                                                                    640,
                                                                    480,
                                                                    {10, 20, 30, 40},
                                                                    0.53,
                                                                    0,
                                                                    Box{12, 22, 30, 40}})));
        const FolderPointer folder = read(m_folder->path());
        QVERIFY(folder->exists);
        QVERIFY(!folder->problem);
        const ProposalOrigin& origin = folder->origins.at("wall.1.0_53.1.jpg");
        QCOMPARE(origin.box, (Box{10, 20, 30, 40}));
        QCOMPARE(origin.groundTruth, std::optional(Box{12, 22, 30, 40}));
        QCOMPARE(origin.sourceImage.filename().string(), std::string("wall.jpg"));
    }

    void folderWithoutAManifestIsNoProblem() {
        const FolderPointer folder = read(m_folder->path());
        QVERIFY(folder->exists);
        QVERIFY(folder->origins.empty());
        QVERIFY(!folder->problem);
    }

    void folderThatIsGoneIsSaidSo() {
        const FolderPointer folder = read(m_folder->filePath(QStringLiteral("nowhere")));
        QVERIFY(!folder->exists);
        QVERIFY(!read(QString())->exists);
    }

    void brokenManifestCarriesItsError() {
        write(QStringLiteral("this is no manifest\n"));
        const FolderPointer folder = read(m_folder->path());
        QVERIFY(folder->exists);
        QVERIFY(folder->problem.has_value());
        QCOMPARE(folder->problem->code, ErrorCode::WrongFormat);
    }

    void changeIsToldOfARunThatSawOtherProposals() {
        const std::filesystem::path crops = m_folder->filePath(QStringLiteral("crops")).toStdString();
        fissure::test::writeCrops(crops, 4, 32);
        const Workspace workspace = *Workspace::open(m_folder->filePath(QStringLiteral("ws")).toStdString());
        const SystemClock clock;
        NewRun run;
        run.uuid = std::string(32, 'a');
        run.config.validDir = crops.string();
        run.datasets = {
            {DatasetRole::Train, crops.string(), "of the training"},
            {DatasetRole::Valid, crops.string(), fingerprintOf(crops, scanProposals(crops)->proposals)}};
        const auto id = (*RunStore::open(workspace, clock))->createRun(run);
        QVERIFY(id.has_value());
        ProposalFolderReader reader;
        QSignalSpy answered(&reader, &ProposalFolderReader::folderRead);
        QSignalSpy changed(&reader, &ProposalFolderReader::changeFound);
        const QString path = QString::fromStdString(crops.string());
        reader.read(path, FolderUser{workspace, *id});
        reader.read(path); // comes after all that the first one has to tell
        QTRY_COMPARE(answered.count(), 2);
        QCOMPARE(changed.count(), 0);
        fissure::test::writeCrops(crops, 4, 48);
        const quint64 second = reader.read(path, FolderUser{workspace, *id});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toULongLong(), second);
    }

    void answersCarryTheirNumbersInOrder() {
        ProposalFolderReader reader;
        QSignalSpy answered(&reader, &ProposalFolderReader::folderRead);
        const quint64 first = reader.read(m_folder->path());
        const quint64 second = reader.read(QStringLiteral("/nowhere"));
        QTRY_COMPARE(answered.count(), 2);
        QCOMPARE(answered[0][0].toULongLong(), first);
        QCOMPARE(answered[1][0].toULongLong(), second);
        QCOMPARE(answered[1][1].value<FolderPointer>()->path, QStringLiteral("/nowhere"));
    }

private:
    void write(const QString& manifest) {
        QFile file(m_folder->filePath(QLatin1String(kManifestFile)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(manifest.toUtf8());
    }

    FolderPointer read(const QString& path) {
        ProposalFolderReader reader;
        QSignalSpy answered(&reader, &ProposalFolderReader::folderRead);
        reader.read(path);
        return answered.wait() ? answered[0][1].value<FolderPointer>() : std::make_shared<ProposalFolder>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_ProposalFolder)
#include "tst_ProposalFolder.moc"
