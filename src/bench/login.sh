#!/usr/bin/env bash
# Measures how long a refused sign-in takes, by what is wrong: nobody may tell an account that exists from
# one that does not, or a locked one, by the time of the answer. One request at a time, the kinds in turn,
# on one server. Needs JDK 17, Maven and curl; src/bench/README.md says how to read the result.
#
#   src/bench/login.sh                       PostgreSQL
#   DATABASE=h2 src/bench/login.sh           the embedded database instead
#   TRIES=8 src/bench/login.sh               a quick look, not a result
#
#   DATABASE      postgres | h2                                    postgres
#   JAR           the runnable jar to measure                      target/keywarden.jar, built if outdated
#   TRIES         measured sign-ins of each kind, 1-2000           100
#   WARMUP        sign-ins before                                  20
set -euo pipefail

TRIES=${TRIES:-100}
login_warmup=${WARMUP:-20}
unset WARMUP # verify.sh counts seconds

# shellcheck source=verify.sh
source "$(dirname "${BASH_SOURCE[0]}")/verify.sh"

readonly KINDS=(unknown wrong locked locked-right)
readonly WRONG=not-the-password-at-all-but-as-long
# Four failures leave an account open; the fifth locks it.
readonly TRIES_PER_ACCOUNT=4
login_result=$work/login.txt
count=0 # sign-ins so far; counted by the callers, since a subshell's count is lost

new_account() {
    local answer
    answer=$(post /api/v1/admin/users "{\"email\":\"$1\",\"password\":\"$PASSWORD\"}" "$session")
    [[ $answer == *'"user":{'* ]] || fail "no account was created: ${answer:0:300}"
}

# Signs in as $1 with the password $2; prints the seconds until the answer has come. Each request comes from
# an address of its own, all of them of the loopback interface: limits per address are not the subject.
sign_in() {
    local answer from
    from=127.$((count / 62500 + 1)).$((count / 250 % 250)).$((count % 250 + 1))
    answer=$(curl -sS --max-time 30 --interface "$from" -o "$work/answer.json" -w '%{http_code} %{time_total}' \
        -H 'Content-Type: application/json' --data-binary @- "$url/api/v1/auth/login" \
        <<<"{\"email\":\"$1\",\"password\":\"$2\"}")
    [[ $answer == '401 '* ]] || fail "sign-in answers ${answer% *}: $(cut -c 1-300 "$work/answer.json")"
    echo "${answer#* }"
}

# The try number $2 of the kind $1.
try() {
    local account=$(($2 / TRIES_PER_ACCOUNT))
    case $1 in
        unknown) sign_in "nobody-$account@localhost" "$WRONG" ;;
        wrong) sign_in "person-$account@localhost" "$WRONG" ;;
        locked) sign_in locked-account@localhost "$WRONG" ;;
        locked-right) sign_in locked-account@localhost "$PASSWORD" ;;
    esac
}

prepare_accounts() {
    local i
    session=$(post /api/v1/auth/login "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}" | member token)
    [[ -n $session ]] || fail "no session"
    for ((i = 0; i <= (TRIES - 1) / TRIES_PER_ACCOUNT; i++)); do
        new_account "person-$i@localhost"
    done
    new_account locked-account@localhost
    for ((i = 0; i < 5; i++)); do
        count=$((count + 1))
        sign_in locked-account@localhost "$WRONG" >/dev/null
    done
    for ((i = 0; i < login_warmup; i++)); do
        count=$((count + 1))
        sign_in "warm-up-$i@localhost" "$WRONG" >/dev/null
    done
}

# The kinds in turn, beginning with another one each time.
measure_kinds() {
    local i j kind seconds
    for ((i = 0; i < TRIES; i++)); do
        for ((j = 0; j < ${#KINDS[@]}; j++)); do
            kind=${KINDS[(i + j) % ${#KINDS[@]}]}
            count=$((count + 1))
            seconds=$(try "$kind" "$i")
            echo "$kind $seconds"
        done
    done
}

table() {
    local kind
    printf '%-14s %6s %9s %9s %9s %9s %9s\n' '' n 'min ms' 'p25 ms' 'median ms' 'p75 ms' 'p95 ms'
    for kind in "${KINDS[@]}"; do
        awk -v kind="$kind" '$1 == kind { print $2 * 1000 }' "$1" | sort -n | awk -v kind="$kind" '
            { value[NR] = $1 }
            function at(share) { return value[int((NR - 1) * share) + 1] }
            END {
                printf "%-14s %6d %9.1f %9.1f %9.1f %9.1f %9.1f\n",
                    kind, NR, value[1], at(0.25), at(0.5), at(0.75), at(0.95)
            }'
    done
}

login_main() {
    require_number TRIES 1 2000
    require_settings
    local tool
    for tool in java javac jar mvn curl awk; do
        command -v "$tool" >/dev/null || fail "$tool is missing; JDK 17, Maven and curl are needed"
    done
    build
    assemble
    start_database
    start_server
    prepare_accounts
    note "$((TRIES * ${#KINDS[@]})) sign-ins, one at a time"
    measure_kinds >"$work/login-times.txt"
    {
        echo "Refused sign-ins by what is wrong, $(date -u +%Y-%m-%dT%H:%MZ), $DATABASE"
        echo "machine   $(machine)"
        echo
        table "$work/login-times.txt"
    } | tee "$login_result"
}

login_main
