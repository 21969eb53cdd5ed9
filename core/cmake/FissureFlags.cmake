# fissure_flags: what every target of ours is compiled with.
add_library(fissure_flags INTERFACE)
target_compile_features(fissure_flags INTERFACE cxx_std_20)
target_include_directories(fissure_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(fissure_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_compile_options(fissure_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wundef
  $<$<BOOL:${FISSURE_WARNINGS_AS_ERRORS}>:-Werror>)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(FISSURE_SANITIZER)
  add_compile_options(-fsanitize=${FISSURE_SANITIZER} -fno-omit-frame-pointer -g)
  add_link_options(-fsanitize=${FISSURE_SANITIZER})
endif()
