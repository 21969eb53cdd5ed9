#include "core/net/WeightsCache.h"

#include "core/base/Files.h"
#include "core/net/OfficialWeights.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr const char* kServer = "https://download.pytorch.org/models/";

bool hasHash(const fs::path& file, const std::string& name) {
    const auto hash = sha256OfFile(file);
    return hash && hash->starts_with(sha256StartOf(name));
}

} // namespace

WeightsSources WeightsSources::ofEnvironment() {
    WeightsSources sources;
    const auto add = [&sources](const char* variable, const fs::path& below) {
        const char* value = std::getenv(variable);
        if (value == nullptr || *value == '\0') {
            return;
        }
        const fs::path folder = fs::path(value) / below / "hub" / "checkpoints";
        if (std::ranges::find(sources.hubCaches, folder) == sources.hubCaches.end()) {
            sources.hubCaches.push_back(folder);
        }
    };
    add("TORCH_HOME", "");
    add("XDG_CACHE_HOME", "torch");
    add("HOME", fs::path(".cache") / "torch");
    const char* server = std::getenv("FISSURE_WEIGHTS_URL");
    sources.server = server != nullptr && *server != '\0' ? server : kServer;
    if (!sources.server.ends_with('/')) {
        sources.server += '/';
    }
    return sources;
}

WeightsCache::WeightsCache(fs::path folder, WeightsSources sources)
    : m_folder(std::move(folder))
    , m_sources(std::move(sources)) {}

fs::path WeightsCache::placeOf(const std::string& name) const {
    return m_folder / name;
}

WeightsPlace WeightsCache::look(const std::string& name) const {
    std::error_code error;
    if (fs::is_regular_file(placeOf(name), error)) {
        return {placeOf(name), WeightsOrigin::Workspace};
    }
    for (const fs::path& folder : m_sources.hubCaches) {
        if (fs::is_regular_file(folder / name, error)) {
            return {folder / name, WeightsOrigin::HubCache};
        }
    }
    return {{}, WeightsOrigin::Server};
}

Result<WeightsOrigin> WeightsCache::fetch(const std::string& name, const DownloadListener& listener,
                                          const std::stop_token& stop) const {
    assert(!sha256StartOf(name).empty());
    if (hasHash(placeOf(name), name)) {
        return WeightsOrigin::Workspace;
    }
    if (copyFromHub(name)) {
        return WeightsOrigin::HubCache;
    }
    const DownloadRequest request{m_sources.server + name, placeOf(name), std::string(sha256StartOf(name))};
    return download(request, listener, stop).map([] { return WeightsOrigin::Server; });
}

/// A copy that fails is no reason to give up: the download says what is wrong with the folder.
bool WeightsCache::copyFromHub(const std::string& name) const {
    for (const fs::path& folder : m_sources.hubCaches) {
        const auto bytes = readFile(folder / name);
        if (bytes && sha256(*bytes).starts_with(sha256StartOf(name))) {
            std::error_code error;
            fs::create_directories(m_folder, error);
            return writeFileAtomically(placeOf(name), *bytes).has_value();
        }
    }
    return false;
}

} // namespace fissure
