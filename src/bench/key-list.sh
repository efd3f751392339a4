#!/usr/bin/env bash
# Measures the list of the keys of somebody who has 100 000 of them: the first byte of several pages beside that
# of an empty Faces page on the same server, one request at a time and the pages in turn; and what a browser
# transfers for a page, first with an empty cache, then with what it may keep. Says whether the targets are
# met, and fails if not. Needs JDK 17, Maven, curl and gzip; src/bench/README.md says how to read the result.
#
#   src/bench/key-list.sh                    about 3 minutes
#   TRIES=10 WARMUP=5 src/bench/key-list.sh  a quick look, not a result
#
#   JAR           the runnable jar to measure                      target/keywarden.jar, built if outdated
#   JAVA_OPTS     flags of the server's JVM                        none
#   TRIES         measured requests of each page, 1-2000           100
#   WARMUP        requests of each page before                     50
set -euo pipefail

TRIES=${TRIES:-100}
list_warmup=${WARMUP:-50}
unset WARMUP # verify.sh counts seconds
DATABASE=postgres # what the target is about

# shellcheck source=verify.sh
source "$(dirname "${BASH_SOURCE[0]}")/verify.sh"

# The targets: milliseconds for 19 of 20 requests; KiB.
readonly FIRST_BYTE=150 FIRST_LOAD=500 SECOND_LOAD=50

# One a line: name, how many rows, path. 90 000 of the 100 000 keys are not revoked: 4 500 pages of 20.
readonly PAGES=(
    'empty 0 /faces/empty.xhtml'
    'first-page 20 /console/keys'
    'middle-page 20 /console/keys?page=2300'
    'last-page 20 /console/keys?page=4500'
    'by-status 20 /console/keys?status=DISABLED'
    'text-many 20 /console/keys?q=service'
    'text-few 1 /console/keys?q=INVOICE%20service%2012346'
    'text-none 0 /console/keys?q=nobody%20has%20this'
)
page=$work/page
times=$work/key-list-times.txt
list_result=$work/key-list.txt

# The runnable jar gets one more application, with Faces and a page without anything.
add_empty_page() {
    local jar=$work/faces
    rm -rf "$jar"
    mkdir -p "$jar/MICRO-INF/deploy"
    jar cf "$jar/MICRO-INF/deploy/faces.war" -C "$root/src/bench/webapp" .
    jar uf0 "$work/bench.jar" -C "$jar" MICRO-INF
}

seed() {
    java "$root/src/bench/Sql.java" "$KEYWARDEN_DB_URL" <"$root/src/bench/key-list.sql" 2>"$work/seed.log" ||
        fail "no keys: $(tail -n 3 "$work/seed.log")"
}

# Gets the path $1 as a browser does that is signed in, with the arguments that follow; writes head and body
# to files. Prints the status, the seconds to the first byte, and the bytes of head and body as they came.
get() {
    local path=$1
    shift
    curl -sS --max-time 30 -H 'Accept-Encoding: gzip' -H 'Accept: text/html,*/*' \
        -H @<(echo "Cookie: __Host-keywarden=$session") -D "$page.head" -o "$page.body" \
        -w '%{http_code} %{time_starttransfer} %{size_header} %{size_download}\n' "$@" "$url$path"
}

# The value of the header $1 of the answer.
header() {
    tr -d '\r' <"$page.head" | sed -n "s/^$1: *//Ip" | head -n 1
}

body() {
    if [[ $(header Content-Encoding) == gzip ]]; then
        gzip -dc "$page.body"
    else
        cat "$page.body"
    fi
}

# --- The first byte ---------------------------------------------------------------------------------

# Gets one of the pages and prints the milliseconds to its first byte.
try() {
    local name=$1 rows=$2 path=$3 code seconds found
    read -r code seconds _ < <(get "$path")
    [[ $code == 200 ]] || fail "$name answers $code; see $work/server.log"
    found=$(body | grep -c '<th scope="row">' || true)
    ((found == rows)) || fail "$name shows $found keys, not $rows"
    awk -v name="$name" -v seconds="$seconds" 'BEGIN { print name, seconds * 1000 }'
}

# The pages in turn, $1 times, beginning with another one each time.
try_pages() {
    local i j
    local -a one
    for ((i = 0; i < $1; i++)); do
        for ((j = 0; j < ${#PAGES[@]}; j++)); do
            read -ra one <<<"${PAGES[(i + j) % ${#PAGES[@]}]}"
            try "${one[@]}"
        done
    done
}

table() {
    local one name rest
    printf '%-14s %6s %9s %9s %9s %9s   %s\n' 'first byte' n 'p50 ms' 'p95 ms' 'p99 ms' '- empty' \
        "target: p95 <= $FIRST_BYTE ms"
    for one in "${PAGES[@]}"; do
        read -r name rest <<<"$one"
        awk -v name="$name" '$1 == name { print $2 }' "$times" | sort -n | awk -v name="$name" \
            -v target="$FIRST_BYTE" -v empty="$(median_of empty)" '
            { value[NR] = $1 }
            function at(share) { return value[int((NR - 1) * share + 0.5) + 1] }
            END {
                printf "%-14s %6d %9.1f %9.1f %9.1f %9.1f   %s\n", name, NR, at(0.5), at(0.95), at(0.99),
                    at(0.5) - empty, name == "empty" ? "" : at(0.95) <= target ? "met" : "missed"
            }'
    done
}

median_of() {
    awk -v name="$1" '$1 == name { print $2 }' "$times" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR - 1) / 2 + 0.5) + 1] }'
}

