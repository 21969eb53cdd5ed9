#include "ui/launch/Presets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace fissure::ui {

namespace {

/// A configuration that differs from the default in every field.
RunConfig otherConfig() {
    RunConfig config;
    for (const Field& field : configFields()) {
        switch (field.kind) {
        case FieldKind::Integer:
            field.assign(config, std::get<std::int64_t>(field.get(config)) + 2);
            break;
        case FieldKind::Real:
            field.assign(config, std::get<double>(field.get(config)) / 2.0 + 0.0625);
            break;
        case FieldKind::Choice:
            field.assign(config, std::string(field.choices.back()));
            break;
        case FieldKind::Folder:
        case FieldKind::File:
            field.assign(config, std::string("/data/other"));
            break;
        }
    }
    return config;
}

/// What a form holds after the preset.
RunConfig applied(RunConfig config, const PresetEffect& effect) {
    for (const Field* field : effect.fields) {
        field->assign(config, field->get(effect.config));
    }
    return config;
}

Strategy strategy(const char* id) {
    const auto all = Presets::strategies();
    const auto found = std::ranges::find_if(
        all, [id](const Strategy& one) { return QLatin1String(one.id) == QLatin1String(id); });
    if (found == all.end()) {
        qFatal("there is no %s", id);
    }
    return *found;
}

/// Presets that hold one, its stored fields changed by hand.
template <class Change>
Presets withStored(const RunConfig& config, Change change) {
    Presets presets;
    presets.save(QStringLiteral("mine"), config);
    QJsonArray list = QJsonDocument::fromJson(presets.toJson()).array();
    QJsonObject entry = list[0].toObject();
    QJsonObject fields = entry[QStringLiteral("config")].toObject();
    change(fields);
    entry[QStringLiteral("config")] = fields;
    list[0] = entry;
    presets.restore(QJsonDocument(list).toJson());
    return presets;
}

} // namespace

