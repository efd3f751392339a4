#!/usr/bin/env bash
# Compares how many keys two versions of Keywarden issue a second: what a change to all writes costs, such as
# the audit chain, which puts them in a line. Each round starts both, one after the other, each with a
# database of its own. Needs JDK 17, Maven, curl and wrk; src/bench/README.md says how to read the result.
#
#   OTHER_JAR=/tmp/before.jar src/bench/issue.sh
#
#   OTHER_JAR     the version to compare with                      required
#   JAR           the version to measure                           target/keywarden.jar, built if outdated
#   CONNECTIONS   open connections, all busy                       16
#   ROUNDS, DURATION, WARMUP, DATABASE                             as in verify.sh; 3, 10, 15, postgres
set -euo pipefail

CONNECTIONS=${CONNECTIONS:-16}

# shellcheck source=verify.sh
source "$(dirname "${BASH_SOURCE[0]}")/verify.sh"

# The keys issued in $1 seconds; sets issued and refused.
issue() {
    local lua=$work/issue.lua
    cat >"$lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer $session"
wrk.body = '{"label":"bench","scopes":["read"]}'
done = function(summary)
  local e = summary.errors
  io.write(string.format("RESULT %d %d\n", summary.requests, e.status + e.read + e.write + e.timeout))
end
LUA
    chmod 600 "$lua"
    read -r _ issued refused < <(
        wrk -t1 -c"$CONNECTIONS" -d"$1s" -s "$lua" "$url/api/v1/developer/keys" | grep RESULT
    )
    rm -f "$lua" # it holds a token
}

# Measures the jar $2 as the side $1; appends a line to the samples.
measure_side() {
    JAR=$2
    assemble
    start_database
    export KEYWARDEN_LIMITS_CALLER=10000000 # limits are not the subject
    start_server
    session=$(post /api/v1/auth/login "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}" | member token)
    [[ -n $session ]] || fail "no session"
    issue "$WARMUP"
    issue "$DURATION"
    ((refused == 0)) || fail "$refused calls were refused; see $work/server.log"
    echo "$1 $((issued / DURATION))" | tee -a "$work/issue.samples"
    end_server
    [[ $DATABASE != postgres ]] || end_postgres
}

median() {
    awk -v side="$1" '$1 == side { print $2 }' "$work/issue.samples" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

issue_main() {
    require_tools
    require_settings
    [[ -f ${OTHER_JAR:-} ]] || fail "OTHER_JAR must name a runnable jar"
    build
    local this=${JAR:-$root/target/keywarden.jar} round
    : >"$work/issue.samples"
    for ((round = 0; round < ROUNDS; round++)); do
        measure_side other "$OTHER_JAR"
        measure_side this "$this"
    done
    echo "keys a second: this $(median this), other $(median other), ratio $(
        awk -v a="$(median this)" -v b="$(median other)" 'BEGIN { printf "%.2f", a / b }'
    ), $CONNECTIONS connections, $DATABASE"
}

issue_main
