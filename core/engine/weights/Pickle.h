#pragma once

#include "core/engine/weights/NamedTensors.h"
#include "core/engine/weights/TensorLayout.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fissure {

/// Names a value of one Pickle.
using PickleRef = std::uint32_t;

/// What a pickle may ask for by a global name.
enum class PickleCallable {
    OrderedDict,
    RebuildTensor,
    RebuildTensorV2,
    RebuildParameter,
    Parameter,
    Storage
};

struct PickleNone {};

struct PickleGlobal {
    PickleCallable callable = PickleCallable::OrderedDict;
    TensorType type = TensorType::F32; ///< of the elements, of a Storage
};

/// A whole number beyond 64 bits: two's complement, little-endian, looking into the file.
struct PickleBigInteger {
    std::string_view bytes;
};

/// Texts look into the file and may be anything but UTF-8.
using PickleText = std::string_view;

struct PickleTuple {
    std::vector<PickleRef> items;
};

struct PickleList {
    std::vector<PickleRef> items;
};

struct PickleDict {
    std::vector<std::pair<PickleRef, PickleRef>> items; ///< key and value, as they were set
    bool isOrdered = false;                             ///< an OrderedDict
};

/// A part of a storage, counted in its elements.
struct StorageView {
    std::int64_t offset = 0;
    std::int64_t count = 0;
};

/// Elements that stand elsewhere in the file, under a key.
struct PickleStorage {
    TensorType type = TensorType::F32;
    std::string_view key;
    std::int64_t count = 0;          ///< of the whole storage
    std::optional<StorageView> view; ///< only that part of it
};

/// Elements of a storage. Nothing says yet that they lie within it.
struct PickleTensor {
    PickleRef storage = 0; ///< a PickleStorage
    TensorLayout layout;
};

using PickleValue =
    std::variant<PickleNone, bool, std::int64_t, PickleBigInteger, double, PickleText, PickleTuple,
                 PickleList, PickleDict, PickleGlobal, PickleStorage, PickleTensor>;

/// What a pickle describes. Its values name one another by number, in circles too where a list holds itself.
struct Pickle {
    std::vector<PickleValue> values;
    PickleRef root = 0;

    /// Null where it is of another kind.
    template <class Kind>
    const Kind* as(PickleRef value) const {
        return std::get_if<Kind>(&values[value]);
    }

    /// What a dict holds under that text; nothing where it has no such key.
    std::optional<PickleRef> find(const PickleDict& dict, std::string_view key) const;
};

} // namespace fissure