class tst_Presets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strategiesAreThoseOfTheReferenceWork() {
        QStringList names;
        for (const Strategy& one : Presets::strategies()) {
            names.append(one.name);
        }
        QCOMPARE(names, QStringList({QStringLiteral("Shuffle, BCE"), QStringLiteral("Weighted sampling 1:2"),
                                     QStringLiteral("Weighted by inverse frequency"),
                                     QStringLiteral("Focal, alpha 0.25"), QStringLiteral("Focal, alpha off"),
                                     QStringLiteral("Hard negatives 800/200")}));
    }

    void strategySetsItsFieldsAndLeavesTheOthers() {
        RunConfig expected = otherConfig();
        expected.sampler = Sampler::Weighted;
        expected.crackWeight = 2.0;
        expected.loss = Loss::Bce;
        expected.focalAlpha = 0.25;
        expected.focalGamma = 2.0;
        expected.trainNegatives = 0;
        expected.validNegatives = 0;
        QCOMPARE(applied(otherConfig(), Presets::effectOf(strategy("strategyWeighted"))), expected);
    }

    void strategiesDoNotAddUp() {
        RunConfig config;
        for (const Strategy& one : Presets::strategies()) {
            config = applied(config, Presets::effectOf(one));
        }
        QCOMPARE(config.trainNegatives, std::int64_t{800});
        QCOMPARE(config.validNegatives, std::int64_t{200});
        QCOMPARE(applied(config, Presets::effectOf(strategy("strategyReference"))), RunConfig());
    }

    void focalAndWeightedStrategiesHaveTheirParameters() {
        const RunConfig focal = Presets::effectOf(strategy("strategyFocal")).config;
        QCOMPARE(focal.loss, Loss::Focal);
        QCOMPARE(focal.focalAlpha, 0.25);
        QCOMPARE(focal.focalGamma, 2.0);
        QCOMPARE(Presets::effectOf(strategy("strategyFocalAlphaOff")).config.focalAlpha, -1.0);
        const RunConfig inverse = Presets::effectOf(strategy("strategyInverseFrequency")).config;
        QCOMPARE(inverse.sampler, Sampler::Weighted);
        QCOMPARE(inverse.crackWeight, 0.0);
    }

    void savedPresetHoldsAllButWhatBelongsToARun() {
        Presets presets;
        presets.save(QStringLiteral("mine"), otherConfig());
        RunConfig form;
        form.trainDir = "/data/train";
        form.validDir = "/data/valid";
        form.initialWeights = "/data/start.safetensors";
        form.seed = 7;
        RunConfig expected = otherConfig();
        expected.trainDir = form.trainDir;
        expected.validDir = form.validDir;
        expected.initialWeights = form.initialWeights;
        expected.seed = form.seed;
        const PresetEffect effect = presets.effectOf(QStringLiteral("mine"));
        QVERIFY(effect.unusable.isEmpty());
        QCOMPARE(applied(form, effect), expected);
        QVERIFY(!presets.toJson().contains("/data/other"));
        QVERIFY(!presets.toJson().contains("seed"));
    }

    void presetsSurviveARestart() {
        Presets presets;
        QVERIFY(presets.toJson().isEmpty());
        presets.save(QStringLiteral("Zebra & co. “1:2”"), otherConfig());
        presets.save(QStringLiteral("apple"), RunConfig());
        Presets next;
        next.restore(presets.toJson());
        QCOMPARE(next.names(), presets.names());
        QCOMPARE(next.names().size(), 2);
        QCOMPARE(next.effectOf(QStringLiteral("Zebra & co. “1:2”")).config,
                 presets.effectOf(QStringLiteral("Zebra & co. “1:2”")).config);
        QCOMPARE(next.effectOf(QStringLiteral("apple")).config, RunConfig());
    }

    void presetOfTheSameNameIsReplaced() {
        Presets presets;
        presets.save(QStringLiteral("mine"), otherConfig());
        presets.save(QStringLiteral("mine"), RunConfig());
        QCOMPARE(presets.names(), QStringList(QStringLiteral("mine")));
        QCOMPARE(presets.effectOf(QStringLiteral("mine")).config, RunConfig());
        presets.remove(QStringLiteral("mine"));
        QVERIFY(!presets.contains(QStringLiteral("mine")));
        QVERIFY(presets.effectOf(QStringLiteral("mine")).fields.empty());
        QVERIFY(presets.toJson().isEmpty());
    }

    void fieldThatWasNotStoredGetsItsDefault() {
        const Presets presets = withStored(
            otherConfig(), [](QJsonObject& fields) { fields.remove(QStringLiteral("brightness")); });
        const PresetEffect effect = presets.effectOf(QStringLiteral("mine"));
        QVERIFY(effect.unusable.isEmpty());
        QCOMPARE(applied(otherConfig(), effect).brightness, RunConfig().brightness);
    }

    void unknownFieldsAreNamedAndKept() {
        RunConfig config;
        config.epochs = 7;
        Presets presets = withStored(config, [](QJsonObject& fields) {
            fields[QStringLiteral("mixup")] = 0.2;
            fields[QStringLiteral("nested")] = QJsonArray({1, 2});
        });
        const PresetEffect effect = presets.effectOf(QStringLiteral("mine"));
        QCOMPARE(effect.unusable, QStringList({QStringLiteral("mixup"), QStringLiteral("nested")}));
        QCOMPARE(effect.config, config);
        presets.save(QStringLiteral("another"), RunConfig());
        Presets next;
        next.restore(presets.toJson());
        QCOMPARE(next.effectOf(QStringLiteral("mine")).unusable.size(), 2);
    }

    void valuesThatCannotBeTakenAreNamed() {
        const Presets presets = withStored(RunConfig(), [](QJsonObject& fields) {
            fields[QStringLiteral("backbone")] = QStringLiteral("vit_b_16");
            fields[QStringLiteral("batch_size")] = 0;
            fields[QStringLiteral("epochs")] = QStringLiteral("many");
        });
        const PresetEffect effect = presets.effectOf(QStringLiteral("mine"));
        QCOMPARE(effect.unusable, QStringList({QStringLiteral("backbone"), QStringLiteral("batch_size"),
                                               QStringLiteral("epochs")}));
        QCOMPARE(effect.config, RunConfig());
    }

    void folderInAStoredPresetIsPassedOver() {
        const Presets presets = withStored(RunConfig(), [](QJsonObject& fields) {
            fields[QStringLiteral("train_dir")] = QStringLiteral("/data/foreign");
        });
        const PresetEffect effect = presets.effectOf(QStringLiteral("mine"));
        QVERIFY(effect.unusable.isEmpty());
        QCOMPARE(applied(RunConfig(), effect).trainDir, std::string());
    }

    void otherBytesGiveNoPresets_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArrayLiteral("\xff\x00[[[");
        QTest::newRow("an object") << QByteArrayLiteral("{\"name\": \"mine\"}");
        QTest::newRow("other entries") << QByteArrayLiteral("[1, null, {\"name\": \"\", \"config\": {}}, "
                                                            "{\"name\": \"mine\", \"config\": 3}]");
    }

    void otherBytesGiveNoPresets() {
        QFETCH(const QByteArray, bytes);
        Presets presets;
        presets.save(QStringLiteral("before"), RunConfig());
        presets.restore(bytes);
        QVERIFY(presets.names().isEmpty());
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_Presets)

#include "tst_Presets.moc"
