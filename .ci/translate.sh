#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# translate.sh [--check]: brings the texts of models, widgets, apps and forms into translations/*.ts.
# --check changes nothing and fails when a language lacks a text that the sources have.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=$(command -v lupdate6 || true)
[[ -x /usr/lib/qt6/bin/lupdate ]] && lupdate=/usr/lib/qt6/bin/lupdate
[[ -n $lupdate ]] || { echo "translate: Qt's lupdate is missing" >&2; exit 1; }

sources=()
for folder in src/models src/widgets src/apps ui; do
    [[ -d $folder ]] && sources+=("$folder")
done

update() { "$lupdate" -silent -no-obsolete -locations none -I src "${sources[@]}" -ts "$1"; }

if [[ ${1-} != --check ]]; then
    for file in translations/*.ts; do
        update "$file"
    done
    exit 0
fi

# A helper that hands its argument on hides the texts from lupdate, unless they are marked where they are written.
hidden=$(grep -rlE 'translate\("[^"]*", [a-z]' "${sources[@]}" | xargs -r grep -L QT_TRANSLATE_NOOP || true)
[[ -z $hidden ]] || { echo "translate: texts that lupdate cannot see, in: $hidden" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for file in translations/*.ts; do
    # A language that nobody has begun says nothing yet.
    grep -q '<message' "$file" || continue
    cp "$file" "$scratch/"
    update "$scratch/$(basename "$file")"
    count=$(grep -c 'type="unfinished"' "$scratch/$(basename "$file")" || true)
    if ((count)); then
        echo "$file: $count texts are not translated; ./dev translate adds them to the file" >&2
        failed=1
    fi
done
exit "$failed"
