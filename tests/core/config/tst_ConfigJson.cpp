#include "core/base/Files.h"
#include "core/config/ConfigFields.h"
#include "core/config/ConfigJson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace fissure;

namespace {

RunConfig everythingChanged() {
    RunConfig config;
    config.trainDir = "/data/tr\"ain\n\\ü";
    config.validDir = "/data/valid";
    config.labelIou = 0.35;
    config.trainNegatives = 800;
    config.validNegatives = 200;
    config.trainNegativesPerBand = 10;
    config.validNegativesPerBand = 5;
    config.backbone = Backbone::ResNet18;
    config.imageSizePx = 64;
    config.initialWeights = "w.safetensors";
    config.epochs = 3;
    config.batchSize = 32;
    config.learningRate = 0.1 + 0.2; // needs all 17 digits
    config.precision = Precision::Bf16;
    config.seed = 4'294'967'295;
    config.sampler = Sampler::Weighted;
    config.crackWeight = 2.0;
    config.loss = Loss::Focal;
    config.focalAlpha = -1.0;
    config.focalGamma = 0.0;
    config.decisionThreshold = 1e-300;
    config.brightness = 0.0;
    config.flipProbability = 1.0;
    config.rotationDegrees = 90.0;
    config.patience = 0;
    config.device = DeviceChoice::Cuda;
    config.threads = 7;
    config.loaderThreads = 1;
    config.prefetchBatches = 9;
    return config;
}

Error errorOf(std::string_view json) {
    const auto config = configFromJson(json, "run.json");
    return config ? Error{ErrorCode::Internal, "no error", "", ""} : config.error();
}

} // namespace

