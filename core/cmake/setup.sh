# Sourced by ./run and ./check: installs what is missing, configures and builds.

# What the build needs, by Debian's names.
build_packages=(
  build-essential cmake ninja-build ccache git ca-certificates
  libtorch-dev libopenblas0-pthread
  libopencv-dev libopencv-contrib-dev libturbojpeg0-dev libcsv-dev
  libsqlitecpp-dev libsqlite3-dev
  nlohmann-json3-dev libpugixml-dev libcli11-dev libfmt-dev libexpected-dev libssl-dev
  libcurl4-openssl-dev zlib1g-dev
  qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
)
# What only the window needs when it runs.
window_packages=(qt6-qpa-plugins qt6-wayland libqt6svg6 fonts-dejavu-core)
# What only the tests need.
check_packages=(clang-format-14 python3)

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

# install_missing PACKAGE...: says what it will install, then installs it.
install_missing() {
  local missing=() package
  command -v dpkg-query > /dev/null ||
    fail "This script sets up Debian 12; elsewhere install the packages listed in core/cmake/setup.sh by hand."
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Fissure needs these Debian packages, which will be installed now:"
  say "  ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || fail "Installing needs root. Run as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${missing[@]}"; } > "$log" 2>&1 < /dev/null; then
    tail -n 20 "$log" >&2
    fail "The packages could not be installed; the whole output is in $log."
  fi
  rm -f "$log"
}

# build TARGET...: configures once, then builds what changed. FISSURE_CONFIGURE holds further options for CMake.
build() {
  local folder=build/release
  local configure=(cmake --preset release ${FISSURE_CONFIGURE:-})
  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/configured" 2> /dev/null)" != "${configure[*]}" ]; then
    mkdir -p "$folder"
    "${configure[@]}" > "$folder/configure.log" 2>&1 || {
      tail -n 30 "$folder/configure.log" >&2
      fail "CMake failed; the whole output is in $folder/configure.log."
    }
    printf '%s' "${configure[*]}" > "$folder/configured"
  fi
  # Said only where there is something to do; the first build takes some ten minutes on two cores.
  if ! ninja -C "$folder" -n "$@" | grep -q 'no work to do'; then
    say "Building Fissure in $folder ..."
    ninja -C "$folder" "$@" >&2 || fail "The build failed."
  fi
}
