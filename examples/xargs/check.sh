#!/bin/sh
# Checks parts of a whole side by side on one machine, and then what takes all of them: see README.md.
#
#   check.sh PARTS OUT [OPTION …]    PARTS: a directory of *.ndjson; OUT: where results, digests and the survey go;
#                                    options for both commands (--profile, --roster, --hints)
#
# What was done before is not done again: a part has its results when it is done whole. GOUJI names the program, JOBS how
# many parts are checked at once.
set -eu
parts=$1
out=$2
shift 2
GOUJI=${GOUJI:-gouji}
jobs=${JOBS:-$(nproc)}
mkdir -p "$out"
export GOUJI out

# One thread each: it is the parts that run side by side.
export RAYON_NUM_THREADS=1
find "$parts" -maxdepth 1 -name '*.ndjson' -print0 | sort -z | xargs -0 -r -P "$jobs" -I '{}' sh -c '
  set -eu
  part=$1
  shift
  name=$(basename "$part" .ndjson)
  if [ -e "$out/$name.results" ]; then exit 0; fi
  "$GOUJI" check - --fail-on never --digests "$out/$name.digests" --force "$@" < "$part" > "$out/$name.unfinished"
  mv "$out/$name.unfinished" "$out/$name.results"
' check '{}' "$@"

unset RAYON_NUM_THREADS
"$GOUJI" survey "$out"/*.digests --fail-on never --format json "$@" > "$out/survey.unfinished"
mv "$out/survey.unfinished" "$out/survey.json"
