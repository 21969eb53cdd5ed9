#include "ui/gallery/ErrorModel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

namespace fissure::ui {

class tst_ErrorModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_model = std::make_unique<ErrorModel>();
        m_model->setPredictions(sixPredictions(), QStringLiteral("/crops"), 0.0);
    }

    void modelKeepsTheRulesOfModels() {
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        ErrorFilter filter;
        filter.threshold = 0.2;
        m_model->setFilter(filter);
        filter.outcomes = OutcomeChoice::All;
        m_model->setFilter(filter);
        m_model->setPredictions({}, {}, 0.0);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void onlyWrongOnesAreShownAtFirst() {
        QCOMPARE(files(), QStringList({QStringLiteral("fp_sure"), QStringLiteral("fn_low"),
                                       QStringLiteral("fn_near"), QStringLiteral("fp_near")}));
        QCOMPARE(m_model->counts(), (OutcomeCounts{2, 2, 2}));
    }

    void chipsSelectOneOutcome() {
        ErrorFilter filter;
        filter.outcomes = OutcomeChoice::FalsePositives;
        m_model->setFilter(filter);
        QCOMPARE(files(), QStringList({QStringLiteral("fp_sure"), QStringLiteral("fp_near")}));
        filter.outcomes = OutcomeChoice::FalseNegatives;
        m_model->setFilter(filter);
        QCOMPARE(files(), QStringList({QStringLiteral("fn_low"), QStringLiteral("fn_near")}));
        filter.outcomes = OutcomeChoice::All;
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 6);
    }

    void thresholdDecidesAnew() {
        ErrorFilter filter;
        filter.threshold = 0.95;
        m_model->setFilter(filter);
        // fp_sure stands at 0.97; every crack is now missed.
        QCOMPARE(m_model->counts(), (OutcomeCounts{2, 1, 3}));
        QCOMPARE(m_model->confusion(), (ConfusionMatrix{0, 1, 2, 3}));
    }

    void probabilityAtTheThresholdCountsAsCrack() {
        ErrorFilter filter;
        filter.threshold = 0.55;
        m_model->setFilter(filter);
        QVERIFY(m_model->rowOf("fp_near").has_value());
        filter.threshold = 0.551;
        m_model->setFilter(filter);
        QVERIFY(!m_model->rowOf("fp_near").has_value());
    }

    void ordersPutTheirOwnFirst() {
        const auto firstBy = [this](ErrorOrder order) {
            ErrorFilter filter;
            filter.order = order;
            m_model->setFilter(filter);
            return files().first();
        };
        QCOMPARE(firstBy(ErrorOrder::Loss), QStringLiteral("fp_sure"));
        QCOMPARE(firstBy(ErrorOrder::Confidence), QStringLiteral("fp_sure"));
        QCOMPARE(firstBy(ErrorOrder::Iou), QStringLiteral("fn_low"));
        QCOMPARE(firstBy(ErrorOrder::Distance), QStringLiteral("fn_near"));
    }

    void distanceGoesByTheRunsLabelThreshold() {
        m_model->setPredictions(sixPredictions(), QStringLiteral("/crops"), 0.35);
        ErrorFilter filter;
        filter.order = ErrorOrder::Distance;
        m_model->setFilter(filter);
        QCOMPARE(files().first(), QStringLiteral("fp_near"));
    }

    void rangesIncludeTheirBounds() {
        ErrorFilter filter;
        filter.lowestIou = 0.34;
        filter.highestIou = 0.52;
        m_model->setFilter(filter);
        QCOMPARE(files(), QStringList({QStringLiteral("fn_near"), QStringLiteral("fp_near")}));
        QCOMPARE(m_model->counts(), (OutcomeCounts{0, 1, 1}));
        filter.lowestProbability = 0.5;
        m_model->setFilter(filter);
        QCOMPARE(files(), QStringList({QStringLiteral("fp_near")}));
        // The ranges choose what is shown; the matrix stays that of the run.
        QCOMPARE(m_model->confusion().total(), 6);
    }

    void rolesCarryRawValuesAndTexts() {
        const QModelIndex first = m_model->index(0, 0);
        QCOMPARE(first.data(ErrorModel::PathRole).toString(), QStringLiteral("/crops/fp_sure"));
        QCOMPARE(static_cast<Outcome>(first.data(ErrorModel::OutcomeRole).toInt()), Outcome::FalsePositive);
        QCOMPARE(first.data(ErrorModel::IouRole).toDouble(), 0.1);
        QCOMPARE(first.data(ErrorModel::ProbabilityRole).toDouble(), 0.97);
        QCOMPARE(first.data(ErrorModel::ChangeRole).toString(), QStringLiteral("no crack → crack"));
        QVERIFY(first.data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("False positive, IoU 0.10")));
    }

    void marksAreChosenAndCounted() {
        m_model->setMarks({{"fp_sure", Mark::WrongLabel},
                           {"fn_low", Mark::Unclear},
                           {"right_crack", Mark::WrongLabel},
                           {"of another folder", Mark::OfInterest}});
        const auto filesOf = [this](MarkChoice choice) {
            ErrorFilter filter;
            filter.marks = choice;
            m_model->setFilter(filter);
            return files();
        };
        QCOMPARE(filesOf(MarkChoice::All).size(), 4);
        QCOMPARE(filesOf(MarkChoice::Marked),
                 QStringList({QStringLiteral("fp_sure"), QStringLiteral("fn_low")}));
        QCOMPARE(filesOf(MarkChoice::Unmarked),
                 QStringList({QStringLiteral("fn_near"), QStringLiteral("fp_near")}));
        QCOMPARE(filesOf(MarkChoice::OfInterest), QStringList());
        QCOMPARE(filesOf(MarkChoice::WrongLabel), QStringList({QStringLiteral("fp_sure")}));
        // Each is counted by what the other lets through: marks of the wrong ones, outcomes of this mark.
        QCOMPARE(m_model->counts(), (OutcomeCounts{1, 1, 0}));
        QCOMPARE(m_model->markCounts().of(MarkChoice::All), 4);
        QCOMPARE(m_model->markCounts().of(MarkChoice::Marked), 2);
        QCOMPARE(m_model->markCounts().of(MarkChoice::Unmarked), 2);
        QCOMPARE(m_model->markCounts().of(MarkChoice::WrongLabel), 1);
        QCOMPARE(m_model->markCounts().of(MarkChoice::Unclear), 1);
        QCOMPARE(m_model->markCounts().of(MarkChoice::OfInterest), 0);
        QCOMPARE(m_model->confusion().total(), 6);
    }

    void markIsToldByRoleToolTipAndToTheBlind() {
        const QModelIndex first = m_model->index(0, 0);
        QVERIFY(!first.data(ErrorModel::MarkRole).isValid());
        m_model->setMarks({{"fp_sure", Mark::WrongLabel}});
        QCOMPARE(first.data(ErrorModel::MarkRole).toInt(), static_cast<int>(Mark::WrongLabel));
        QCOMPARE(m_model->mark(0), std::optional(Mark::WrongLabel));
        QVERIFY(
            first.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("fp_sure\nMarked as wrong")));
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", Wrong label")));
        QVERIFY(!m_model->mark(1).has_value());
    }

    void rowsStayUnlessTheFilterLooksAtMarks() {
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setMarks({{"fn_low", Mark::Unclear}});
        QCOMPARE(changed.count(), 1);
        m_model->setMarks({{"fn_low", Mark::Unclear}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        ErrorFilter filter;
        filter.marks = MarkChoice::Unmarked;
        m_model->setFilter(filter);
        m_model->setMarks({{"fn_low", Mark::Unclear}, {"fp_sure", Mark::Unclear}});
        QCOMPARE(reset.count(), 2);
        QCOMPARE(m_model->rowCount(), 2);
    }

    void divergedRunIsShownToo() {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        std::vector<Prediction> broken;
        for (int i = 0; i < 40; ++i) {
            broken.push_back({std::to_string(i), 0.6, 1, i % 3 == 0 ? nan : 0.1, i % 2 == 0 ? nan : 0.3});
        }
        for (const ErrorOrder order :
             {ErrorOrder::Loss, ErrorOrder::Confidence, ErrorOrder::Iou, ErrorOrder::Distance}) {
            ErrorFilter filter;
            filter.order = order;
            m_model->setFilter(filter);
            m_model->setPredictions(broken, {}, 0.0);
            QCOMPARE(m_model->rowCount(), 40);
        }
        ErrorFilter byLoss;
        m_model->setFilter(byLoss);
        QVERIFY(!std::isnan(m_model->prediction(19).loss));
        QVERIFY(std::isnan(m_model->prediction(20).loss));
    }

    void hundredThousandPredictionsAreFilteredQuickly() {
        std::vector<Prediction> many;
        for (int i = 0; i < 100'000; ++i) {
            const double probability = (i * 7919 % 100'000) / 100'000.0;
            many.push_back(
                {"wall." + std::to_string(i) + ".0_3.0.jpg", 0.3, i % 2, probability, probability});
        }
        m_model->setPredictions(std::move(many), {}, 0.0);
        QElapsedTimer timer;
        timer.start();
        ErrorFilter filter;
        filter.threshold = 0.4;
        m_model->setFilter(filter);
        QCOMPARE(m_model->counts().total(), 100'000);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static std::vector<Prediction> sixPredictions() {
        return {{"fp_sure", 0.10, 0, 0.97, 3.5},   {"fp_near", 0.34, 0, 0.55, 0.8},
                {"fn_low", 0.90, 1, 0.08, 2.5},    {"fn_near", 0.52, 1, 0.40, 0.9},
                {"right_crack", 0.7, 1, 0.9, 0.1}, {"right_none", 0.0, 0, 0.1, 0.1}};
    }

    QStringList files() const {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            names << m_model->index(row, 0).data(ErrorModel::FileRole).toString();
        }
        return names;
    }

    std::unique_ptr<ErrorModel> m_model;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_ErrorModel)
#include "tst_ErrorModel.moc"
