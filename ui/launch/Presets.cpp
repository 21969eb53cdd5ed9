#include "ui/launch/Presets.h"

#include "ui/common/ConfigObject.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <string_view>

namespace fissure::ui {

namespace {

constexpr QLatin1String kName("name");
constexpr QLatin1String kConfig("config");

/// What belongs to a single run.
constexpr std::array<std::string_view, 4> kNotHeld{"train_dir", "valid_dir", "initial_weights", "seed"};

constexpr std::array<std::string_view, 7> kStrategyFields{
    "sampler", "crack_weight", "loss", "focal_alpha", "focal_gamma", "train_negatives", "valid_negatives"};

RunConfig weighted(double crackWeight) {
    RunConfig config;
    config.sampler = Sampler::Weighted;
    config.crackWeight = crackWeight;
    return config;
}

RunConfig focal(double alpha) {
    RunConfig config;
    config.loss = Loss::Focal;
    config.focalAlpha = alpha;
    return config;
}

RunConfig hardNegatives(std::int64_t train, std::int64_t valid) {
    RunConfig config;
    config.trainNegatives = train;
    config.validNegatives = valid;
    return config;
}

QJsonObject heldFields(const RunConfig& config) {
    QJsonObject fields = toObject(config);
    for (const std::string_view key : kNotHeld) {
        fields.remove(QLatin1String(key.data(), static_cast<qsizetype>(key.size())));
    }
    return fields;
}

/// False where this version does not know the field or cannot take the value.
bool takeField(RunConfig& config, const Field* field, const QString& key, const QJsonValue& value) {
    const auto read = configFromObject({{key, value}});
    if (field == nullptr || !read) {
        return false;
    }
    field->assign(config, field->get(*read));
    return true;
}

} // namespace

std::vector<Strategy> Presets::strategies() {
    return {{"strategyReference", tr("Shuffle, BCE"), RunConfig()},
            {"strategyWeighted", tr("Weighted sampling 1:2"), weighted(2.0)},
            {"strategyInverseFrequency", tr("Weighted by inverse frequency"), weighted(0.0)},
            {"strategyFocal", tr("Focal, alpha 0.25"), focal(0.25)},
            {"strategyFocalAlphaOff", tr("Focal, alpha off"), focal(-1.0)},
            {"strategyHardNegatives", tr("Hard negatives 800/200"), hardNegatives(800, 200)}};
}

PresetEffect Presets::effectOf(const Strategy& strategy) {
    PresetEffect effect;
    effect.config = strategy.config;
    for (const std::string_view key : kStrategyFields) {
        effect.fields.push_back(findField(key));
    }
    return effect;
}

bool Presets::holds(const Field& field) {
    return std::ranges::find(kNotHeld, std::string_view(field.key)) == kNotHeld.end();
}

QStringList Presets::names() const {
    QStringList names;
    for (const Saved& saved : m_saved) {
        names.append(saved.name);
    }
    std::ranges::sort(
        names, [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
    return names;
}

bool Presets::contains(const QString& name) const {
    return find(name) != nullptr;
}

PresetEffect Presets::effectOf(const QString& name) const {
    PresetEffect effect;
    const Saved* saved = find(name);
    if (saved == nullptr) {
        return effect;
    }
    for (auto stored = saved->fields.begin(); stored != saved->fields.end(); ++stored) {
        const Field* field = findField(stored.key().toStdString());
        const bool isHeld = field == nullptr || holds(*field);
        if (isHeld && !takeField(effect.config, field, stored.key(), stored.value())) {
            effect.unusable.append(stored.key());
        }
    }
    for (const Field& field : configFields()) {
        if (holds(field)) {
            effect.fields.push_back(&field);
        }
    }
    return effect;
}

QByteArray Presets::toJson() const {
    QJsonArray list;
    for (const Saved& saved : m_saved) {
        list.append(QJsonObject{{kName, saved.name}, {kConfig, saved.fields}});
    }
    return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

void Presets::save(const QString& name, const RunConfig& config) {
    remove(name);
    m_saved.push_back({name, heldFields(config)});
}

void Presets::remove(const QString& name) {
    std::erase_if(m_saved, [&](const Saved& saved) { return saved.name == name; });
}

void Presets::restore(const QByteArray& json) {
    m_saved.clear();
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : list) {
        const QString name = value[kName].toString();
        if (!name.isEmpty() && value[kConfig].isObject()) {
            remove(name);
            m_saved.push_back({name, value[kConfig].toObject()});
        }
    }
}

const Presets::Saved* Presets::find(const QString& name) const {
    const auto found = std::ranges::find(m_saved, name, &Saved::name);
    return found == m_saved.end() ? nullptr : &*found;
}

} // namespace fissure::ui
