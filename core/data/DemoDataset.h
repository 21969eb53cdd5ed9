#pragma once

#include "core/base/Result.h"
#include "core/data/ProposalBuilder.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace fissure {

/// A small data set drawn from a seed, for a first run without data of one's own.
struct DemoSettings {
    std::filesystem::path out; ///< new, empty, or an earlier demo, which is drawn anew
    std::uint64_t seed = 1;
    int trainImages = 60;
    int validImages = 20;
    int photographPx = 224;
    int cropSizePx = 96;
    int threads = 0; ///< 0: one for each core
};

struct DemoReport {
    BuildReport train;
    BuildReport valid;
};

/// done of total photographs in both splits together, with what is being worked on ("training proposals").
using DemoProgressCallback = std::function<void(const BuildProgress& progress, const Text& what)>;

/// Name of the file that marks a folder as a demo; it holds the settings.
inline constexpr const char* kDemoFile = "demo.json";

/// Name of the run configuration that the caller may write into a demo once it is complete; it goes before an
/// earlier demo is touched, so that where it stands the demo is whole.
inline constexpr const char* kDemoRunFile = "run.json";

/// Draws out/{train,valid}/{images,masks} and builds out/{train,valid}/proposals from them with the builder
/// that real photographs go through. The same settings give the same data set. Of an earlier demo only what
/// it drew and built is removed. Fails with WrongFormat (the folder holds something else), Unwritable or
/// Stopped (a later call draws it anew).
Result<DemoReport> drawDemoDataset(const DemoSettings& settings, const DemoProgressCallback& onProgress,
                                   std::stop_token stop);

} // namespace fissure
