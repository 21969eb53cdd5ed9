# The libraries of core, found at the top so that every folder that links one of ours sees what it needs.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(CURL 7.87 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs ximgproc)
# Debian's, or one of the user's own (2.x, CUDA) through CMAKE_PREFIX_PATH.
find_package(Torch REQUIRED)

find_path(FISSURE_TURBOJPEG_INCLUDE turbojpeg.h REQUIRED)
find_library(FISSURE_TURBOJPEG turbojpeg REQUIRED)
find_path(FISSURE_LIBCSV_INCLUDE csv.h REQUIRED)
find_library(FISSURE_LIBCSV csv REQUIRED)
