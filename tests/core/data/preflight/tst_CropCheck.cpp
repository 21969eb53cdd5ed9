#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/data/preflight/CropCheck.h"
#include "core/data/preflight/PixelCache.h"
#include "tests/support/TestImages.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

/// A PNG of the header alone: signature and IHDR chunk (its checksum does not matter to whoever stops there).
std::string pngHeader(std::uint32_t width, std::uint32_t height) {
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const std::uint32_t side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes += static_cast<char>((side >> shift) & 0xFF);
        }
    }
    return bytes + std::string("\x08\x02\0\0\0", 5) + std::string(100, '\0');
}

} // namespace

class tst_CropCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        fs::permissions(m_place->path().toStdString(), fs::perms(0755)); // Unprivileged looks in
    }

    void soundCropsHaveHashesAndNoDamage() {
        test::writeCrops(folder(), 12, 16);
        const CropCheck check = checked();
        QVERIFY(check.damaged.empty());
        QCOMPARE(check.pixels.size(), std::size_t(12));
        QVERIFY(!std::set(check.pixels.begin(), check.pixels.end()).contains(0));
        QCOMPARE(std::set(check.pixels.begin(), check.pixels.end()).size(), std::size_t(12));
    }

    void everyKindOfDamageIsTold() {
        const auto names = test::writeCrops(folder(), 6, 16); // the last one stays sound
        write(names[0], "");
        auto bytes = readFile(folder() / names[1]).value();
        bytes.resize(bytes.size() / 2);
        QVERIFY(writeFileAtomically(folder() / names[1], bytes).has_value());
        write(names[2], "this is text");
        write(names[3], pngHeader(60'000, 60'000));
        fs::permissions(folder() / names[4], fs::perms::none);
        CropCheck check;
        {
            const test::Unprivileged user;
            if (!user.isEffective()) {
                QSKIP("this user reads every file");
            }
            check = checked();
        }
        QCOMPARE(check.damaged.size(), std::size_t(5));
        const std::array expected{CropDamage::Empty, CropDamage::Broken, CropDamage::NotAnImage,
                                  CropDamage::TooLarge, CropDamage::Unreadable};
        for (const DamagedCrop& crop : check.damaged) {
            const auto at = static_cast<std::size_t>(std::ranges::find(names, crop.file) - names.begin());
            QCOMPARE(crop.damage, expected.at(at));
            QVERIFY(!crop.reason.empty());
        }
        QVERIFY(std::ranges::is_sorted(check.damaged, {}, &DamagedCrop::file));
        QCOMPARE(std::ranges::count(check.pixels, 0U), std::ptrdiff_t(5));
    }

    void filesOfMoreBytesThanAnyImageAreNotRead() {
        const auto names = test::writeCrops(folder(), 2, 16);
        fs::resize_file(folder() / names[0], 20'000'000'000); // a hole: it takes no room
        const auto start = std::chrono::steady_clock::now();
        const CropCheck check = checked();
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
        QCOMPARE(check.damaged.size(), std::size_t(1));
        QCOMPARE(check.damaged[0].damage, CropDamage::TooLarge);
        QCOMPARE(check.damaged[0].reason.str(),
                 std::string("it has 20000 megabytes; 320 are the most that is read of an image"));
    }

    void cropThatIsGoneIsUnreadable() {
        const auto names = test::writeCrops(folder(), 3, 16);
        const ProposalIndex index = scanProposals(folder()).value();
        fs::remove(folder() / names[1]);
        const CropCheck check = checkCrops(folder(), index.proposals, {}, {}, {}).value();
        QCOMPARE(check.damaged,
                 (std::vector<DamagedCrop>{{names[1], CropDamage::Unreadable, "it does not exist"}}));
    }

    void pixelsCountAndNotBytes() {
        const Image image = test::drawCrop(16, true, 1);
        fs::create_directories(folder());
        QVERIFY(writeImage(folder() / "a.1.0_9.1.png", image).has_value());
        // The same picture with something behind its end.
        auto bytes = readFile(folder() / "a.1.0_9.1.png").value();
        bytes.push_back(std::byte{7});
        QVERIFY(writeFileAtomically(folder() / "a.2.0_9.1.png", bytes).has_value());
        // The same bytes in another shape.
        QVERIFY(writeImage(folder() / "a.3.0_9.1.png", Image{8, 32, image.rgb}).has_value());
        const CropCheck check = checked();
        QCOMPARE(check.pixels[0], check.pixels[1]);
        QVERIFY(check.pixels[0] != check.pixels[2]);
    }

    void anyNumberOfThreadsFindsTheSame() {
        const auto names = test::writeCrops(folder(), 40, 16);
        write(names[7], "broken");
        const CropCheck alone = checked({1, {}});
        for (const int threads : {0, 2, 5, 100}) {
            const CropCheck check = checked({threads, {}});
            QCOMPARE(check.pixels, alone.pixels);
            QCOMPARE(check.damaged, alone.damaged);
        }
    }

    void progressReachesTheEndOnTheThreadThatAsked() {
        test::writeCrops(folder(), 30, 16);
        const ProposalIndex index = scanProposals(folder()).value();
        const auto asking = std::this_thread::get_id();
        std::int64_t last = 0;
        const auto check = checkCrops(folder(), index.proposals, {4, {}},
                                      [&](std::int64_t done, std::int64_t total) {
                                          QCOMPARE(std::this_thread::get_id(), asking);
                                          QCOMPARE(total, std::int64_t(30));
                                          QVERIFY(done >= last);
                                          last = done;
                                      },
                                      {});
        QVERIFY(check.has_value());
        QCOMPARE(last, std::int64_t(30));
    }

    void stopEndsTheCheck() {
        test::writeCrops(folder(), 30, 16);
        const ProposalIndex index = scanProposals(folder()).value();
        std::stop_source stop;
        const auto check = checkCrops(
            folder(), index.proposals, {2, {}}, [&](std::int64_t, std::int64_t) { stop.request_stop(); },
            stop.get_token());
        QVERIFY(!check);
        QCOMPARE(check.error().code, ErrorCode::Stopped);
    }

    void hashesAreKeptAndTakenFromTheCache() {
        const auto names = test::writeCrops(folder(), 8, 16);
        write(names[3], "broken");
        const CropCheck first = checked({2, cache()});
        QCOMPARE(std::distance(fs::directory_iterator(cache()), fs::directory_iterator{}), 1);
        // What the file says is believed: a hash that nobody would compute comes back.
        const fs::path file = fs::directory_iterator(cache())->path();
        std::string text = readTextFile(file).value();
        text.replace(0, 16, "00000000000000ab");
        QVERIFY(writeFileAtomically(file, text).has_value());
        const CropCheck second = checked({2, cache()});
        QCOMPARE(second.pixels[0], std::uint64_t(0xab));
        QVERIFY(std::equal(second.pixels.begin() + 1, second.pixels.end(), first.pixels.begin() + 1));
        // What could not be decoded is looked at again, for the reason.
        QCOMPARE(second.damaged, first.damaged);
    }

    void changedFileIsDecodedAnew() {
        const auto names = test::writeCrops(folder(), 4, 16);
        const CropCheck first = checked({2, cache()});
        QVERIFY(writeImage(folder() / names[2], test::drawCrop(16, true, 99)).has_value());
        const CropCheck second = checked({2, cache()});
        QVERIFY(second.pixels[2] != first.pixels[2]);
        QCOMPARE(second.pixels[1], first.pixels[1]);
    }

    void changeThatKeepsSizeAndTimeIsNoticed() {
        const auto names = test::writeCrops(folder(), 2, 16);
        const fs::path file = folder() / names[0];
        auto other = readFile(folder() / names[1]).value();
        const auto size = std::max<std::uintmax_t>(fs::file_size(file), other.size());
        fs::resize_file(file, size); // what stands behind a picture's end does not matter
        const CropCheck first = checked({2, cache()});
        const auto time = fs::last_write_time(file);
        other.resize(size);
        QVERIFY(writeFileAtomically(file, other).has_value());
        fs::last_write_time(file, time);
        const CropCheck second = checked({2, cache()});
        QVERIFY(second.pixels[0] != first.pixels[0]);
        QCOMPARE(second.pixels[1], first.pixels[1]);
    }

    void oldestHashesGo() {
        test::writeCrops(folder(), 2, 16);
        fs::create_directory(cache());
        for (std::size_t i = 0; i < kKeptPixelLists + 3; ++i) {
            const fs::path file = cache() / ("pixels-" + std::to_string(i) + ".txt");
            QVERIFY(writeFileAtomically(file, "x").has_value());
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(i + 1));
        }
        QVERIFY(writeFileAtomically(cache() / "mine.txt", "x").has_value());
        checked({2, cache()});
        QCOMPARE(std::distance(fs::directory_iterator(cache()), fs::directory_iterator{}),
                 std::ptrdiff_t(kKeptPixelLists) + 1); // what is not ours stays
        QVERIFY(fs::exists(cache() / "pixels-0.txt") && fs::exists(cache() / "mine.txt"));
        QVERIFY(!fs::exists(cache() / "pixels-18.txt"));
    }

    void brokenCacheIsReplaced_data() {
        QTest::addColumn<std::string>("text");
        QTest::newRow("cut off") << std::string("00000000000000ab\n");
        QTest::newRow("no hash") << std::string(4 * 17, 'x');
    }
    void brokenCacheIsReplaced() {
        QFETCH(std::string, text);
        test::writeCrops(folder(), 4, 16);
        const CropCheck first = checked({2, cache()});
        const fs::path file = fs::directory_iterator(cache())->path();
        const std::string sound = readTextFile(file).value();
        QVERIFY(writeFileAtomically(file, text).has_value());
        QCOMPARE(checked({2, cache()}).pixels, first.pixels);
        QCOMPARE(readTextFile(file).value(), sound);
    }

    void cacheThatCannotBeWrittenIsNoFailure() {
        test::writeCrops(folder(), 4, 16);
        QVERIFY(writeFileAtomically(cache(), "a file").has_value());
        QCOMPARE(checked({2, cache()}).pixels.size(), std::size_t(4));
    }

private:
    fs::path folder() const { return place() / "crops"; }
    fs::path cache() const { return place() / "cache"; }
    fs::path place() const { return m_place->path().toStdString(); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder() / name, std::ios::binary) << text;
    }

    CropCheck checked(const CropCheckOptions& options = {}) const {
        const ProposalIndex index = scanProposals(folder()).value();
        return checkCrops(folder(), index.proposals, options, {}, {}).value();
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(tst_CropCheck)
#include "tst_CropCheck.moc"
