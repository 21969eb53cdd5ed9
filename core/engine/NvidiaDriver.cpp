#include "core/engine/NvidiaDriver.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>
#include <vector>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// The value of a line "Model: \t NVIDIA T4"; empty where the file has no such line.
std::string modelIn(const fs::path& file) {
    constexpr std::string_view kKey = "Model:";
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(kKey)) {
            const std::size_t start = line.find_first_not_of(" \t", kKey.size());
            return start == std::string::npos ? std::string() : line.substr(start);
        }
    }
    return {};
}

} // namespace

std::string nvidiaGpuNames(const fs::path& driverFolder) {
    std::map<std::string, int> count;
    std::error_code error;
    for (const auto& gpu : fs::directory_iterator(driverFolder / "gpus", error)) {
        if (const std::string model = modelIn(gpu.path() / "information"); !model.empty()) {
            ++count[model];
        }
    }
    std::vector<std::string> names;
    for (const auto& [name, number] : count) {
        names.push_back(number == 1 ? name : fmt::format("{} x {}", number, name));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string nvidiaDriverVersion(const fs::path& driverFolder) {
    // "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 ...": the version is the first
    // word that starts with a digit and has a dot.
    std::ifstream stream(driverFolder / "version");
    std::string line;
    std::getline(stream, line);
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        if (word.find_first_not_of("0123456789.") == std::string::npos &&
            word.find('.') != std::string::npos) {
            return word;
        }
    }
    return {};
}

} // namespace fissure
