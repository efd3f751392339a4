#!/usr/bin/env bash
# Compares POST /api/v1/keys/verify with a trivial JAX-RS resource on the same server process, with the
# same tool, in one run. Needs JDK 17, Maven, curl and wrk; src/bench/README.md says how to read the result.
#
#   src/bench/verify.sh                      PostgreSQL, the JVM's defaults, then server-config/jvm.options
#   DATABASE=h2 src/bench/verify.sh          the embedded database instead
#   JAVA_OPTS='-Xmx768m' src/bench/verify.sh these JVM flags only
#   ROUNDS=1 DURATION=3 WARMUP=3 src/bench/verify.sh     a quick look, not a result
#
#   DATABASE      postgres | h2                                    postgres
#   JAR           the runnable jar to measure                      target/keywarden.jar, built if outdated
#   JAVA_OPTS     flags of the server's JVM; empty for none        (both sets above)
#   CONNECTIONS   open connections, all busy                       64
#   THREADS       threads of wrk                                   1
#   ROUNDS        measured rounds, 1-20                            3
#   DURATION      seconds of each measurement, 1-60                10
#   WARMUP        seconds before, for each subject, 1-120          15
#   DB_PARAMETERS added to PostgreSQL's JDBC URL, as a=b&c=d       (none)
#   KEYS          keys that are verified in turn, 1-10000          1
set -euo pipefail

DATABASE=${DATABASE:-postgres}
CONNECTIONS=${CONNECTIONS:-64}
THREADS=${THREADS:-1}
ROUNDS=${ROUNDS:-3}
DURATION=${DURATION:-10}
WARMUP=${WARMUP:-15}
KEYS=${KEYS:-1}
DB_PARAMETERS=${DB_PARAMETERS:-}

# One a line: name, caller, method, path. Each round takes them in this order.
readonly SUBJECTS=(
    'ping anonymous GET /bench/ping'
    'echo anonymous POST /bench/echo'
    'verify-session session POST /api/v1/keys/verify'
    'verify-key key POST /api/v1/keys/verify'
)
readonly EMAIL=bench@localhost
# Random, since the server may run in production mode; hexadecimal, so that JSON needs no escaping.
PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
readonly PASSWORD

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$root/target/bench
result=$work/result.txt
postgres_pid=
server_pid=
load_pid=
stdin='' # the descriptor of PostgreSQL's standard input

fail() {
    echo "bench: $*" >&2
    exit 1
}

note() {
    echo "bench: $*" >&2
}

# --- Ending what was started ------------------------------------------------------------------------

# Waits at most $2 seconds for the end of process $1.
await_end() {
    local tenths=$(($2 * 10))
    while ((tenths-- > 0)); do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.1
    done
    return 1
}

# Asks first: the server writes its counts, and PostgreSQL's starter must stop PostgreSQL.
end() {
    local pid=$1
    [[ -n $pid ]] || return 0
    kill -TERM "$pid" 2>/dev/null || true
    if ! await_end "$pid" 20; then
        note "process $pid does not end; killing it"
        kill -KILL "$pid" 2>/dev/null || true
    fi
    wait "$pid" 2>/dev/null || true
}

end_server() {
    end "$server_pid"
    server_pid=
    rm -rf "$work/tmp"
}

end_postgres() {
    if [[ -n $stdin ]]; then
        exec {stdin}>&-
        stdin=
    fi
    end "$postgres_pid"
    # Only if its starter had to be killed: else the file is gone.
    local lock=$work/postgres/postmaster.pid
    if [[ -n $postgres_pid && -f $lock ]]; then
        kill -INT "$(head -n 1 "$lock")" 2>/dev/null || true
    fi
    postgres_pid=
}

# A second Ctrl+C must not leave half of them.
cleanup() {
    trap '' INT TERM HUP
    end "$load_pid"
    end_server
    end_postgres
    rm -rf "$work/postgres" "$work/data" "$work/stdin" "$work"/bodies.* "$work/answer.json"
}

trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- What it needs ----------------------------------------------------------------------------------

