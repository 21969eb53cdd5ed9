#include "tests/core/engine/support/FormulaWeights.h"

#include "core/engine/weights/Safetensors.h"
#include "tests/core/engine/support/Fixture.h"

#include <QJsonArray>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <span>

namespace fissure::test {

std::vector<double> formulaUnit(std::string_view key, std::size_t count) {
    std::uint32_t seed = 0x811C9DC5U; // FNV-1a
    for (const char letter : key) {
        seed = (seed ^ static_cast<unsigned char>(letter)) * 0x01000193U;
    }
    std::vector<double> drawn(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t bits = static_cast<std::uint32_t>(i) * 2654435761U + seed;
        bits ^= bits >> 16;
        bits *= 0x45D9F3BU;
        bits ^= bits >> 16;
        drawn[i] = bits / 4294967296.0 - 0.5;
    }
    return drawn;
}

std::vector<double> formulaValues(const std::string& key, const std::vector<std::int64_t>& shape) {
    const std::int64_t count =
        std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    std::vector<double> drawn = formulaUnit(key, static_cast<std::size_t>(count));
    const bool isNearOne = key.ends_with("running_var") || key.ends_with("weight");
    for (double& value : drawn) {
        if (shape.size() > 1) {
            value *= std::sqrt(24.0 / static_cast<double>(count / shape.front()));
        } else {
            value = isNearOne ? 1.0 + 0.4 * value : 0.2 * value;
        }
    }
    return drawn;
}

std::vector<std::byte> formulaClassifier(const std::string& backbone) {
    const QJsonObject state =
        readFixture("backbones.json")[QString::fromStdString(backbone)][u"state"].toObject();
    std::vector<std::vector<float>> floats;
    std::vector<TensorView> tensors;
    const std::int64_t zero = 0;
    for (auto item = state.begin(); item != state.end(); ++item) {
        const std::string key = item.key().toStdString();
        std::vector<std::int64_t> shape;
        for (const auto& side : item.value().toArray()) {
            shape.push_back(side.toInteger());
        }
        if (key.ends_with("num_batches_tracked")) {
            tensors.push_back({key, TensorType::I64, shape, std::as_bytes(std::span(&zero, 1))});
            continue;
        }
        const std::vector<double> drawn = formulaValues(key, shape);
        floats.emplace_back(drawn.begin(), drawn.end());
        tensors.push_back({key, TensorType::F32, shape, std::as_bytes(std::span(floats.back()))});
    }
    return toSafetensors(std::move(tensors), {});
}

Image drawFormulaCrop(const std::string& split, int index, int sidePx) {
    const auto noise = formulaUnit(split + std::to_string(index),
                                   static_cast<std::size_t>(sidePx) * static_cast<std::size_t>(sidePx));
    Image image{sidePx, sidePx, {}};
    const int offset = index * 7 % 32 - 16;
    for (int y = 0; y < sidePx; ++y) {
        for (int x = 0; x < sidePx; ++x) {
            const bool isDark = index % 2 == 1 && std::abs(x - y - offset) <= 3;
            const double grain = std::floor((noise[static_cast<std::size_t>(y * sidePx + x)] + 0.5) * 60);
            image.rgb.insert(image.rgb.end(), 3, static_cast<std::uint8_t>((isDark ? 60 : 130) + grain));
        }
    }
    return image;
}

} // namespace fissure::test
