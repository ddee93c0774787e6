#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks of `./dev lint`: every one runs, each says what is wrong and where, and one failure fails the whole.

set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

failed=0
complain()
{
    echo "lint: $*" >&2
    failed=1
}

# A clone that belongs to somebody else (a container's volume) is still ours to look at.
git() { command git -c safe.directory="$PWD" "$@"; }

# Files of the project that match the patterns, new ones included; one a line. Test data is kept as it came.
ours()
{
    git ls-files --cached --others --exclude-standard --deduplicate -- "$@" ':!tests/data/*' ':!tests/fuzz/corpus/*' \
        | while read -r file; do [[ ! -f $file ]] || echo "$file"; done
}

text=('*.cpp' '*.h' '*.sql' '*.cmake' '*CMakeLists.txt' '*.json' '*.md' '*.ui' '*.qrc' '*.sh' '*.in' '*.desktop'
    'dev' '.ci/run' '.clang-format' '.clang-tidy' '.gitignore')
with_licence=('*.cpp' '*.h' '*.sql' '*.cmake' '*CMakeLists.txt' '*.sh' 'dev' '.ci/run')

check_text()
{
    local hits
    hits=$(ours "${text[@]}" | xargs -d '\n' grep -nIP '\r$|\t|[ ]+$' --)
    [[ -z $hits ]] || complain "carriage returns, tabs or blanks at line ends:"$'\n'"$hits"
    hits=$(ours "${text[@]}" | while read -r file; do [[ ! -s $file || -z $(tail -c 1 "$file") ]] || echo "$file"; done)
    [[ -z $hits ]] || complain "no line end at the end of:"$'\n'"$hits"
}

check_licence()
{
    local hits
    hits=$(ours "${with_licence[@]}" | while read -r file; do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file"
    done)
    [[ -z $hits ]] || complain "no SPDX-License-Identifier: GPL-3.0-or-later in the first lines of:"$'\n'"$hits"
}

check_modes()
{
    local hits
    hits=$(ours | while read -r file; do
        if [[ -x $file ]]; then
            [[ $(head -c 2 "$file") == '#!' ]] || echo "$file: executable, but no script"
        elif [[ $(head -c 2 "$file" | tr -d '\0') == '#!' ]]; then
            echo "$file: a script, but not executable"
        fi
    done)
    [[ -z $hits ]] || complain "$hits"
}

check_format()
{
    local hits
    # The names say enough, ./dev format does the rest.
    # shellcheck disable=SC2016
    hits=$(ours '*.cpp' '*.h' | xargs -d '\n' -n 1 -P "$(nproc)" \
        bash -c 'clang-format --dry-run -Werror "$1" 2>/dev/null || echo "$1"' _ | sort)
    [[ -z $hits ]] || complain "not formatted (./dev format does it):"$'\n'"$hits"
}

check_scripts()
{
    local -a scripts
    mapfile -t scripts < <(ours 'dev' '.ci/run' '*.sh')
    shellcheck --external-sources "${scripts[@]}" >&2 || complain "shellcheck"
    for script in "${scripts[@]}"; do
        bash -n "$script" || complain "$script does not parse"
    done
}

check_forms()
{
    local -a files
    mapfile -t files < <(ours '*.ui' '*.qrc' '*.ts' '*.svg' '*.xml')
    ((${#files[@]})) || return
    xmllint --noout --nonet "${files[@]}" >&2 || complain "malformed XML"
}

check_translations() { .ci/translate.sh --check || complain "translations"; }

# Only what differs from the main branch, and only on a developer's machine: a file takes several seconds.
check_tidy()
{
    [[ ${CI-} != true ]] || return 0
    local base database
    local -a files=()
    for base in origin/main HEAD~1; do
        git rev-parse --quiet --verify "$base" >/dev/null && break
    done
    mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp' 2>/dev/null)
    ((${#files[@]})) || return 0
    for database in build/clang build/dev; do
        [[ -f $database/compile_commands.json ]] && break
    done
    if [[ ! -f $database/compile_commands.json ]] || ! command -v clang-tidy-19 >/dev/null; then
        echo "lint: clang-tidy skipped: needs clang-tidy-19 and a configured build (./dev test)" >&2
        return 0
    fi
    # A precompiled header of another compiler cannot be read; without it the same text is parsed.
    printf '%s\n' "${files[@]}" | xargs -d '\n' -n 2 -P "$(nproc)" \
        clang-tidy-19 --quiet -p "$database" --extra-arg=-Wno-ignored-gch --extra-arg=-Wno-unknown-warning-option \
        --extra-arg=-Wno-ignored-optimization-argument >&2 || complain "clang-tidy"
}

[[ -n $(ours '*.cpp') ]] || complain "no sources found: is this a git clone?"
check_text
check_licence
check_modes
check_format
check_scripts
check_forms
check_translations
check_tidy
((failed)) || echo "lint: clean"
exit "$failed"