require_number() {
    local value=${!1}
    if [[ ! $value =~ ^[1-9][0-9]{0,4}$ ]] || ((value < $2 || value > $3)); then
        fail "$1 must be a whole number from $2 to $3, not '$value'"
    fi
}

require_tools() {
    local tool
    for tool in java javac jar mvn curl awk od; do
        command -v "$tool" >/dev/null || fail "$tool is missing; JDK 17, Maven and curl are needed"
    done
    [[ $(java -version 2>&1) == *'"17.'* ]] || fail "java is not a JDK 17"
    command -v wrk >/dev/null ||
        fail "wrk is missing; on Debian and Ubuntu: apt-get update && apt-get install -y wrk"
}

require_settings() {
    [[ $DATABASE == postgres || $DATABASE == h2 ]] || fail "DATABASE must be postgres or h2"
    require_number CONNECTIONS 1 4096
    require_number THREADS 1 64
    require_number ROUNDS 1 20
    require_number DURATION 1 60
    require_number WARMUP 1 120
    require_number KEYS 1 10000
    ((THREADS <= CONNECTIONS)) || fail "THREADS must not exceed CONNECTIONS"
    if [[ -n ${JAR:-} ]]; then
        [[ -f $JAR ]] || fail "JAR: there is no file $JAR"
        JAR=$(realpath -- "$JAR")
    fi
    # An operator's settings must not change what is measured.
    local variable
    for variable in $(compgen -e KEYWARDEN_ || true); do
        unset "$variable"
    done
}

# --- Building ---------------------------------------------------------------------------------------

is_stale() {
    [[ ! -f $1 ]] || [[ -n $(find "${@:2}" -newer "$1" -print -quit) ]]
}

build() {
    cd "$root"
    mkdir -p "$work"
    if [[ -z ${JAR:-} ]] && is_stale target/keywarden.jar src/main liquibase server-config pom.xml; then
        note "building target/keywarden.jar"
        mvn -q -B package -DskipTests
    fi
    if is_stale "$work/classpath" pom.xml; then
        mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
            -DincludeScope=test "-Dmdep.outputFile=$work/classpath"
    fi
    CLASSPATH=$(<"$work/classpath")
    export CLASSPATH
}

