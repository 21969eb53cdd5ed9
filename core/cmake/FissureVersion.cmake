# BuildInfo.cpp carries the version and the commit the sources were configured from.
execute_process(
  COMMAND git -C "${CMAKE_SOURCE_DIR}" describe --always --dirty --abbrev=12
  OUTPUT_VARIABLE FISSURE_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(EXISTS "${CMAKE_SOURCE_DIR}/.git/logs/HEAD")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/.git/logs/HEAD")
endif()
if(NOT FISSURE_COMMIT)
  set(FISSURE_COMMIT "unknown")
endif()
configure_file("${CMAKE_SOURCE_DIR}/core/base/BuildInfo.cpp.in" "${CMAKE_BINARY_DIR}/generated/BuildInfo.cpp" @ONLY)
