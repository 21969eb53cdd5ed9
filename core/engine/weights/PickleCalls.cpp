#include "core/engine/weights/PickleCalls.h"

#include "core/engine/weights/WeightErrors.h"

#include <algorithm>
#include <array>

namespace fissure {

namespace {

constexpr std::size_t kMostSides = 16; // torch knows up to 64; no network needs them, a bomb would

struct NamedGlobal {
    std::string_view module;
    std::string_view name;
    PickleGlobal global;
};

constexpr NamedGlobal storage(std::string_view name, TensorType type) {
    return {"torch", name, {PickleCallable::Storage, type}};
}

constexpr std::array<NamedGlobal, 15> kGlobals{{
    {"collections", "OrderedDict", {PickleCallable::OrderedDict}},
    {"torch._utils", "_rebuild_tensor", {PickleCallable::RebuildTensor}}, // PyTorch to 0.3
    {"torch._utils", "_rebuild_tensor_v2", {PickleCallable::RebuildTensorV2}},
    {"torch._utils", "_rebuild_parameter", {PickleCallable::RebuildParameter}},
    {"torch.nn.parameter", "Parameter", {PickleCallable::Parameter}}, // PyTorch to 0.3
    storage("BoolStorage", TensorType::Bool),
    storage("ByteStorage", TensorType::U8),
    storage("CharStorage", TensorType::I8),
    storage("ShortStorage", TensorType::I16),
    storage("IntStorage", TensorType::I32),
    storage("LongStorage", TensorType::I64),
    storage("HalfStorage", TensorType::F16),
    storage("BFloat16Storage", TensorType::BF16),
    storage("FloatStorage", TensorType::F32),
    storage("DoubleStorage", TensorType::F64),
}};

tl::unexpected<Error> badTensor(const std::string& origin) {
    return damagedWeights(origin, Text("core", "it describes a tensor by values that make none"));
}

tl::unexpected<Error> badStorage(const std::string& origin) {
    return damagedWeights(origin, Text("core", "it describes a tensor's storage by values that make none"));
}

/// A whole number from 0 on.
std::optional<std::int64_t> countOf(const Pickle& pickle, PickleRef value) {
    const auto* number = pickle.as<std::int64_t>(value);
    return number != nullptr && *number >= 0 ? std::optional(*number) : std::nullopt;
}

/// A tuple of such numbers.
std::optional<std::vector<std::int64_t>> countsOf(const Pickle& pickle, PickleRef value) {
    const auto* tuple = pickle.as<PickleTuple>(value);
    if (tuple == nullptr || tuple->items.size() > kMostSides) {
        return std::nullopt;
    }
    std::vector<std::int64_t> sizes;
    for (const PickleRef item : tuple->items) {
        const auto size = countOf(pickle, item);
        if (!size) {
            return std::nullopt;
        }
        sizes.push_back(*size);
    }
    return sizes;
}

/// _rebuild_tensor(storage, offset, shape, strides)
/// _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, backward_hooks, metadata = None)
Result<PickleValue> describeTensor(const Pickle& pickle, const std::vector<PickleRef>& arguments,
                                   const std::string& origin) {
    if (pickle.as<PickleStorage>(arguments[0]) == nullptr) {
        return badTensor(origin);
    }
    const auto offset = countOf(pickle, arguments[1]);
    auto shape = countsOf(pickle, arguments[2]);
    auto strides = countsOf(pickle, arguments[3]);
    if (!offset || !shape || !strides || shape->size() != strides->size()) {
        return badTensor(origin);
    }
    if (arguments.size() > 6 && pickle.as<PickleNone>(arguments[6]) == nullptr) {
        const auto* metadata = pickle.as<PickleDict>(arguments[6]);
        if (metadata == nullptr || !metadata->items.empty()) { // it may say that all signs are turned
            return unusableWeights(origin, Text("core", "it holds a tensor with metadata of its own"));
        }
    }
    return PickleTensor{arguments[0], {*offset, std::move(*shape), std::move(*strides)}};
}

/// _rebuild_parameter(data, requires_grad, backward_hooks) or Parameter(data, requires_grad): the data alone.
Result<PickleValue> describeParameter(const Pickle& pickle, const std::vector<PickleRef>& arguments,
                                      const std::string& origin) {
    const auto* data = pickle.as<PickleTensor>(arguments[0]);
    return data == nullptr ? Result<PickleValue>(badTensor(origin)) : *data;
}

/// OrderedDict() or, from Python 2, OrderedDict([[key, value], ...])
Result<PickleValue> describeDict(const Pickle& pickle, const std::vector<PickleRef>& arguments,
                                 const std::string& origin) {
    PickleDict dict{{}, true};
    if (arguments.empty()) {
        return dict;
    }
    const auto bad = [&] {
        return damagedWeights(origin, Text("core", "it describes a dictionary by values that make none"));
    };
    const auto* pairs = pickle.as<PickleList>(arguments[0]);
    if (pairs == nullptr) {
        return bad();
    }
    for (const PickleRef item : pairs->items) {
        const auto* list = pickle.as<PickleList>(item);
        const auto* tuple = pickle.as<PickleTuple>(item);
        const auto* pair = list != nullptr ? &list->items : tuple != nullptr ? &tuple->items : nullptr;
        if (pair == nullptr || pair->size() != 2) {
            return bad();
        }
        dict.items.emplace_back((*pair)[0], (*pair)[1]);
    }
    return dict;
}

/// What a call is made of, by the global's own names in Python.
struct Signature {
    const char* name;
    std::size_t fewest;
    std::size_t most;
    Result<PickleValue> (*describe)(const Pickle&, const std::vector<PickleRef>&, const std::string&);
};

const Signature& signatureOf(PickleCallable callable) {
    static constexpr std::array<Signature, 6> kSignatures{{
        {"collections.OrderedDict", 0, 1, &describeDict},
        {"torch._utils._rebuild_tensor", 4, 4, &describeTensor},
        {"torch._utils._rebuild_tensor_v2", 6, 7, &describeTensor},
        {"torch._utils._rebuild_parameter", 3, 3, &describeParameter},
        {"torch.nn.parameter.Parameter", 1, 2, &describeParameter},
        {"torch.Storage", 0, 0, nullptr},
    }};
    return kSignatures[static_cast<std::size_t>(callable)];
}

} // namespace

std::optional<PickleGlobal> knownGlobal(std::string_view module, std::string_view name) {
    const auto* const found = std::ranges::find_if(
        kGlobals, [&](const NamedGlobal& known) { return known.module == module && known.name == name; });
    return found == kGlobals.end() ? std::nullopt : std::optional(found->global);
}

Result<PickleValue> describeCall(const Pickle& pickle, const PickleGlobal& global,
                                 const PickleTuple& arguments, const std::string& origin) {
    const Signature& signature = signatureOf(global.callable);
    const std::size_t count = arguments.items.size();
    if (signature.describe == nullptr || count < signature.fewest || count > signature.most) {
        return damagedWeights(origin,
                              Text("core", "it calls %1 with %2 arguments").with(signature.name, count));
    }
    return signature.describe(pickle, arguments.items, origin);
}

Result<PickleStorage> describeStorage(const Pickle& pickle, PickleRef persistentId,
                                      const std::string& origin) {
    const auto* tuple = pickle.as<PickleTuple>(persistentId);
    const auto* kind =
        tuple == nullptr || tuple->items.empty() ? nullptr : pickle.as<PickleText>(tuple->items[0]);
    // ("storage", type, key, location, count), in the legacy form with a view or None behind
    if (kind == nullptr || *kind != "storage" || tuple->items.size() < 5 || tuple->items.size() > 6) {
        return badStorage(origin);
    }
    const auto* type = pickle.as<PickleGlobal>(tuple->items[1]);
    const auto* key = pickle.as<PickleText>(tuple->items[2]);
    const auto count = countOf(pickle, tuple->items[4]);
    if (type == nullptr || type->callable != PickleCallable::Storage || key == nullptr || !count) {
        return badStorage(origin);
    }
    PickleStorage storage{type->type, *key, *count, std::nullopt};
    if (tuple->items.size() == 6 && pickle.as<PickleNone>(tuple->items[5]) == nullptr) {
        // (key of the view, offset, count)
        const auto* view = pickle.as<PickleTuple>(tuple->items[5]);
        const bool isView = view != nullptr && view->items.size() == 3;
        const auto viewOffset = isView ? countOf(pickle, view->items[1]) : std::nullopt;
        const auto viewCount = isView ? countOf(pickle, view->items[2]) : std::nullopt;
        if (!viewOffset || !viewCount) {
            return badStorage(origin);
        }
        storage.view = StorageView{*viewOffset, *viewCount};
    }
    return storage;
}

} // namespace fissure
