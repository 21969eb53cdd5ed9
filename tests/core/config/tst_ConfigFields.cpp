#include "core/config/ConfigFields.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>

using namespace fissure;

namespace {

/// A value other than the default's, within the range.
FieldValue otherValue(const Field& field) {
    const FieldValue before = field.get(RunConfig{});
    switch (field.kind) {
    case FieldKind::Integer: {
        const auto lowest = static_cast<std::int64_t>(field.range.lowest);
        return std::get<std::int64_t>(before) == lowest ? lowest + 1 : lowest;
    }
    case FieldKind::Real:
        return std::get<double>(before) == field.range.highest ? field.range.highest / 2
                                                               : field.range.highest;
    case FieldKind::Choice:
        return std::string(field.choices.at(0) == std::get<std::string>(before) ? field.choices.at(1)
                                                                                : field.choices.at(0));
    case FieldKind::Folder:
    case FieldKind::File:
        return std::string("/somewhere/ü \"else\"");
    }
    return before;
}

Error errorOf(const Result<void>& result) {
    return result ? Error{ErrorCode::Internal, "no error", "", ""} : result.error();
}

Error setError(std::string_view key, std::string_view text) {
    RunConfig config;
    const Error error = errorOf(setFieldFromText(config, key, text));
    return config == RunConfig{} ? error
                                 : Error{ErrorCode::Internal, "the configuration was changed", "", ""};
}

void addFields() {
    QTest::addColumn<QString>("key");
    for (const Field& field : configFields()) {
        QTest::newRow(field.key) << QString::fromLatin1(field.key);
    }
}

const Field& fieldOf(const QString& key) {
    return *findField(key.toStdString());
}

} // namespace

