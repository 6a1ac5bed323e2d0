#!/usr/bin/env bash
# Builds the wheel, installs it bare into an empty environment, and makes a dossier there with the network off.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$python" -m build --wheel --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$python" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt "$work"/dist/*.whl
cp -r examples/sarnik "$work/reports"
cd "$work"
offline=()
# A network namespace of its own has no way out; where the machine forbids one, the run goes on without it and says so.
if unshare --user --map-root-user --net true 2>/dev/null; then
    offline=(unshare --user --map-root-user --net)
else
    echo "wheel: no network namespace could be made here; the run is not cut off from the network" >&2
fi
"${offline[@]}" env/bin/crossread dossier reports --format json -o dossier.json
"${offline[@]}" env/bin/crossread verify dossier.json reports
"${offline[@]}" env/bin/crossread dossier reports --format html -o dossier.html
test -s dossier.html
echo "wheel: $(cd dist && ls ./*.whl) makes a dossier in an empty environment"
