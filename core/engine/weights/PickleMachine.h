#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/ByteReader.h"
#include "core/engine/weights/Pickle.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fissure {

/// Reads the one pickle that starts where reader stands, and leaves reader behind it. Understands what
/// torch.save writes in protocols 2 to 5: numbers, texts, tuples, lists, dicts, OrderedDict, and torch's
/// storages and tensors as descriptions (Python, Lib/pickletools.py). Nothing is ever executed: a pickle is a
/// program, and one that names another global or uses another operation is refused with that name. Time and
/// memory are bounded by the file's size, and a million values are the most.
///
/// Fails with WrongFormat (refused) or Damaged (cut off, values that do not fit); origin names the file. The
/// values look into the reader's bytes.
Result<Pickle> parsePickle(ByteReader& reader, const std::string& origin);

/// The stack machine behind parsePickle().
class PickleMachine {
public:
    PickleMachine(ByteReader& reader, const std::string& origin) : m_reader(reader), m_origin(origin) {}

    Result<Pickle> run();

private:
    using Step = Result<void>;
    struct Operation {
        unsigned char code;
        const char* name;
        Step (PickleMachine::*execute)(); ///< null: refused
    };
    static const std::array<Operation, 68> kOperations;
    /// Null for what no protocol knows.
    static const Operation* find(unsigned char code);

    // Operations, by the names that Python gives them. Those that push.
    Step protocol();
    Step frame();
    Step none() { return push(PickleNone{}); }
    Step newTrue() { return push(true); }
    Step newFalse() { return push(false); }
    template <class Number>
    Step integer();
    Step long1();
    Step binFloat();
    template <class Length>
    Step text();
    template <class Kind>
    Step empty() {
        return push(Kind{});
    }
    Step global();
    Step stackGlobal();

    // Those that take from the stack.
    Step mark();
    Step tuple();
    template <int Count>
    Step shortTuple();
    Step append();
    Step appends();
    Step setItem();
    Step setItems();
    Step reduce();
    Step build();
    Step persistentId();
    Step stop();

    // Those of the memo.
    template <class Index>
    Step put();
    template <class Index>
    Step get();
    Step memoize();

    Step push(PickleValue value);
    Step pushKnown(PickleRef value);
    Step pushGlobal(std::string_view module, std::string_view name);
    Step remember(std::uint32_t index);
    Step extendList(const std::vector<PickleRef>& items);
    Step extendDict(const std::vector<PickleRef>& keysAndValues);
    /// The last count values, off the stack; nothing where so many do not stand above the last mark.
    std::optional<std::vector<PickleRef>> pop(std::size_t count);
    /// All above the last mark, with the mark.
    std::optional<std::vector<PickleRef>> popToMark();
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }
    tl::unexpected<Error> cutOff() const;
    tl::unexpected<Error> unfit() const;
    tl::unexpected<Error> tooMany() const;

    ByteReader& m_reader;
    const std::string& m_origin;
    Pickle m_pickle;
    std::vector<PickleRef> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::unordered_map<std::uint32_t, PickleRef> m_memo;
    const char* m_operation = ""; ///< under way
    std::size_t m_copied = 0;     ///< items, from lists into dicts
    bool m_isDone = false;
};

} // namespace fissure
