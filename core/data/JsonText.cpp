#include "core/data/JsonText.h"

#include "core/data/TextPosition.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace fissure {

namespace {

using Json = nlohmann::json;

/// What is wrong, without what the library puts before it: "[json.exception.parse_error.101] parse error at
/// line 3, column 7: ", or "[json.exception.out_of_range.406] ".
std::string detailOf(const Json::exception& error) {
    const std::string text = error.what();
    for (const char* end : {": ", "] "}) {
        if (const std::size_t at = text.find(end); at != std::string::npos) {
            return text.substr(at + 2);
        }
    }
    return text;
}

/// Hears where a text ceases to be JSON. What the parser throws tells no place of a number that is too large.
class BreakFinder final : public nlohmann::json_sax<Json> {
public:
    explicit BreakFinder(std::string_view text) : m_text(text) {}

    const Text& cause() const { return m_cause; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }

    bool parse_error(std::size_t read, const std::string&, const Json::exception& error) override {
        const TextPosition at = positionAt(m_text, std::max<std::size_t>(read, 1) - 1);
        m_cause = Text("core", "it is broken JSON at line %1, column %2 (%3)")
                      .with(at.line, at.column, detailOf(error));
        return false;
    }

private:
    std::string_view m_text;
    Text m_cause;
};

} // namespace

tl::expected<Json, Text> parseJson(std::string_view text) {
    Json document = Json::parse(text, nullptr, false);
    if (!document.is_discarded()) {
        return document;
    }
    BreakFinder finder(text);
    Json::sax_parse(text, &finder);
    return tl::make_unexpected(finder.cause());
}

} // namespace fissure
