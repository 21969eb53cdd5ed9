#include "core/engine/weights/PickleMachine.h"

#include <QTest>

#include <string>

using namespace fissure;
using namespace std::string_literals;

namespace {

ByteSpan asBytes(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// Values look into text.
Result<Pickle> parse(const std::string& text) {
    ByteReader reader(asBytes(text));
    return parsePickle(reader, "w.pth");
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

const std::string kDict = "ccollections\nOrderedDict\n";
const std::string kRebuild = "ctorch._utils\n_rebuild_tensor_v2\n";
const std::string kStorage = "(U\x07storagectorch\nFloatStorage\nU\x01"
                             "0U\x03"
                             "cpuK\x06tQ";

} // namespace

class TestPickleMachine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeNumbersAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("number");
        const auto row = [](const char* title, const std::string& text, qint64 number) {
            QTest::newRow(title) << QByteArray::fromStdString(text) << number;
        };
        row("one byte", "K\xff.", 255);
        row("two bytes", "M\x01\x80.", 0x8001);
        row("four bytes", "J\xfe\xff\xff\xff.", -2);
        row("long of none", "\x8a\0."s, 0);
        row("long of one", "\x8a\x01\x80.", -128);
        row("long of eight", "\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f.", INT64_MAX);
    }
    void wholeNumbersAreRead() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, number);
        const std::string pickle = text.toStdString();
        const auto parsed = parse(pickle).value();
        QVERIFY(parsed.as<std::int64_t>(parsed.root) != nullptr);
        QCOMPARE(qint64{*parsed.as<std::int64_t>(parsed.root)}, number);
    }

    void otherValuesAreRead() {
        const std::string text = "(NG\x3f\xf8\0\0\0\0\0\0\x88\x89U\x01"
                                 "aX\x01\0\0\0bt."s;
        const auto parsed = parse(text).value();
        const auto& items = parsed.as<PickleTuple>(parsed.root)->items;
        QCOMPARE(items.size(), std::size_t{6});
        QVERIFY(parsed.as<PickleNone>(items[0]) != nullptr);
        QCOMPARE(*parsed.as<double>(items[1]), 1.5);
        QVERIFY(*parsed.as<bool>(items[2]));
        QVERIFY(!*parsed.as<bool>(items[3]));
        QVERIFY(*parsed.as<PickleText>(items[4]) == "a");
        QVERIFY(*parsed.as<PickleText>(items[5]) == "b");
    }

    void readerStandsBehindThePickle() {
        const std::string text = "K\x01.K\x02.rest";
        ByteReader reader(asBytes(text));
        QVERIFY(parsePickle(reader, "w").has_value());
        const auto second = parsePickle(reader, "w").value();
        QCOMPARE(qint64{*second.as<std::int64_t>(second.root)}, qint64{2});
        QCOMPARE(reader.rest(), std::size_t{4});
    }

    void orderedDictOfPython2IsRead() {
        const std::string text = kDict + "(](](U\x01"
                                         "aK\x01"
                                         "e](U\x01"
                                         "bK\x02"
                                         "eetR.";
        const auto parsed = parse(text).value();
        const auto* dict = parsed.as<PickleDict>(parsed.root);
        QVERIFY(dict != nullptr && dict->isOrdered);
        QCOMPARE(qint64{*parsed.as<std::int64_t>(*parsed.find(*dict, "b"))}, qint64{2});
    }

    void tensorIsDescribed_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* title, const std::string& text) {
            QTest::newRow(title) << QByteArray::fromStdString(text);
        };
        const std::string layout = "K\x01K\x02K\x03\x86K\x01K\x02\x86";
        const std::string now = kRebuild + "(" + kStorage + layout + "\x89" + kDict + ")RtR";
        row("by torch now", now + ".");
        row("by torch of old", "ctorch._utils\n_rebuild_tensor\n(" + kStorage + layout + "tR.");
        row("with empty metadata", kRebuild + "(" + kStorage + layout + "\x89N}tR.");
        row("as a parameter", "ctorch._utils\n_rebuild_parameter\n" + now + "\x88N\x87R.");
        row("as a parameter of old", "ctorch.nn.parameter\nParameter\n" + now + "\x88\x86R.");
        row("as a parameter of old, with its state",
            "ctorch.nn.parameter\nParameter\n" + now + "\x85R\x88\x89" + kDict + ")R\x87" + "b.");
    }
    void tensorIsDescribed() {
        QFETCH(QByteArray, text);
        const std::string pickle = text.toStdString();
        const auto parsed = parse(pickle);
        QVERIFY2(parsed.has_value(), parsed.has_value() ? "" : parsed.error().message().c_str());
        const auto* tensor = parsed->as<PickleTensor>(parsed->root);
        QVERIFY(tensor != nullptr);
        QCOMPARE(tensor->layout.offset, std::int64_t{1});
        QCOMPARE(tensor->layout.shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(tensor->layout.strides, (std::vector<std::int64_t>{1, 2}));
        const auto* storage = parsed->as<PickleStorage>(tensor->storage);
        QCOMPARE(storage->type, TensorType::F32);
        QVERIFY(storage->key == "0");
        QCOMPARE(storage->count, std::int64_t{6});
        QVERIFY(!storage->view);
    }

    void viewOfAStorageIsDescribed() {
        const std::string text = "(U\x07storagectorch\nLongStorage\nU\x01"
                                 "7U\x03"
                                 "cpuK\x06U\x01"
                                 "8K\x02K\x03\x87tQ.";
        const auto parsed = parse(text).value();
        const auto* storage = parsed.as<PickleStorage>(parsed.root);
        QVERIFY(storage != nullptr && storage->view);
        QCOMPARE(storage->view->offset, std::int64_t{2});
        QCOMPARE(storage->view->count, std::int64_t{3});
    }

    void whatWouldRunIsRefusedByName_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char* title, const std::string& text, const char* cause) {
            QTest::newRow(title) << QByteArray::fromStdString(text) << QByteArray(cause);
        };
        row("os.system", "cposix\nsystem\n(U\x02idtR.", "posix.system");
        row("eval, uncalled", "c__builtin__\neval\n.", "__builtin__.eval");
        row("by two texts", "\x8c\x05posix\x8c\x06system\x93.", "posix.system");
        row("torch's own", "ctorch.hub\nload\n(tR.", "torch.hub.load");
        row("almost known", "ctorch._utils\n_rebuild_tensor_v3\n.", "torch._utils._rebuild_tensor_v3");
        row("dotted name", "ccollections\nOrderedDict.fromkeys\n.", "OrderedDict.fromkeys");
        row("name that is no text", "cposix\nsys\x1b\xfftem\n.", "posix.sys??tem");
        row("INST", "(U\x02idiposix\nsystem\n.", "operation INST");
        row("OBJ", "(" + kDict + "o.", "operation OBJ");
        row("NEWOBJ", kDict + ")\x81.", "operation NEWOBJ");
        row("NEWOBJ_EX", kDict + ")}\x92.", "operation NEWOBJ_EX");
        row("EXT1", "\x82\x01.", "operation EXT1");
        row("PERSID", "Pkey\n.", "operation PERSID");
        row("NEXT_BUFFER", "\x97.", "operation NEXT_BUFFER");
        row("DUP",
            "K\x01"
            "2.",
            "operation DUP");
        row("BUILD of a plain dict", "}}b.", "BUILD");
        row("BUILD of a tuple", ")}b.", "BUILD");
        row("BUILD by a number",
            kDict + ")RK\x01"
                    "b.",
            "BUILD");
        row("BUILD of a tensor", kRebuild + "(" + kStorage + "K\0))\x89NtR}b."s, "BUILD");
        row("metadata of a tensor", kRebuild + "(" + kStorage + "K\0))\x89N}U\x03negK\x01stR."s, "metadata");
        row("protocol 6", "\x80\x06K\x01.", "protocol 6");
    }
    void whatWouldRunIsRefusedByName() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cause);
        const std::string pickle = text.toStdString();
        const auto parsed = parse(pickle);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::WrongFormat);
        QCOMPARE(parsed.error().subject, Text("w.pth"));
        QVERIFY2(parsed.error().cause.str().find(cause.toStdString()) != std::string::npos,
                 parsed.error().cause.str().c_str());
    }

    void brokenPickleIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* title, const std::string& text) {
            QTest::newRow(title) << QByteArray::fromStdString(text);
        };
        row("nothing", "");
        row("unknown operation", "\xee.");
        row("no end", "K\x01");
        row("end without a value", ".");
        row("end with values left", "K\x01K\x02.");
        row("end within a mark", "(K\x01.");
        row("number cut off", "J\x01\x02");
        row("text longer than the file", "X\xff\xff\xff\xff"
                                         "abc.");
        row("text of 2^64 - 1 bytes", "\x8d\xff\xff\xff\xff\xff\xff\xff\xff"
                                      "abc.");
        row("frame beyond the end", "\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.");
        row("global without an end", "ccollections\nOrderedDict");
        row("tuple without a mark", "K\x01t.");
        row("tuple of values below the mark", "K\x01(K\x02\x86.");
        row("memo without a value", "q\x01N.");
        row("memo below the mark", "N(q\x01t.");
        row("memo of nothing", "h\x07.");
        row("state of nothing", "}b.");
        row("append to a dict", "}K\x01"
                                "a.");
        row("append to nothing", "K\x01"
                                 "a.");
        row("item of a list", "]K\x01K\x02s.");
        row("items without their last", "}(K\x01K\x02K\x03u.");
        row("call of a number", "K\x01)R.");
        row("call with a list", kDict + "]R.");
        row("call of a storage", "ctorch\nFloatStorage\n)R.");
        row("dict of a number", kDict + "K\x01\x85R.");
        row("dict of three", kDict + "(]((NNNtetR.");
        row("tensor of too few values", kRebuild + "(" + kStorage + "tR.");
        row("tensor of no storage", kRebuild + "(NK\0))\x89NtR."s);
        row("tensor of a negative side",
            kRebuild + "(" + kStorage + "K\0J\xff\xff\xff\xff\x85K\1\x85\x89NtR."s);
        row("tensor of sides in a list", kRebuild + "(" + kStorage + "K\0](K\1e](K\1e\x89NtR."s);
        row("tensor of fewer strides", kRebuild + "(" + kStorage + "K\0K\1\x85)\x89NtR."s);
        row("tensor of a huge side",
            kRebuild + "(" + kStorage + "K\0\x8a\x09\0\0\0\0\0\0\0\0\1\x85K\1\x85\x89NtR."s);
        row("parameter of a number", "ctorch._utils\n_rebuild_parameter\n(K\x01\x88NtR.");
        row("storage of nothing", ")Q.");
        row("storage of a number", "K\x01Q.");
        row("storage of another kind", "(U\x06modulectorch\nFloatStorage\nU\x01"
                                       "0U\x03"
                                       "cpuK\x01tQ.");
        row("storage of no type", "(U\x07storage" + kDict +
                                      "U\x01"
                                      "0U\x03"
                                      "cpuK\x01tQ.");
        row("view of a text", "(U\x07storagectorch\nFloatStorage\nU\x01"
                              "0U\x03"
                              "cpuK\x01U\x01"
                              "atQ.");
        row("list in the place of its name", "]q\0ah\0\x93."s);
    }
    void brokenPickleIsRefused() {
        QFETCH(QByteArray, text);
        const std::string pickle = text.toStdString();
        const auto parsed = parse(pickle);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::Damaged);
        QVERIFY(!parsed.error().cause.empty());
    }

    void listThatHoldsItselfIsRead() {
        const auto parsed = parse("]q\0h\0a."s).value();
        QCOMPARE(parsed.as<PickleList>(parsed.root)->items, std::vector<PickleRef>{parsed.root});
    }

    void dictThatHoldsItselfIsRead() {
        const std::string text = kDict + ")Rq\0U\x01"
                                         "ah\0s."s;
        const auto parsed = parse(text).value();
        QCOMPARE(*parsed.find(*parsed.as<PickleDict>(parsed.root), "a"), parsed.root);
    }

    void listsOfListsDoNotGrow() {
        // Ten of the one before, thirty times: unfolded it would be 10^30 values.
        std::string text = "]q\0"s;
        for (char level = 1; level < 30; ++level) {
            text += "]q"s + level + "(" + repeated("h"s + static_cast<char>(level - 1), 10) + "e";
        }
        const std::string whole = "(" + text + "t.";
        const auto parsed = parse(whole);
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->values.size() < 100);
    }

    void memoOfAnyNumberTakesNoRoom() {
        QVERIFY(parse("Nr\xff\xff\xff\xff.").has_value());
        QVERIFY(parse("Nr\xfe\xff\xff\xffj\xfe\xff\xff\xff\x86.").has_value());
    }

    void deepNestingNeedsNoStack() {
        std::string text(1, ')');
        text.append(500'000, '\x85').push_back('.');
        const auto parsed = parse(text);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->values.size(), std::size_t{500'001});
    }

    void tooManyValuesAreRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lists") << QByteArray(1'000'001, ']');
        QTest::newRow("places of the memo") << QByteArray("N") + QByteArray(1'000'001, '\x94');
        // A list of a thousand pairs that is copied into dicts again and again.
        QByteArray copies("](");
        copies +=
            QByteArray("NN\x86").repeated(1000) + "e\x94\x85\x94" + QByteArray::fromStdString(kDict) + "\x94";
        QTest::newRow("copies of a list") << copies + QByteArray("h\x02h\x01R", 5).repeated(1001);
    }
    void tooManyValuesAreRefused() {
        QFETCH(QByteArray, text);
        const std::string pickle = text.toStdString();
        const auto parsed = parse(pickle);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().cause.str(), std::string("its pickle holds more than 1000000 values"));
    }
};

QTEST_GUILESS_MAIN(TestPickleMachine)
#include "tst_PickleMachine.moc"
