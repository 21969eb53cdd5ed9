#pragma once

#include "core/base/FileBytes.h"
#include "core/base/Result.h"
#include "core/config/Enums.h"
#include "core/engine/weights/WeightsFit.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// A tensor of a file, without its data.
struct TensorFacts {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes = 0;
};

/// What a file of weights holds.
struct WeightsInspection {
    WeightsFormat format = WeightsFormat::Safetensors;
    TensorMetadata metadata;
    std::vector<TensorFacts> tensors;
    std::uint64_t parameters = 0;  ///< numbers in them, those of batch normalisation's statistics left out
    std::uint64_t bytes = 0;       ///< of all their data
    std::optional<WeightsFit> fit; ///< where a backbone was asked for
};

/// Fails with NotFound, Unreadable, WrongFormat (no file of weights) or Damaged.
Result<WeightsInspection> inspectWeights(const std::filesystem::path& file, std::optional<Backbone> backbone);

/// A file of weights that was written.
struct WrittenWeights {
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// Writes the tensors and metadata of a file of weights as safetensors, over what is there, all or nothing.
/// Fails as inspectWeights() does, and with WrongFormat (a place that is not named .safetensors, or is the
/// file itself) or Unwritable.
Result<WrittenWeights> convertWeights(const std::filesystem::path& file, const std::filesystem::path& out);

/// Weights that a run keeps, and the hash that the store has of them.
struct StoredWeights {
    std::filesystem::path file;
    std::string sha256;
};

/// Their content, verified. Fails with NotFound, Unreadable or Damaged (the hash differs).
Result<FileBytes> readStoredWeights(const StoredWeights& weights);

/// Writes a verified copy. Fails as readStoredWeights() does, and as convertWeights() does of its place.
Result<WrittenWeights> exportWeights(const StoredWeights& weights, const std::filesystem::path& out);

} // namespace fissure