class tst_ConfigFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldIsDescribedInFull_data() { addFields(); }
    void fieldIsDescribedInFull() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        const std::string_view name = field.key;
        QVERIFY(std::islower(static_cast<unsigned char>(name.front())));
        QVERIFY(std::ranges::all_of(name, [](unsigned char letter) {
            return std::islower(letter) != 0 || std::isdigit(letter) != 0 || letter == '_';
        }));
        QVERIFY(!std::string_view(field.title).empty());
        const std::string_view help = field.help;
        QVERIFY(help.size() > 15 && help.back() == '.');
        QVERIFY(field.unit != nullptr && field.special != nullptr);
        QCOMPARE(field.kind == FieldKind::Choice, !field.choices.empty());
        QVERIFY(!std::string_view(titleOf(field.group)).empty());
        QVERIFY(field.isUsed);
    }

    void keysAreUniqueAndFound() {
        std::set<std::string> keys;
        for (const Field& field : configFields()) {
            QVERIFY(keys.insert(field.key).second);
            QCOMPARE(findField(field.key), &field);
        }
        QVERIFY(keys.size() >= 25);
        QCOMPARE(findField("no_such_key"), nullptr);
        QCOMPARE(findField(""), nullptr);
    }

    void groupsStandTogether() {
        std::vector<FieldGroup> groups;
        for (const Field& field : configFields()) {
            if (groups.empty() || groups.back() != field.group) {
                QVERIFY(std::ranges::find(groups, field.group) == groups.end());
                groups.push_back(field.group);
            }
        }
    }

    void defaultIsInItsRange_data() { addFields(); }
    void defaultIsInItsRange() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        QVERIFY(checkField(field, field.get(RunConfig{})));
    }

    void fieldChangesTheConfigurationAndNothingElse_data() { addFields(); }
    void fieldChangesTheConfigurationAndNothingElse() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        const FieldValue other = otherValue(field);
        RunConfig config;
        QVERIFY(setField(config, field, other));
        QVERIFY(config != RunConfig{});
        QCOMPARE(field.get(config), other);
        for (const Field& each : configFields()) {
            if (each.key != field.key) {
                QCOMPARE(each.get(config), each.get(RunConfig{}));
            }
        }
        QVERIFY(setField(config, field, field.get(RunConfig{})));
        QCOMPARE(config, RunConfig{});
    }

    void textSetsWhatTextSays_data() { addFields(); }
    void textSetsWhatTextSays() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        const FieldValue other = otherValue(field);
        RunConfig config;
        QVERIFY(setFieldFromText(config, field.key, toText(other)));
        QCOMPARE(field.get(config), other);
    }

    void numberBeyondItsRangeIsRefused_data() { addFields(); }
    void numberBeyondItsRangeIsRefused() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        if (field.kind != FieldKind::Integer && field.kind != FieldKind::Real) {
            return;
        }
        QVERIFY(field.range.lowest < field.range.highest);
        const auto numberOf = [&](double number) {
            return field.kind == FieldKind::Integer ? FieldValue(static_cast<std::int64_t>(number))
                                                    : FieldValue(number);
        };
        RunConfig config;
        for (const double number : {field.range.lowest - 1, field.range.highest + 1}) {
            const Error error = errorOf(setField(config, field, numberOf(number)));
            QCOMPARE(error.code, ErrorCode::OutOfRange);
            QCOMPARE(error.subject, std::string(field.key));
        }
        QCOMPARE(errorOf(checkField(field, numberOf(field.range.lowest))).code == ErrorCode::OutOfRange,
                 field.range.lowestExcluded);
        QVERIFY(checkField(field, numberOf(field.range.highest)));
        QCOMPARE(config, RunConfig{});
    }

    void valueOfAnotherKindIsRefused_data() { addFields(); }
    void valueOfAnotherKindIsRefused() {
        QFETCH(QString, key);
        const Field& field = fieldOf(key);
        const std::vector<FieldValue> values{std::int64_t(5), 0.5, std::string("x")};
        const std::size_t own = field.get(RunConfig{}).index();
        for (const FieldValue& value : values) {
            if (value.index() != own) {
                QCOMPARE(errorOf(checkField(field, value)).code, ErrorCode::OutOfRange);
            }
        }
    }

    void whatIsNoNumberIsRefused_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        for (const char* text : {"", " ", "x", "1x", " 1", "1 ", "+1", "1.5", "1e2", "0x10", "inf", "nan",
                                 "--1", "99999999999999999999", "1,000"}) {
            QTest::addRow("epochs=%s", text) << "epochs" << QString::fromLatin1(text);
        }
        for (const char* text :
             {"", "x", "1x", "0.1f", "nan", "inf", "-inf", "0,1", "1e999", "0x1p-3", "NaN(1)"}) {
            QTest::addRow("learning_rate=%s", text) << "learning_rate" << QString::fromLatin1(text);
        }
    }
    void whatIsNoNumberIsRefused() {
        QFETCH(QString, key);
        QFETCH(QString, text);
        const Error error = setError(key.toStdString(), text.toStdString());
        QCOMPARE(error.code, ErrorCode::OutOfRange);
        QCOMPARE(error.subject, key.toStdString());
    }

    void numbersComeInAnyUsualNotation() {
        RunConfig config;
        QVERIFY(setFieldFromText(config, "learning_rate", "1e-4"));
        QCOMPARE(config.learningRate, 1e-4);
        QVERIFY(setFieldFromText(config, "learning_rate", "1"));
        QCOMPARE(config.learningRate, 1.0);
        QVERIFY(setFieldFromText(config, "focal_alpha", "-1"));
        QCOMPARE(config.focalAlpha, -1.0);
        QVERIFY(setFieldFromText(config, "focal_alpha", "0"));
        QCOMPARE(config.focalAlpha, 0.0);
        QVERIFY(setFieldFromText(config, "seed", "4294967295"));
        QCOMPARE(config.seed, std::int64_t(4'294'967'295));
    }

    void refusalSaysValueAndRange() {
        QCOMPARE(setError("epochs", "0").message(),
                 std::string("epochs: 0 is out of range; it must be between 1 and 10000."));
        QCOMPARE(setError("learning_rate", "0").message(),
                 std::string("learning_rate: 0 is out of range; it must be above 0 and at most 10."));
        QCOMPARE(
            setError("train_negatives", "2000000000").message(),
            std::string("train_negatives: 2000000000 is out of range; it must be between 0 and 1000000000."));
        QCOMPARE(setError("epochs", "many").message(),
                 std::string("epochs: \"many\" is not a whole number; it must be between 1 and 10000."));
        QCOMPARE(setError("focal_alpha", "-0.5").message(),
                 std::string("focal_alpha: -0.5 is out of range; it must be -1, or between 0 and 1."));
        QCOMPARE(setError("loss", "BCE").message(),
                 std::string("loss: \"BCE\" is unknown; it must be one of bce, focal."));
    }

    void unknownKeyNamesTheNearest_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("two letters swapped") << "epcohs"
                                             << "epochs";
        QTest::newRow("one missing") << "learning_rat"
                                     << "learning_rate";
        QTest::newRow("one too many") << "lossy"
                                      << "loss";
        QTest::newRow("a hyphen") << "batch-size"
                                  << "batch_size";
        QTest::newRow("capitals") << "Seed"
                                  << "seed";
    }
    void unknownKeyNamesTheNearest() {
        QFETCH(QString, key);
        QFETCH(QString, nearest);
        const Error error = setError(key.toStdString(), "1");
        QCOMPARE(error.code, ErrorCode::UnknownKey);
        QCOMPARE(error.subject, key.toStdString());
        QVERIFY(error.advice.str().find("did you mean " + nearest.toStdString() + "?") != std::string::npos);
    }

    void keyUnlikeAnyNamesNoOther() {
        for (const char* key : {"foo", "colour", "x", "warmup_epochs_of_the_head"}) {
            QCOMPARE(setError(key, "1").advice.str(), std::string("`fissure-cli fields` lists them all"));
        }
    }

    void fieldsWithoutEffectAreMarked() {
        RunConfig config;
        QVERIFY(!findField("crack_weight")->isUsed(config));
        QVERIFY(!findField("focal_alpha")->isUsed(config));
        QVERIFY(!findField("focal_gamma")->isUsed(config));
        config.sampler = Sampler::Weighted;
        config.loss = Loss::Focal;
        for (const Field& field : configFields()) {
            QVERIFY(field.isUsed(config));
        }
    }

    void soundConfigurationValidates() {
        const QTemporaryDir folder;
        RunConfig config;
        config.trainDir = config.validDir = folder.path().toStdString();
        QVERIFY(validate(config).empty());
    }

    void onlyTheTrainingFolderHasToBeChosen() {
        const auto errors = validate(RunConfig{});
        QCOMPARE(errors.size(), std::size_t(1));
        QCOMPARE(errors.front().message(),
                 std::string("train_dir: no folder is chosen. Choose a folder with proposals."));
    }

    void validationNamesEveryFieldThatIsWrong() {
        const QTemporaryDir folder;
        RunConfig config;
        config.trainDir = folder.filePath(QStringLiteral("missing")).toStdString();
        config.validDir = config.trainDir;
        config.initialWeights = folder.path().toStdString();
        config.epochs = 0;
        config.learningRate = std::numeric_limits<double>::quiet_NaN();
        std::vector<std::string> wrong;
        for (const Error& error : validate(config)) {
            wrong.push_back(error.subject.str());
        }
        QCOMPARE(wrong, (std::vector<std::string>{"train_dir", "valid_dir", "initial_weights", "epochs",
                                                  "learning_rate"}));
    }

    void pathsThatCannotBeUsedSayWhy() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const std::string file = (root / "crops.zip").string();
        const std::string loop = (root / "loop").string();
        std::ofstream(file) << "x";
        std::filesystem::create_symlink(loop, loop);
        const auto causes = [](const std::string& trainDir, const std::string& weights) {
            RunConfig config;
            config.trainDir = trainDir;
            config.initialWeights = weights;
            std::vector<std::string> found;
            for (const Error& error : validate(config)) {
                found.push_back(error.cause.str());
            }
            return found;
        };
        QCOMPARE(causes(root.string(), file), std::vector<std::string>{});
        QCOMPARE(causes(file, root.string()),
                 (std::vector<std::string>{file + " is not a folder", root.string() + " is not a file"}));
        QCOMPARE(causes(file + ".old", file + ".new"),
                 (std::vector<std::string>{"the folder " + file + ".old does not exist",
                                           "the file " + file + ".new does not exist"}));
        QCOMPARE(causes(loop, file),
                 (std::vector<std::string>{"the folder " + loop +
                                           " cannot be read: Too many levels of symbolic links"}));
    }

    void namesOfChoicesAreThoseOfTheirEnums() {
        QCOMPARE(fromName<Backbone>("resnext50_32x4d"), std::optional(Backbone::ResNext50_32x4d));
        QCOMPARE(fromName<Sampler>("Weighted"), std::nullopt);
        for (const Precision precision : {Precision::Automatic, Precision::Fp32, Precision::Bf16}) {
            QCOMPARE(fromName<Precision>(nameOf(precision)), std::optional(precision));
        }
    }
};

QTEST_APPLESS_MAIN(tst_ConfigFields)
#include "tst_ConfigFields.moc"
