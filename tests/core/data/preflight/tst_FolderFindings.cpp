#include "core/base/Files.h"
#include "core/data/preflight/FolderFindings.h"

#include <QTest>

#include <algorithm>

using namespace fissure;

namespace {

ProposalCheck soundCheck() {
    ProposalCheck check;
    check.index.folder = "/data/train";
    check.index.proposals = {{"a.1.0_1.0.jpg", 0.1, 0, false}, {"a.2.0_9.1.jpg", 0.9, 1, false}};
    check.description.emplace();
    return check;
}

} // namespace

class tst_FolderFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundFolderHasNone() { QVERIFY(folderFindings(soundCheck(), 0.0).empty()); }

    void rejectedFilesAreAWarningWhereImagesAreAmongThem() {
        ProposalCheck check = soundCheck();
        check.index.rejected = {{"notes.txt", "the name has no dots"}};
        QCOMPARE(rejectedFiles(check)->severity, Severity::Info);
        check.index.rejected.push_back({"holiday.JPG", "the name has no dots"});
        const Finding finding = rejectedFiles(check).value();
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.code, std::string("rejected-files"));
        QCOMPARE(finding.text.str(),
                 std::string("In /data/train, files are left out that are not named as proposals are."));
        QCOMPARE(finding.count, std::int64_t(2));
        QCOMPARE(finding.examples, check.index.rejected);
    }

    void missingCropsAreAWarning() {
        ProposalCheck check = soundCheck();
        check.missing = {"a.3.0_1.0.jpg"};
        const Finding finding = missingCrops(check).value();
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.code, std::string("missing-crops"));
        QCOMPARE(finding.examples, (std::vector<SkippedFile>{{"a.3.0_1.0.jpg", {}}}));
    }

    void cropsThatTheManifestDoesNotKnowAreAWarning() {
        ProposalCheck check = soundCheck();
        check.unknown = {"a.7.0_1.0.jpg", "a.8.0_1.0.jpg"};
        const auto findings = folderFindings(check, 0.0);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].severity, Severity::Warning);
        QCOMPARE(findings[0].code, std::string("unknown-crops"));
        QCOMPARE(findings[0].count, std::int64_t(2));
    }

    void iousThatTheManifestContradictsAreAWarning() {
        ProposalCheck check = soundCheck();
        check.otherIou = {{"a.1.0_1.0.jpg", "IoU 0.1 in the name, 0.9 in the manifest"}};
        const auto findings = folderFindings(check, 0.5);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].severity, Severity::Warning);
        QCOMPARE(findings[0].code, std::string("iou-contradiction"));
        QCOMPARE(findings[0].text.str(),
                 std::string("In /data/train, the manifest gives crops another IoU than "
                             "their names. The rounded IoUs of the names are used."));
        QCOMPARE(findings[0].count, std::int64_t(1));
        QCOMPARE(findings[0].examples, check.otherIou);
    }

    void contradictionsMatterWhereTheNamesGiveTheLabels() {
        ProposalCheck check = soundCheck();
        check.contradictions = {{"a.4.0_9.0.jpg", 0.9, 0, false}};
        const auto findings = folderFindings(check, 0.0);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].code, std::string("label-contradiction"));
        QCOMPARE(findings[0].examples.front().reason.str(), std::string("label 0 at IoU 0.9"));
        QVERIFY(folderFindings(check, 0.5).empty());
    }

    void descriptionIsComparedWithTheFolder() {
        ProposalCheck check = soundCheck();
        check.hasChanged = true;
        check.description->isComplete = false;
        const auto findings = descriptionFindings(check);
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].code, std::string("dataset-incomplete"));
        QCOMPARE(findings[1].code, std::string("dataset-changed"));
        check = soundCheck();
        check.description.reset();
        check.datasetProblem = "it is no JSON";
        QCOMPARE(descriptionFindings(check).at(0).code, std::string("dataset-unreadable"));
        QCOMPARE(descriptionFindings(check).at(0).text.str(),
                 std::string("The description /data/train/dataset.json cannot be used: it is no JSON."));
    }

    void damageIsAFindingForEachKind() {
        const CropCheck crops{{0, 0, 0, 0, 0, 0, 7},
                              {{"a", CropDamage::Empty, "it is empty"},
                               {"b", CropDamage::Broken, "it is truncated"},
                               {"c", CropDamage::NotAnImage, "it is not an image"},
                               {"d", CropDamage::TooLarge, "it has 60000 x 60000 pixels"},
                               {"e", CropDamage::Unreadable, "permission denied"},
                               {"f", CropDamage::Broken, "it is corrupt"}}};
        const auto findings = damageFindings("/data/train", crops);
        std::vector<std::string> codes;
        for (const Finding& finding : findings) {
            QCOMPARE(finding.severity, Severity::Warning);
            QVERIFY(finding.text.str().starts_with("In /data/train, crops are left out that "));
            codes.push_back(finding.code);
        }
        QCOMPARE(codes, (std::vector<std::string>{"empty-crop", "broken-crop", "not-an-image",
                                                  "oversized-crop", "unreadable-crop"}));
        QCOMPARE(findings[1].examples,
                 (std::vector<SkippedFile>{{"b", "it is truncated"}, {"f", "it is corrupt"}}));
    }

    void folderWithoutAReadableCropIsAnError() {
        const CropCheck crops{{0, 0}, {{"a", CropDamage::Empty, "x"}, {"b", CropDamage::Empty, "x"}}};
        const auto findings = damageFindings("/data/train", crops);
        QCOMPARE(findings.back().severity, Severity::Error);
        QCOMPARE(findings.back().code, std::string("no-readable-crop"));
        QCOMPARE(findings.back().text.str(),
                 std::string("Not one of the crops (2) of /data/train can be read."));
        QVERIFY(damageFindings("/data/train", {}).empty());
    }
};

QTEST_GUILESS_MAIN(tst_FolderFindings)
#include "tst_FolderFindings.moc"
