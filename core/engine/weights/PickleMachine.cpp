#include "core/engine/weights/PickleMachine.h"

#include "core/engine/weights/PickleCalls.h"
#include "core/engine/weights/WeightErrors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

namespace fissure {

namespace {

constexpr std::size_t kMostValues = 1'000'000; // ResNet-152 needs some 20,000
constexpr std::uint8_t kOldestProtocol = 2;
constexpr std::uint8_t kNewestProtocol = 5;

} // namespace

/// All of protocols 0 to 5.
const std::array<PickleMachine::Operation, 68> PickleMachine::kOperations{{
    {'(', "MARK", &PickleMachine::mark},
    {'.', "STOP", &PickleMachine::stop},
    {'0', "POP", nullptr},
    {'1', "POP_MARK", nullptr},
    {'2', "DUP", nullptr},
    {'F', "FLOAT", nullptr},
    {'I', "INT", nullptr},
    {'J', "BININT", &PickleMachine::integer<std::int32_t>},
    {'K', "BININT1", &PickleMachine::integer<std::uint8_t>},
    {'L', "LONG", nullptr},
    {'M', "BININT2", &PickleMachine::integer<std::uint16_t>},
    {'N', "NONE", &PickleMachine::none},
    {'P', "PERSID", nullptr},
    {'Q', "BINPERSID", &PickleMachine::persistentId},
    {'R', "REDUCE", &PickleMachine::reduce},
    {'S', "STRING", nullptr},
    {'T', "BINSTRING", &PickleMachine::text<std::uint32_t>}, // Python 2
    {'U', "SHORT_BINSTRING", &PickleMachine::text<std::uint8_t>},
    {'V', "UNICODE", nullptr},
    {'X', "BINUNICODE", &PickleMachine::text<std::uint32_t>},
    {'a', "APPEND", &PickleMachine::append},
    {'b', "BUILD", &PickleMachine::build},
    {'c', "GLOBAL", &PickleMachine::global},
    {'d', "DICT", nullptr},
    {'}', "EMPTY_DICT", &PickleMachine::empty<PickleDict>},
    {'e', "APPENDS", &PickleMachine::appends},
    {'g', "GET", nullptr},
    {'h', "BINGET", &PickleMachine::get<std::uint8_t>},
    {'i', "INST", nullptr},
    {'j', "LONG_BINGET", &PickleMachine::get<std::uint32_t>},
    {'l', "LIST", nullptr},
    {']', "EMPTY_LIST", &PickleMachine::empty<PickleList>},
    {'o', "OBJ", nullptr},
    {'p', "PUT", nullptr},
    {'q', "BINPUT", &PickleMachine::put<std::uint8_t>},
    {'r', "LONG_BINPUT", &PickleMachine::put<std::uint32_t>},
    {'s', "SETITEM", &PickleMachine::setItem},
    {'t', "TUPLE", &PickleMachine::tuple},
    {')', "EMPTY_TUPLE", &PickleMachine::empty<PickleTuple>},
    {'u', "SETITEMS", &PickleMachine::setItems},
    {'G', "BINFLOAT", &PickleMachine::binFloat},
    {0x80, "PROTO", &PickleMachine::protocol},
    {0x81, "NEWOBJ", nullptr},
    {0x82, "EXT1", nullptr},
    {0x83, "EXT2", nullptr},
    {0x84, "EXT4", nullptr},
    {0x85, "TUPLE1", &PickleMachine::shortTuple<1>},
    {0x86, "TUPLE2", &PickleMachine::shortTuple<2>},
    {0x87, "TUPLE3", &PickleMachine::shortTuple<3>},
    {0x88, "NEWTRUE", &PickleMachine::newTrue},
    {0x89, "NEWFALSE", &PickleMachine::newFalse},
    {0x8a, "LONG1", &PickleMachine::long1},
    {0x8b, "LONG4", nullptr},
    {'B', "BINBYTES", nullptr},
    {'C', "SHORT_BINBYTES", nullptr},
    {0x8c, "SHORT_BINUNICODE", &PickleMachine::text<std::uint8_t>},
    {0x8d, "BINUNICODE8", &PickleMachine::text<std::uint64_t>},
    {0x8e, "BINBYTES8", nullptr},
    {0x8f, "EMPTY_SET", nullptr},
    {0x90, "ADDITEMS", nullptr},
    {0x91, "FROZENSET", nullptr},
    {0x92, "NEWOBJ_EX", nullptr},
    {0x93, "STACK_GLOBAL", &PickleMachine::stackGlobal},
    {0x94, "MEMOIZE", &PickleMachine::memoize},
    {0x95, "FRAME", &PickleMachine::frame},
    {0x96, "BYTEARRAY8", nullptr},
    {0x97, "NEXT_BUFFER", nullptr},
    {0x98, "READONLY_BUFFER", nullptr},
}};

const PickleMachine::Operation* PickleMachine::find(unsigned char code) {
    static const auto indexes = [] { // by code, one more than the place in the list
        std::array<std::uint8_t, 256> all{};
        for (std::size_t i = 0; i < kOperations.size(); ++i) {
            all[kOperations[i].code] = static_cast<std::uint8_t>(i + 1);
        }
        return all;
    }();
    const std::uint8_t index = indexes[code];
    return index == 0 ? nullptr : &kOperations[index - 1U];
}

Result<Pickle> PickleMachine::run() {
    while (!m_isDone) {
        const auto code = m_reader.number<std::uint8_t>();
        if (!code) {
            return cutOff();
        }
        const Operation* operation = find(*code);
        if (operation == nullptr) {
            return damagedWeights(m_origin, Text("core", "its pickle uses the unknown operation %1")
                                                .with(fmt::format("0x{:02x}", *code)));
        }
        if (operation->execute == nullptr) {
            return unusableWeights(
                m_origin, Text("core", "its pickle uses the operation %1, which no file of weights needs")
                              .with(operation->name));
        }
        m_operation = operation->name;
        if (const auto executed = (this->*operation->execute)(); !executed) {
            return failure(executed.error());
        }
    }
    return std::move(m_pickle);
}

PickleMachine::Step PickleMachine::protocol() {
    const auto version = m_reader.number<std::uint8_t>();
    if (!version) {
        return cutOff();
    }
    if (*version < kOldestProtocol || *version > kNewestProtocol) {
        return unusableWeights(m_origin, Text("core", "its pickle is of protocol %1").with(*version));
    }
    return {};
}

PickleMachine::Step PickleMachine::frame() {
    const auto size = m_reader.number<std::uint64_t>();
    return size && *size <= m_reader.rest() ? Step() : cutOff();
}

template <class Number>
PickleMachine::Step PickleMachine::integer() {
    const auto number = m_reader.number<Number>();
    return number ? push(std::int64_t{*number}) : cutOff();
}

PickleMachine::Step PickleMachine::long1() {
    const auto size = m_reader.number<std::uint8_t>();
    const auto bytes = size ? m_reader.take(*size) : std::nullopt;
    if (!bytes) {
        return cutOff();
    }
    if (bytes->size() > sizeof(std::int64_t)) {
        return push(PickleBigInteger{asText(*bytes)});
    }
    const bool isNegative = !bytes->empty() && (bytes->back() & std::byte{0x80}) != std::byte{0};
    std::int64_t number = isNegative ? -1 : 0;
    if (!bytes->empty()) {
        std::memcpy(&number, bytes->data(), bytes->size());
    }
    return push(number);
}

PickleMachine::Step PickleMachine::binFloat() {
    const auto bits = m_reader.number<std::uint64_t>(); // the only numbers that are big-endian
    return bits ? push(std::bit_cast<double>(__builtin_bswap64(*bits))) : cutOff();
}

template <class Length>
PickleMachine::Step PickleMachine::text() {
    const auto length = m_reader.number<Length>();
    const auto bytes = length ? m_reader.take(*length) : std::nullopt;
    return bytes ? push(asText(*bytes)) : cutOff();
}

PickleMachine::Step PickleMachine::global() {
    const auto module = m_reader.line();
    const auto name = module ? m_reader.line() : std::nullopt;
    return name ? pushGlobal(*module, *name) : cutOff();
}

PickleMachine::Step PickleMachine::stackGlobal() {
    const auto names = pop(2);
    const auto* module = names ? m_pickle.as<PickleText>((*names)[0]) : nullptr;
    const auto* name = names ? m_pickle.as<PickleText>((*names)[1]) : nullptr;
    return module != nullptr && name != nullptr ? pushGlobal(*module, *name) : unfit();
}

PickleMachine::Step PickleMachine::mark() {
    m_marks.push_back(m_stack.size());
    return {};
}

PickleMachine::Step PickleMachine::tuple() {
    auto items = popToMark();
    return items ? push(PickleTuple{std::move(*items)}) : unfit();
}

template <int Count>
PickleMachine::Step PickleMachine::shortTuple() {
    auto items = pop(Count);
    return items ? push(PickleTuple{std::move(*items)}) : unfit();
}

PickleMachine::Step PickleMachine::append() {
    const auto items = pop(1);
    return items ? extendList(*items) : unfit();
}

PickleMachine::Step PickleMachine::appends() {
    const auto items = popToMark();
    return items ? extendList(*items) : unfit();
}

PickleMachine::Step PickleMachine::setItem() {
    const auto pair = pop(2);
    return pair ? extendDict(*pair) : unfit();
}

PickleMachine::Step PickleMachine::setItems() {
    const auto pairs = popToMark();
    return pairs ? extendDict(*pairs) : unfit();
}

PickleMachine::Step PickleMachine::reduce() {
    const auto operands = pop(2);
    const auto* global = operands ? m_pickle.as<PickleGlobal>((*operands)[0]) : nullptr;
    const auto* arguments = operands ? m_pickle.as<PickleTuple>((*operands)[1]) : nullptr;
    if (global == nullptr || arguments == nullptr) {
        return unfit();
    }
    // A list that is remembered could be copied into a dict any number of times.
    const auto* list = arguments->items.empty() ? nullptr : m_pickle.as<PickleList>(arguments->items[0]);
    m_copied += list == nullptr ? 0 : list->items.size();
    if (m_copied > kMostValues) {
        return tooMany();
    }
    auto described = describeCall(m_pickle, *global, *arguments, m_origin);
    return described ? push(std::move(*described)) : failure(described.error());
}

PickleMachine::Step PickleMachine::build() {
    const auto states = pop(1);
    if (!states || m_stack.size() <= floor()) {
        return unfit();
    }
    const PickleRef state = states->front();
    const PickleRef object = m_stack.back();
    // torch's attribute _metadata, which has versions of modules
    const auto* dict = m_pickle.as<PickleDict>(object);
    const bool isMetadata = dict != nullptr && dict->isOrdered && m_pickle.as<PickleDict>(state) != nullptr;
    // (requires_grad, volatile, hooks) of a Parameter, PyTorch to 0.3
    const auto* flags = m_pickle.as<PickleTuple>(state);
    const bool isParameter =
        m_pickle.as<PickleTensor>(object) != nullptr && flags != nullptr && flags->items.size() == 3;
    if (!isMetadata && !isParameter) {
        return unusableWeights(
            m_origin, Text("core", "its pickle uses the operation BUILD on more than an OrderedDict"));
    }
    return {}; // neither is about the tensors' elements
}

PickleMachine::Step PickleMachine::persistentId() {
    const auto id = pop(1);
    if (!id) {
        return unfit();
    }
    auto storage = describeStorage(m_pickle, (*id)[0], m_origin);
    return storage ? push(std::move(*storage)) : failure(storage.error());
}

PickleMachine::Step PickleMachine::stop() {
    const auto root = pop(1);
    if (!root || !m_stack.empty() || !m_marks.empty()) {
        return unfit();
    }
    m_pickle.root = (*root)[0];
    m_isDone = true;
    return {};
}

template <class Index>
PickleMachine::Step PickleMachine::put() {
    const auto index = m_reader.number<Index>();
    return index ? remember(*index) : cutOff();
}

template <class Index>
PickleMachine::Step PickleMachine::get() {
    const auto index = m_reader.number<Index>();
    if (!index) {
        return cutOff();
    }
    const auto known = m_memo.find(*index);
    return known == m_memo.end() ? unfit() : pushKnown(known->second);
}

PickleMachine::Step PickleMachine::memoize() {
    return remember(static_cast<std::uint32_t>(m_memo.size()));
}

PickleMachine::Step PickleMachine::push(PickleValue value) {
    if (m_pickle.values.size() >= kMostValues) {
        return tooMany();
    }
    m_pickle.values.push_back(std::move(value));
    return pushKnown(static_cast<PickleRef>(m_pickle.values.size() - 1));
}

PickleMachine::Step PickleMachine::pushKnown(PickleRef value) {
    m_stack.push_back(value);
    return {};
}

PickleMachine::Step PickleMachine::pushGlobal(std::string_view module, std::string_view name) {
    const auto global = knownGlobal(module, name);
    if (!global) {
        return unusableWeights(
            m_origin, Text("core", "its pickle asks Python for %1.%2, which no file of weights needs")
                          .with(shownName(module), shownName(name)));
    }
    return push(*global);
}

PickleMachine::Step PickleMachine::remember(std::uint32_t index) {
    if (m_stack.size() <= floor()) {
        return unfit();
    }
    m_memo[index] = m_stack.back();
    return m_memo.size() > kMostValues ? tooMany() : Step();
}

PickleMachine::Step PickleMachine::extendList(const std::vector<PickleRef>& items) {
    auto* list =
        m_stack.size() > floor() ? std::get_if<PickleList>(&m_pickle.values[m_stack.back()]) : nullptr;
    if (list == nullptr) {
        return unfit();
    }
    list->items.insert(list->items.end(), items.begin(), items.end());
    return {};
}

PickleMachine::Step PickleMachine::extendDict(const std::vector<PickleRef>& keysAndValues) {
    auto* dict =
        m_stack.size() > floor() ? std::get_if<PickleDict>(&m_pickle.values[m_stack.back()]) : nullptr;
    if (dict == nullptr || keysAndValues.size() % 2 != 0) {
        return unfit();
    }
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2) {
        dict->items.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    }
    return {};
}

std::optional<std::vector<PickleRef>> PickleMachine::pop(std::size_t count) {
    if (m_stack.size() - floor() < count) {
        return std::nullopt;
    }
    const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<PickleRef> popped(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    return popped;
}

std::optional<std::vector<PickleRef>> PickleMachine::popToMark() {
    if (m_marks.empty()) {
        return std::nullopt;
    }
    auto popped = pop(m_stack.size() - floor());
    m_marks.pop_back();
    return popped;
}

tl::unexpected<Error> PickleMachine::cutOff() const {
    return damagedWeights(
        m_origin, Text("core", "it is cut off: its pickle ends at byte %1").with(m_reader.position()));
}

tl::unexpected<Error> PickleMachine::unfit() const {
    return damagedWeights(m_origin,
                          Text("core", "its pickle has no values for the operation %1 before byte %2")
                              .with(m_operation, m_reader.position()));
}

tl::unexpected<Error> PickleMachine::tooMany() const {
    return unusableWeights(m_origin, Text("core", "its pickle holds more than %1 values").with(kMostValues));
}

Result<Pickle> parsePickle(ByteReader& reader, const std::string& origin) {
    return PickleMachine(reader, origin).run();
}

} // namespace fissure