# The runnable jar deploys what lies in its MICRO-INF/deploy: a copy of it gets the trivial application
# as a second one, and listens on the loopback interface only; that takes Hazelcast too, which would
# listen on every interface. Everything else is as shipped.
assemble() {
    rm -rf "$work/war" "$work/jar"
    mkdir -p "$work/war/WEB-INF/classes" "$work/jar/MICRO-INF/deploy"
    javac --release 17 -d "$work/war/WEB-INF/classes" \
        "$root"/src/bench/java/org/keywarden/bench/*.java
    jar cf "$work/jar/MICRO-INF/deploy/bench.war" -C "$work/war" .
    local config=configs.config.server-config
    {
        cat "$root/server-config/pre-boot-commands.txt"
        echo "set $config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1"
        echo "set $config.hazelcast-config-specific-configuration.enabled=false"
    } >"$work/jar/MICRO-INF/pre-boot-commands.txt"
    cp "${JAR:-$root/target/keywarden.jar}" "$work/bench.jar"
    # Stored, not compressed: the server reads the WARs in place.
    jar uf0 "$work/bench.jar" -C "$work/jar" MICRO-INF
}

# --- Starting ---------------------------------------------------------------------------------------

# It ends with its standard input, which this script holds open: even a killed script leaves no PostgreSQL.
start_postgres() {
    rm -rf "$work/postgres" "$work/postgres.url" "$work/stdin"
    mkfifo "$work/stdin"
    exec {stdin}<>"$work/stdin"
    java "$root/src/bench/Postgres.java" "$work/postgres" \
        <"$work/stdin" >"$work/postgres.url" 2>"$work/postgres.log" {stdin}>&- &
    postgres_pid=$!
    # The first start on a machine unpacks the binaries.
    local tenths=1200
    until [[ -s $work/postgres.url ]]; do
        if ! kill -0 "$postgres_pid" 2>/dev/null || ((tenths-- == 0)); then
            fail "PostgreSQL did not start: $(tail -n 5 "$work/postgres.log")"
        fi
        sleep 0.1
    done
}

start_database() {
    rm -rf "$work/data"
    if [[ $DATABASE == postgres ]]; then
        start_postgres
        export KEYWARDEN_DB_URL
        KEYWARDEN_DB_URL=$(<"$work/postgres.url")${DB_PARAMETERS:+&$DB_PARAMETERS}
        export KEYWARDEN_MODE=production BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN=http://127.0.0.1
    else
        export KEYWARDEN_MODE=development # production refuses H2
    fi
    export KEYWARDEN_DATA_DIR=$work/data
    export KEYWARDEN_SECRET=$PASSWORD$PASSWORD
    export KEYWARDEN_ADMIN_EMAIL=$EMAIL
    export KEYWARDEN_ADMIN_PASSWORD=$PASSWORD
}

is_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below the range from which the kernel gives ports to clients.
free_port() {
    local port tries
    for ((tries = 0; tries < 50; tries++)); do
        port=$((20000 + RANDOM % 12000))
        if ! is_taken "$port"; then
            echo "$port"
            return
        fi
    done
    fail "no free port found"
}

now_ms() {
    echo $((${EPOCHREALTIME/[.,]/} / 1000))
}

# The status of the answer at path $1; 000 for none.
status() {
    curl -s --max-time 5 -o /dev/null -w '%{http_code}' "$url$1" || true
}

# /health/ready alone is not enough: with Keywarden not deployed, the server has no check that fails.
is_ready() {
    [[ $(status /api/v1/auth/me) == 401 && $(status /health/ready) == 200 ]]
}

# Waits for "$@" to be true while the server lives, at most two minutes.
await() {
    local begin
    begin=$(now_ms)
    until "$@"; do
        if ! kill -0 "$server_pid" 2>/dev/null || (($(now_ms) - begin > 120000)); then
            fail "the server did not start: $(tail -n 5 "$work/server.log")"
        fi
        sleep 0.05
    done
}

has_bench() {
    [[ $(status /bench/ping) == 200 ]]
}

# Sets ready_ms, the time from the start of the process until Keywarden answers.
start_server() {
    mkdir -p "$work/tmp"
    KEYWARDEN_HTTP_PORT=$(free_port)
    export KEYWARDEN_HTTP_PORT
    url=http://127.0.0.1:$KEYWARDEN_HTTP_PORT
    local begin
    begin=$(now_ms)
    java "$@" -Djava.io.tmpdir="$work/tmp" -jar "$work/bench.jar" </dev/null >"$work/server.log" 2>&1 &
    server_pid=$!
    await is_ready
    ready_ms=$(($(now_ms) - begin))
    await has_bench
}

# --- Preparing --------------------------------------------------------------------------------------

# Posts the JSON $2 to the path $1 with the credential $3. The body goes through standard input and the
# credential through a descriptor: lists of processes show arguments.
post() {
    curl -sS --max-time 30 -X POST -H 'Content-Type: application/json' \
        -H @<(if [[ -n ${3:-} ]]; then echo "Authorization: Bearer $3"; fi) \
        --data-binary @- "$url$1" <<<"$2"
}

# The text member $1 of the JSON on standard input. No jq: the answers are ours, and flat enough.
member() {
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1
}

new_key() {
    local key
    key=$(post /api/v1/developer/keys "{\"label\":\"$1\",\"scopes\":[\"read\"]}" "$session" |
        tee "$work/answer.json" | member rawApiKey)
    [[ -n $key ]] || fail "no key was issued: $(cut -c 1-300 "$work/answer.json")"
    echo "$key"
}

prepare() {
    session=$(post /api/v1/auth/login "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}" |
        tee "$work/answer.json" | member token)
    [[ -n $session ]] || fail "no session: $(cut -c 1-300 "$work/answer.json")"
    caller_key=$(new_key caller)
    local i key
    : >"$work/bodies.verify"
    chmod 600 "$work/bodies.verify"
    for ((i = 1; i <= KEYS; i++)); do
        key=$(new_key "presented $i")
        echo "{\"key\":\"$key\",\"requiredScope\":\"read\"}" >>"$work/bodies.verify"
    done
    rm -f "$work/answer.json" # it holds a key
    # The same length as a verification's, so that the comparison is about work, not bytes.
    sed 's/,"requiredScope.*/}/; s/kw_[^"]*/not-a-key-but-a-text-of-the-same-length-as-one-has-in-this-run-of-it/' \
        "$work/bodies.verify" >"$work/bodies.echo"
}

