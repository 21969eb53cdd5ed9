#include "core/base/Files.h"
#include "core/data/ProposalIndex.h"
#include "core/data/SourcesFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

class tst_SourcesFile : public QObject {
    Q_OBJECT

    fs::path folder() const { return m_folder.path().toStdString(); }

    Result<std::map<std::string, SourceRow>> readBack(const std::string& text) const {
        return writeFileAtomically(folder() / kSourcesFile, text).and_then([&] {
            return readSources(folder());
        });
    }

private Q_SLOTS:
    void whatIsWrittenIsReadBack() {
        const SourceRow plain{"wall", "k1", "c1"};
        const SourceRow odd{"a \"b\", ścíana\nc", "k2", "c2"};
        const auto rows = readBack(sourcesHeading() + toCsvLine(plain) + toCsvLine(odd));
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().message().c_str());
        QCOMPARE(*rows, (std::map<std::string, SourceRow>{{plain.source, plain}, {odd.source, odd}}));
    }

    void brokenOnesNameTheLine_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("cause");
        QTest::newRow("other columns")
            << std::string("a,b,c\n")
            << std::string("line 1: the columns are not those of a list of sources");
        QTest::newRow("column missing") << sourcesHeading() + "\"a\",b\n"
                                        << std::string("line 2: there are 2 columns instead of 3");
        QTest::newRow("twice") << sourcesHeading() + "a,b,c\na,b,c\n"
                               << std::string("line 3: the source a is there twice");
    }
    void brokenOnesNameTheLine() {
        QFETCH(std::string, text);
        QFETCH(std::string, cause);
        QCOMPARE(readBack(text).error(),
                 (Error{ErrorCode::WrongFormat, (folder() / kSourcesFile).string(), cause, ""}));
    }

    void rowsBeforeABrokenOneAreVisited() {
        QVERIFY(!readBack(sourcesHeading() + "a,b,c\n\"wall_1").has_value());
        std::vector<SourceRow> rows;
        QVERIFY(!visitSources(folder(), [&](SourceRow&& row) { rows.push_back(std::move(row)); }));
        QCOMPARE(rows, (std::vector<SourceRow>{{"a", "b", "c"}}));
    }

    void missingFileIsNotFound() { QCOMPARE(readSources("/nonexistent").error().code, ErrorCode::NotFound); }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_SourcesFile)
#include "tst_SourcesFile.moc"
