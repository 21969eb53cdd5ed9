# BuildInfo.cpp carries the version and the commit the sources were built from. It is written while building, by this
# file run as a script, whenever a source or the commit has changed; the same text is not written again.
if(CMAKE_SCRIPT_MODE_FILE)
  # The sources may belong to another user than the one who builds.
  set(git git -c safe.directory=* -C "${SOURCE_DIR}")
  execute_process(
    COMMAND ${git} describe --always --dirty --abbrev=12
    OUTPUT_VARIABLE FISSURE_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT FISSURE_COMMIT)
    set(FISSURE_COMMIT "unknown")
  endif()
  configure_file("${SOURCE_DIR}/core/base/BuildInfo.cpp.in" "${OUTPUT}" @ONLY)

  file(GLOB_RECURSE sources "${SOURCE_DIR}/app/*" "${SOURCE_DIR}/core/*" "${SOURCE_DIR}/ui/*")
  execute_process(
    COMMAND ${git} rev-parse --path-format=absolute --git-path logs/HEAD
    OUTPUT_VARIABLE log_of_head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(EXISTS "${log_of_head}")
    list(APPEND sources "${log_of_head}")
  endif()
  list(TRANSFORM sources REPLACE " " "\\\\ ")
  list(JOIN sources " " sources)
  file(WRITE "${OUTPUT}.d" "${OUTPUT}: ${sources}\n")
  return()
endif()

set(FISSURE_BUILD_INFO "${CMAKE_BINARY_DIR}/generated/BuildInfo.cpp")
add_custom_command(
  OUTPUT "${FISSURE_BUILD_INFO}"
  COMMAND "${CMAKE_COMMAND}" "-DSOURCE_DIR=${CMAKE_SOURCE_DIR}" "-DOUTPUT=${FISSURE_BUILD_INFO}"
    "-DPROJECT_VERSION=${PROJECT_VERSION}" "-DCMAKE_CXX_COMPILER_ID=${CMAKE_CXX_COMPILER_ID}"
    "-DCMAKE_CXX_COMPILER_VERSION=${CMAKE_CXX_COMPILER_VERSION}" -P "${CMAKE_CURRENT_LIST_FILE}"
  DEPFILE "${FISSURE_BUILD_INFO}.d"
  VERBATIM)