# --- Measuring --------------------------------------------------------------------------------------

credential() {
    case $1 in
        session) echo "$session" ;;
        key) echo "$caller_key" ;;
    esac
}

# A fast wrong answer is no result: wrk counts refusals, this looks at what the answer says.
check() {
    local name=$1 caller=$2 path=$4 answer expected
    case $name in
        ping) answer=$(curl -sS --max-time 10 "$url$path") expected='"pong":true' ;;
        echo) answer=$(post "$path" '{"key":"here and back"}') expected='"key":"here and back"' ;;
        *)
            answer=$(post "$path" "$(head -n 1 "$work/bodies.verify")" "$(credential "$caller")")
            expected='"code":"VALID"'
            ;;
    esac
    [[ $answer == *"$expected"* ]] || fail "$name answers wrongly: ${answer:0:300}"
}

# The processor time that the server has used, in clock ticks. Its name in the file has no spaces.
server_ticks() {
    awk '{ print $14 + $15 }' "/proc/$server_pid/stat"
}

# Loads one subject for $1 seconds and prints what request.lua prints, and the processor time of the server.
load() {
    local seconds=$1 name=$2 caller=$3 method=$4 path=$5 bodies='' bearer ticks
    case $name in
        echo) bodies=$work/bodies.echo ;;
        verify-*) bodies=$work/bodies.verify ;;
    esac
    bearer=$(credential "$caller")
    ticks=$(server_ticks)
    # In the background, so that Ctrl+C need not wait for its end; unset rather than empty, for Lua.
    env BENCH_METHOD="$method" ${bodies:+"BENCH_BODIES=$bodies"} ${bearer:+"BENCH_BEARER=$bearer"} \
        timeout $((seconds + 30)) wrk --threads "$THREADS" --connections "$CONNECTIONS" \
        --duration "${seconds}s" --timeout 10s --script "$root/src/bench/request.lua" "$url$path" \
        >"$work/wrk.txt" 2>&1 &
    load_pid=$!
    wait "$load_pid" || fail "wrk failed: $(tail -n 3 "$work/wrk.txt")"
    load_pid=
    ticks=$(($(server_ticks) - ticks))
    grep -q '^result ' "$work/wrk.txt" || fail "wrk said nothing: $(tail -n 3 "$work/wrk.txt")"
    sed -n "s/^result/$name/p" "$work/wrk.txt" | sed "s/\$/ ticks=$ticks/"
}

# Loads every subject once, in turn; $1 seconds each.
round() {
    local subject
    for subject in "${SUBJECTS[@]}"; do
        local -a fields
        read -ra fields <<<"$subject"
        check "${fields[@]}"
        load "$1" "${fields[@]}"
        check "${fields[@]}"
    done
}

memory() {
    awk -v name="$1:" '$1 == name { printf "%.0f", $2 / 1024 }' "/proc/$server_pid/status"
}