# --- The weight -------------------------------------------------------------------------------------

# What the document or style sheet on standard input, of the path $1, makes a browser get; as paths.
references() {
    local base=${1%%\?*}
    base=${base%/*}
    sed 's/</\n</g; s/@import/\n@import/g; s/url(/\nurl(/g' |
        sed -nE -e '/^<link/{/rel="(stylesheet|icon|preload|modulepreload|manifest)"/s/.* href="([^"]+)".*/\1/p}' \
            -e 's/^<(script|img|iframe|source)( [^>]*)? src="([^"]+)".*/\3/p' \
            -e 's/^<use( [^>]*)? href="([^"]+)".*/\2/p' \
            -e "s/^(@import *|url\()[\"']?([^\"')]+).*/\2/p" |
        sed 's/&amp;/\&/g; s/#.*//' | grep -v -e '^$' -e '^data:' |
        sed -E "s|^([^/])|$base/\1|" | sort -u || true
}

# Whether a browser may show the answer again without asking. Without a lifetime it asks: how long it would
# guess, differs.
is_kept() {
    local control age
    control=$(header Cache-Control)
    age=$(sed -nE 's/.*max-age=([0-9]+).*/\1/p' <<<"$control")
    [[ ! $control =~ no-store|no-cache ]] && ((${age:-0} > 0))
}

# What a browser sends to ask whether an answer is still right, as arguments of curl; one a line.
validators() {
    local tag date
    tag=$(header ETag)
    date=$(header Last-Modified)
    [[ -z $tag ]] || printf '%s\n' -H "If-None-Match: $tag"
    [[ -z $date ]] || printf '%s\n' -H "If-Modified-Since: $date"
}

# Prints for one path: the bytes of the first load and of the second, and the path.
weigh_one() {
    local path=$1 code head bytes first second=0
    local -a asks
    read -r code _ head bytes < <(get "$path")
    [[ $code == 200 ]] || fail "$path, which the page refers to, answers $code"
    first=$((head + bytes))
    body >"$page.text"
    if ! is_kept; then
        mapfile -t asks < <(validators)
        read -r code _ head bytes < <(get "$path" "${asks[@]}")
        second=$((head + bytes))
    fi
    echo "$first $second $path"
}

# Follows what the page $1 refers to, and what that refers to.
weigh() {
    local -a left=("$1")
    local path seen=' '
    while ((${#left[@]} > 0)); do
        path=${left[0]}
        left=("${left[@]:1}")
        [[ $seen != *" $path "* ]] || continue
        seen+="$path "
        weigh_one "$path"
        if [[ $path == "$1" || $path == *.css* ]]; then
            mapfile -t -O "${#left[@]}" left < <(references "$path" <"$page.text")
        fi
    done
}

weight_table() {
    awk -v first_target="$FIRST_LOAD" -v second_target="$SECOND_LOAD" '
        function verdict(value, target) { return value <= target * 1024 ? "met" : "missed" }
        { first += $1; second += $2; asked += $2 > 0 }
        END {
            printf "%-14s %8s %9s   %s\n", "page weight", "requests", "KiB", "target"
            printf "%-14s %8d %9.1f   <= %d KiB: %s\n", "first load", NR, first / 1024, first_target,
                verdict(first, first_target)
            printf "%-14s %8d %9.1f   <= %d KiB: %s\n", "second load", asked, second / 1024, second_target,
                verdict(second, second_target)
        }' "$1"
    echo
    sort -rn "$1" | awk '{ printf "%9.1f KiB, then %5.1f   %s\n", $1 / 1024, $2 / 1024, $3 }' |
        sed -E 's/\?.*//; s/;jsessionid.*//'
}

# --- All of it --------------------------------------------------------------------------------------

key_list_main() {
    require_number TRIES 1 2000
    require_settings
    local tool
    for tool in java javac jar mvn curl awk gzip; do
        command -v "$tool" >/dev/null || fail "$tool is missing; JDK 17, Maven, curl and gzip are needed"
    done
    build
    assemble
    add_empty_page
    start_database
    local -a flags
    read -ra flags <<<"${JAVA_OPTS:-}"
    export KEYWARDEN_LIMITS_CALLER=10000000 # limits are not the subject
    start_server "${flags[@]}"
    session=$(post /api/v1/auth/login "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}" | member token)
    [[ -n $session ]] || fail "no session"
    seed
    note "$((${#PAGES[@]} * (list_warmup + TRIES))) pages, one at a time"
    local before
    try_pages "$list_warmup" >/dev/null
    before=$(machine)
    try_pages "$TRIES" >"$times"
    weigh /console/keys >"$work/key-list-weights.txt"
    {
        echo "The list of 100 000 keys, $(date -u +%Y-%m-%dT%H:%MZ)"
        echo "machine   $before"
        echo "server    ${JAR:-target/keywarden.jar}, $DATABASE, JAVA_OPTS: ${JAVA_OPTS:-none}"
        echo
        table
        echo
        weight_table "$work/key-list-weights.txt"
    } | tee "$list_result"
    ! grep -q 'missed$' "$list_result" || exit 1
}

key_list_main
