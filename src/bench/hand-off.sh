#!/usr/bin/env bash
# Measures how long each step of a hand-off takes, with the sandbox as the provider: the time that is ours,
# since the sandbox answers from memory. Then the first verification of the key, which computes scrypt, and
# the second, which does not. One request at a time, on one server in development mode. Needs JDK 17, Maven
# and curl; src/bench/README.md says how to read the result.
#
#   src/bench/hand-off.sh                    PostgreSQL
#   DATABASE=h2 src/bench/hand-off.sh        the embedded database instead
#   TRIES=5 src/bench/hand-off.sh            a quick look, not a result
#
#   DATABASE      postgres | h2                                    postgres
#   JAR           the runnable jar to measure                      target/keywarden.jar, built if outdated
#   TRIES         measured hand-offs, 1-2000                       100
#   WARMUP        hand-offs before                                 20
set -euo pipefail

TRIES=${TRIES:-100}
hand_off_warmup=${WARMUP:-20}
unset WARMUP # verify.sh counts seconds

# shellcheck source=verify.sh
source "$(dirname "${BASH_SOURCE[0]}")/verify.sh"

readonly STEPS=(start sign-in callback register verify-first verify-again)
answer=$work/answer.json

# Calls curl with the arguments after $1 and $2; notes its time under $1, and fails unless the status is $2.
# Each from an address of its own, all of the loopback interface: limits per address are not the subject.
timed() {
    local step=$1 wanted=$2 from got
    shift 2
    from=127.$((RANDOM % 250 + 1)).$((RANDOM % 250)).$((RANDOM % 250 + 1))
    got=$(curl -sS --max-time 30 --interface "$from" -o "$answer" -w '%{http_code} %{time_total} %{redirect_url}' "$@")
    [[ $got == "$wanted "* ]] || fail "$step answers ${got%% *}: $(cut -c 1-300 "$answer")"
    read -r _ seconds back <<<"$got"
    echo "$step $seconds" >>"$times"
}

hand_off() {
    local auth="Authorization: Bearer $session" json='Content-Type: application/json' id key cookies=$work/cookies
    rm -f "$cookies"
    timed start 200 -c "$cookies" -X POST -H "$auth" "$url/api/v1/auth/providers/sandbox/start"
    id=$(member login_session_id <"$answer")
    timed sign-in 303 -b "$cookies" -d account=bench -d behaviour=approve "$(member auth_url <"$answer")"
    timed callback 200 -b "$cookies" "$back"
    timed register 201 -H "$auth" -H "$json" "$url/api/v1/developer/keys" \
        -d "{\"scopes\":[\"read\"],\"billingProviderId\":\"$provider\",\"loginSessionId\":\"$id\"}"
    key=$(member rawApiKey <"$answer")
    timed verify-first 200 -H "$auth" -H "$json" -d "{\"key\":\"$key\"}" "$url/api/v1/keys/verify"
    timed verify-again 200 -H "$auth" -H "$json" -d "{\"key\":\"$key\"}" "$url/api/v1/keys/verify"
    grep -q '"code":"VALID"' "$answer" || fail "the key does not verify"
}

table() {
    local step
    printf '%-14s %6s %9s %9s %9s\n' '' n 'min ms' 'median ms' 'p95 ms'
    for step in "${STEPS[@]}"; do
        awk -v step="$step" '$1 == step { print $2 * 1000 }' "$times" | sort -n | awk -v step="$step" '
            { value[NR] = $1 }
            function at(share) { return value[int((NR - 1) * share) + 1] }
            END { printf "%-14s %6d %9.1f %9.1f %9.1f\n", step, NR, value[1], at(0.5), at(0.95) }'
    done
}

hand_off_main() {
    require_number TRIES 1 2000
    require_settings
    build
    assemble
    start_database
    export KEYWARDEN_MODE=development # production has no sandbox
    unset BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN # back to where it began
    export KEYWARDEN_LIMITS_CALLER=10000000 # limits are not the subject
    start_server
    session=$(post /api/v1/auth/login "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}" | member token)
    [[ -n $session ]] || fail "no session"
    provider=$(curl -sS "$url/api/v1/billing-providers" | sed 's/.*"id":"\([^"]*\)","slug":"sandbox".*/\1/')
    note "$TRIES hand-offs, one at a time"
    times=/dev/null
    for ((i = 0; i < hand_off_warmup; i++)); do hand_off; done
    times=$work/hand-off-times.txt
    : >"$times"
    for ((i = 0; i < TRIES; i++)); do hand_off; done
    {
        echo "Steps of a hand-off, $(date -u +%Y-%m-%dT%H:%MZ), $DATABASE"
        echo "machine   $(machine)"
        echo
        table
    } | tee "$work/hand-off.txt"
}

hand_off_main