# Reads the lines of all rounds, prints the table and the ratios.
summary() {
    awk -v hz="$(getconf CLK_TCK)" '
        function value(name,   i, pair) {
            for (i = 2; i <= NF; i++) {
                split($i, pair, "=")
                if (pair[1] == name) return pair[2]
            }
        }
        # The median of the rounds of one column; also sets least and most.
        function median(subject, column,   n, i, j, swap, sorted) {
            n = rounds[subject]
            for (i = 1; i <= n; i++) sorted[i] = cell[subject, column, i]
            for (i = 1; i <= n; i++)
                for (j = i + 1; j <= n; j++)
                    if (sorted[j] < sorted[i]) { swap = sorted[i]; sorted[i] = sorted[j]; sorted[j] = swap }
            least = sorted[1]; most = sorted[n]
            return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
        }
        function compare(subject, yardstick,   rate, tail) {
            rate = median(subject, "rate") / median(yardstick, "rate")
            tail = median(subject, "p99") / median(yardstick, "p99")
            printf "%-15s / %-5s %8.2f %8.2f   %s\n", subject, yardstick, rate, tail,
                yardstick == "ping" ? (rate >= 0.8 && tail <= 2 ? "met" : "missed") : ""
        }
        NF {
            if (!($1 in rounds)) names[++count] = $1
            round = ++rounds[$1]
            requests = value("requests")
            cell[$1, "rate", round] = requests / value("seconds")
            cell[$1, "p50", round] = value("p50") / 1000
            cell[$1, "p99", round] = value("p99") / 1000
            cell[$1, "cpu", round] = value("ticks") / hz * 1e6 / requests
            errors[$1] += value("errors")
        }
        END {
            printf "%-15s %10s %17s %8s %8s %8s %7s\n",
                "", "requests/s", "least-most", "p50 ms", "p99 ms", "CPU us", "errors"
            for (i = 1; i <= count; i++) {
                name = names[i]
                rate = median(name, "rate")
                range = sprintf("%.0f-%.0f", least, most)
                printf "%-15s %10.0f %17s %8.2f %8.2f %8.0f %7d\n", name, rate, range,
                    median(name, "p50"), median(name, "p99"), median(name, "cpu"), errors[name]
            }
            printf "\n%-23s %8s %8s   %s\n", "ratio", "rate", "p99", "target: rate >= 0.80, p99 <= 2.00"
            compare("verify-session", "ping")
            compare("verify-key", "ping")
            compare("verify-session", "echo")
            compare("verify-key", "echo")
        }' "$1"
}

# --- One set of JVM flags ---------------------------------------------------------------------------

machine() {
    local model
    model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    echo "$(nproc) x ${model:-unknown processor}," \
        "$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
        "load before $(cut -d ' ' -f 1 /proc/loadavg)"
}

describe() {
    # What a jar from elsewhere was built of, nobody knows here.
    local version=${JAR:+unknown}
    version=${version:-$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)}
    echo "Verification against a trivial JAX-RS resource, $(date -u +%Y-%m-%dT%H:%MZ), commit $version"
    echo "machine   $(machine)"
    echo "load      wrk, $THREADS thread(s), $CONNECTIONS connections; $ROUNDS rounds of $DURATION s" \
        "after $WARMUP s; $KEYS key(s)"
    echo "server    ${JAR:-target/keywarden.jar}, $DATABASE, $(java -version 2>&1 | sed -n '2s/.*(build \(.*\))/JDK \1/p')"
}

# Prints $1 and measures the server with the JVM flags that follow.
measure() {
    local name=$1
    shift
    note "JVM: $name; about $((${#SUBJECTS[@]} * (WARMUP + ROUNDS * DURATION) + 30)) s"
    start_database
    start_server "$@"
    prepare
    local i
    round "$WARMUP" >/dev/null
    : >"$work/rounds.txt"
    for ((i = 1; i <= ROUNDS; i++)); do
        note "round $i of $ROUNDS"
        round "$DURATION" >>"$work/rounds.txt"
    done
    {
        echo
        echo "JVM       $name"
        echo
        summary "$work/rounds.txt"
        echo
        printf 'ready after %.1f s; resident %s MiB, at most %s MiB\n' \
            "$((ready_ms / 100))e-1" "$(memory VmRSS)" "$(memory VmHWM)"
    } | tee -a "$result"
    end_server
    end_postgres
}

main() {
    require_tools
    require_settings
    build
    assemble
    awk '$1 > 1 { exit 1 }' /proc/loadavg || note "the machine is busy; this will not be a result"
    describe | tee "$result"
    if [[ -n ${JAVA_OPTS+set} ]]; then
        local -a flags
        read -ra flags <<<"$JAVA_OPTS"
        measure "JAVA_OPTS: ${JAVA_OPTS:-none}" "${flags[@]}"
        return
    fi
    measure 'defaults'
    if [[ -f $root/server-config/jvm.options ]]; then
        measure 'server-config/jvm.options' "@$root/server-config/jvm.options"
    fi
}

# login.sh reads this file for its functions.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main
fi