class tst_ConfigJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void configurationComesBackAsItWas() {
        for (const RunConfig& config : {RunConfig{}, everythingChanged()}) {
            QCOMPARE(configFromJson(toJson(config)).value(), config);
            QCOMPARE(configFromJson(toJson(config, -1)).value(), config);
            QCOMPARE(configFromOtherVersion(toJson(config)).value(), config);
        }
    }

    void everyFieldStandsInTheJsonAndDiffersFromItsDefault() {
        const auto parse = [](const RunConfig& config) {
            return QJsonDocument::fromJson(QByteArray::fromStdString(toJson(config))).object();
        };
        const QJsonObject before = parse(RunConfig{});
        const QJsonObject changed = parse(everythingChanged());
        QCOMPARE(changed.size(), qsizetype(configFields().size()));
        for (const Field& field : configFields()) {
            const QLatin1String key(field.key);
            QVERIFY2(before.contains(key) && changed[key] != before[key], field.key);
        }
    }

    void jsonOnOneLineHasNoLineEnds() {
        QVERIFY(toJson(everythingChanged(), -1).find('\n') == std::string::npos);
    }

    void absentFieldsKeepTheirDefault() {
        RunConfig expected;
        expected.epochs = 5;
        QCOMPARE(configFromJson(R"({"epochs": 5})").value(), expected);
        QCOMPARE(configFromJson("{}").value(), RunConfig{});
    }

    void realTakesAWholeNumber() {
        QCOMPARE(configFromJson(R"({"learning_rate": 1})").value().learningRate, 1.0);
    }

    void textThatIsNoJsonIsSaidWithLineAndColumn_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("cause");
        QTest::newRow("nothing") << QByteArray("") << "it is not JSON at line 1, column 1";
        QTest::newRow("no quotes") << QByteArray("{epochs: 5}") << "it is not JSON at line 1, column 2";
        QTest::newRow("a comma too many")
            << QByteArray("{\n  \"epochs\": 5,\n}") << "it is not JSON at line 3, column 1";
        QTest::newRow("not UTF-8") << QByteArray("{\"train_dir\": \"\xff\"}")
                                   << "it is not JSON at line 1, column 16";
        QTest::newRow("cut off") << QByteArray("{\"epochs\": 5") << "it is not JSON at line 1, column 13";
        QTest::newRow("a line end within a text")
            << QByteArray("{\"train_dir\": \"a\nb\"}") << "it is not JSON at line 1, column 17";
        QTest::newRow("no number") << QByteArray("{\"learning_rate\": NaN}")
                                   << "it is not JSON at line 1, column 19";
        QTest::newRow("a number too large")
            << QByteArray("{\"learning_rate\": 1e999}") << "a number in it is too large";
        QTest::newRow("a key twice") << QByteArray(R"({"epochs": 1, "seed": 2, "epochs": 3})")
                                     << "epochs stands in it twice";
        QTest::newRow("a list") << QByteArray("[1, 2]") << "it is not a JSON object of configuration fields";
        QTest::newRow("a number alone")
            << QByteArray("7") << "it is not a JSON object of configuration fields";
    }
    void textThatIsNoJsonIsSaidWithLineAndColumn() {
        QFETCH(QByteArray, text);
        QFETCH(QString, cause);
        const Error error = errorOf(text.toStdString());
        QCOMPARE(error.code, ErrorCode::WrongFormat);
        QCOMPARE(error.subject, std::string("run.json"));
        QCOMPARE(QString::fromStdString(error.cause.str()), cause);
        QCOMPARE(configFromOtherVersion(text.toStdString()).error().code, ErrorCode::WrongFormat);
    }

    void deeplyNestedTextDoesNotEndTheProgram() {
        const std::string deep(200'000, '[');
        QCOMPARE(errorOf(deep).code, ErrorCode::WrongFormat);
        QCOMPARE(errorOf(R"({"epochs": )" + deep + std::string(deep.size(), ']') + "}").code,
                 ErrorCode::WrongFormat);
    }

    void unknownKeyNamesFileKeyAndTheNearest() {
        const Error error = errorOf(R"({"epochs": 5, "learning_rat": 0.1})");
        QCOMPARE(error.code, ErrorCode::WrongFormat);
        QCOMPARE(error.subject, std::string("run.json"));
        QVERIFY(error.message().find("learning_rat:") != std::string::npos);
        QVERIFY(error.message().find("learning_rate?") != std::string::npos);
    }

    void valueThatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {R"({"epochs": 0})", R"({"epochs": 10001})", R"({"epochs": "5"})", R"({"epochs": 5.0})",
              R"({"epochs": 1e2})", R"({"epochs": null})", R"({"epochs": true})", R"({"epochs": [5]})",
              R"({"epochs": 18446744073709551615})", R"({"epochs": 18446744073709551617})",
              R"({"epochs": -9223372036854775808})", R"({"learning_rate": "0.1"})", R"({"learning_rate": 0})",
              R"({"learning_rate": {}})", R"({"loss": "hinge"})", R"({"loss": 0})", R"({"train_dir": 3})"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void valueThatDoesNotFitIsRefused() {
        QFETCH(QByteArray, text);
        const Error error = errorOf(text.toStdString());
        QCOMPARE(error.code, ErrorCode::WrongFormat);
        QCOMPARE(error.subject, std::string("run.json"));
        const std::string key = text.mid(2, text.indexOf('"', 2) - 2).toStdString();
        QVERIFY(error.cause.str().starts_with(key + ": "));
    }

    void numberBeyondTheSignedRangeIsNotShownAsANegativeOne() {
        QVERIFY(errorOf(R"({"epochs": 18446744073709551615})").cause.str().find("-1") == std::string::npos);
    }

    void pathThatIsNotUtf8IsWrittenAllTheSame() {
        RunConfig config;
        config.trainDir = "/data/\xff";
        const auto back = configFromJson(toJson(config));
        QVERIFY(back);
        QVERIFY(back->trainDir.starts_with("/data/"));
    }

    void otherVersionsFieldsAndChoicesArePassedOver() {
        const RunConfig config =
            configFromOtherVersion(
                R"({"epochs": 99999, "warmup": 4, "backbone": "vit_b_16", "seed": "x", "loss": "focal"})")
                .value();
        QCOMPARE(config.epochs, std::int64_t(99999));
        QCOMPARE(config.backbone, RunConfig{}.backbone);
        QCOMPARE(config.seed, RunConfig{}.seed);
        QCOMPARE(config.loss, Loss::Focal);
    }

    void fileIsReadAndItsErrorsNameIt() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("run.json")).toStdString();
        QCOMPARE(readConfigFile(file).error().code, ErrorCode::NotFound);
        QVERIFY(writeFileAtomically(file, toJson(everythingChanged())));
        QCOMPARE(readConfigFile(file).value(), everythingChanged());
        QVERIFY(writeFileAtomically(file, "{"));
        QCOMPARE(readConfigFile(file).error().subject, file.string());
    }
};

QTEST_APPLESS_MAIN(tst_ConfigJson)
#include "tst_ConfigJson.moc"
