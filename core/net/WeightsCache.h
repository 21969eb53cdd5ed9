#pragma once

#include "core/base/EnumNames.h"
#include "core/net/Download.h"

#include <array>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// Where published weights come from besides the workspace.
struct WeightsSources {
    std::vector<std::filesystem::path> hubCaches; ///< folders PyTorch keeps downloads in; may not exist
    std::string server;                           ///< URL that the file's name is added to

    /// torch.hub's folders by TORCH_HOME, XDG_CACHE_HOME and HOME; the server of FISSURE_WEIGHTS_URL, else
    /// that of PyTorch.
    static WeightsSources ofEnvironment();
};

enum class WeightsOrigin { Workspace, HubCache, Server };

template <>
struct EnumNames<WeightsOrigin> {
    static constexpr std::array<std::string_view, 3> names{"workspace", "hub_cache", "server"};
};

/// Where a file of weights is.
struct WeightsPlace {
    std::filesystem::path file;
    WeightsOrigin origin = WeightsOrigin::Workspace;
};

/// Published weights in a folder of the workspace, by the names of their files (see sha256StartOf). Whatever
/// is used has the hash that its name tells.
class WeightsCache {
public:
    /// folder: Workspace::weights(), made with the first file.
    WeightsCache(std::filesystem::path folder, WeightsSources sources);

    /// Where the weights would have their place in the workspace.
    std::filesystem::path placeOf(const std::string& name) const;

    /// Where a file of that name is without the network, by its name alone: the workspace first, then
    /// PyTorch's folders; with Server as origin and no file where it is nowhere.
    WeightsPlace look(const std::string& name) const;

    /// Sees to it that the file is in the workspace: copied from one of PyTorch's folders, or downloaded. A
    /// file of another hash counts as none. The name is one of weightsFileOf(). Tells where it came from.
    /// Fails as download().
    Result<WeightsOrigin> fetch(const std::string& name, const DownloadListener& listener,
                                const std::stop_token& stop) const;

private:
    bool copyFromHub(const std::string& name) const;

    std::filesystem::path m_folder;
    WeightsSources m_sources;
};

} // namespace fissure
