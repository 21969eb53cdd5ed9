#include "core/base/SmallLetters.h"

namespace fissure {

namespace {

bool isWithin(unsigned letter, unsigned first, unsigned last) {
    return letter >= first && letter <= last;
}

/// Of a letter that takes two bytes, U+0080 to U+07FF.
unsigned smallLetter(unsigned letter) {
    const bool isPlus32 = (isWithin(letter, 0xC0, 0xDE) && letter != 0xD7) || // À to Þ, but ×
                          (isWithin(letter, 0x391, 0x3AB) && letter != 0x3A2) ||
                          isWithin(letter, 0x410, 0x42F);
    if (isPlus32) {
        return letter + 32;
    }
    if (isWithin(letter, 0x400, 0x40F)) {
        return letter + 80;
    }
    if (letter == 0x178) { // Ÿ
        return 0xFF;
    }
    // Large and small by turns; the small one is odd, or even.
    const bool isOdd = letter % 2 == 1;
    const bool isBeforeOdd = (isWithin(letter, 0x100, 0x137) && letter != 0x130) ||
                             isWithin(letter, 0x14A, 0x177) || isWithin(letter, 0x460, 0x481) ||
                             isWithin(letter, 0x48A, 0x4BF) || isWithin(letter, 0x4D0, 0x52F);
    const bool isBeforeEven = isWithin(letter, 0x139, 0x148) || isWithin(letter, 0x179, 0x17E);
    return (isBeforeOdd && !isOdd) || (isBeforeEven && isOdd) ? letter + 1 : letter;
}

} // namespace

std::string withSmallLetters(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto byte = static_cast<unsigned char>(small[i]);
        const unsigned next = i + 1 < small.size() ? static_cast<unsigned char>(small[i + 1]) : 0U;
        if (byte >= 'A' && byte <= 'Z') {
            small[i] = static_cast<char>(byte + 32);
        } else if (isWithin(byte, 0xC2, 0xDF) && isWithin(next, 0x80, 0xBF)) {
            const unsigned letter = smallLetter((byte & 0x1FU) << 6U | (next & 0x3FU));
            small[i] = static_cast<char>(0xC0U | letter >> 6U);
            small[++i] = static_cast<char>(0x80U | (letter & 0x3FU));
        }
    }
    return small;
}

} // namespace fissure
