# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What Deskhand needs from Debian 12. This is the only list of packages; `./dev` sources it and installs what is missing.

packages_build=(
    build-essential cmake ninja-build pkg-config ccache mold git ca-certificates
    qt6-base-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-translations-l10n qtkeychain-qt6-dev libgl1-mesa-dev libvulkan-dev
    qt6-websockets-dev libboost1.81-dev
    libsqlite3-dev libpq-dev libssl-dev libgmime-3.0-dev libgumbo-dev libcurl4-openssl-dev libsodium-dev libical-dev libxlsxwriter-dev zlib1g-dev
    breeze-icon-theme
)
# qt6-qpa-plugins: platforms that need no display. libsecret: found at run time, the way to the keychain. Fonts: pictures look the same everywhere. tzdata: a minimal Debian
# knows no time zones.
packages_run=(
    libsqlite3-0 libqt6sql6-psql libqt6svg6 qt6-qpa-plugins libsecret-1-0 tzdata
    fonts-dejavu-core fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
)
# Server, keychain and screens are started by the tests themselves; openssl makes certificates for them.
packages_test=(
    postgresql-15 openssl dbus-daemon gnome-keyring xvfb
    dovecot-imapd dovecot-pop3d dovecot-lmtpd postfix python3-aiosmtpd strace systemd poppler-utils
)
packages_lint=(clang-format shellcheck libxml2-utils)
packages_clang=(clang-19 libclang-rt-19-dev llvm-19)
packages_tidy=(clang-tidy-19)
packages_package=(dpkg-dev file)

# Prints those of the named packages that are not installed.
packages_missing()
{
    local installed package
    installed=" $(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 2>/dev/null \
        | sed -n 's/^installed //p' | tr '\n' ' ')"
    for package in "$@"; do
        [[ $installed == *" $package "* ]] || echo "$package"
    done
}

# Installs those of the named packages that are not installed, as root or with sudo; does nothing, quickly, when all are.
packages_install()
{
    local -a missing as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "dev: this is not Debian; going on with what is installed (.ci/packages.sh says what is needed)" >&2
        return 0
    fi
    mapfile -t missing < <(packages_missing "$@")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "dev: these packages are missing; install them as root: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "dev: installing ${missing[*]}" >&2
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    # Package lists older than a day, or none at all, name versions that the mirror no longer has.
    if [[ -z $(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
        "${as_root[@]}" update </dev/null >&2
    fi
    "${as_root[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2 && return 0
    "${as_root[@]}" update </dev/null >&2
    "${as_root[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2
}
