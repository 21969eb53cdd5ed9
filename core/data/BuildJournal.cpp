#include "core/data/BuildJournal.h"

#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"
#include "core/data/SourcesFile.h"

#include <system_error>

namespace fissure {

namespace fs = std::filesystem;

BuildJournal::BuildJournal(const fs::path& staging) : m_folder(staging / kJournalFolder) {
    std::error_code error;
    fs::create_directory(m_folder, error);
    m_manifest.open(m_folder / kManifestFile, std::ios::binary | std::ios::trunc);
    m_sources.open(m_folder / kSourcesFile, std::ios::binary | std::ios::trunc);
    m_manifest << manifestHeading();
    m_sources << sourcesHeading() << std::flush;
}

void BuildJournal::add(const CutImage& image) {
    ++m_count;
    for (std::size_t i = 0; i < image.cuts.size(); ++i) {
        m_manifest << toCsvLine(manifestRowOf(image, i, image.source));
    }
    if (m_manifest.flush()) { // the photograph counts as done by the row in the other file
        m_sources << toCsvLine(SourceRow{image.source, image.key, image.digest}) << std::flush;
    }
}

void BuildJournal::discard() {
    m_manifest.close();
    m_sources.close();
    std::error_code error;
    for (const char* name : {kSourcesFile, kManifestFile}) {
        fs::remove(m_folder / name, error);
    }
}

} // namespace fissure
