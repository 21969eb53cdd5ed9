#pragma once

namespace fissure {

/// "0.1.0"
const char* programVersion();

/// The commit the sources were configured from, with "-dirty" where they were changed; "unknown" outside git.
const char* buildCommit();

/// "GNU 12.2.0"
const char* buildCompiler();

} // namespace fissure
