-- One kind of request for wrk, described by environment variables, which no list of processes shows:
--   BENCH_METHOD   GET or POST
--   BENCH_BODIES   a file of bodies, one a line, sent in turn; none for no body
--   BENCH_BEARER   a token or key for the Authorization header; none for an anonymous request
-- At the end it prints one line of "name=value" pairs, times in microseconds.

local bodies = {}
local file = os.getenv("BENCH_BODIES")
if file then
  for line in io.lines(file) do
    bodies[#bodies + 1] = line
  end
end

wrk.method = os.getenv("BENCH_METHOD") or "GET"
if os.getenv("BENCH_BEARER") then
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_BEARER")
end
if #bodies > 0 then
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = bodies[1]
end

-- With one body, wrk sends the same bytes without asking Lua. With several, they are put together
-- before the run: the load generator shares the processor with the server.
if #bodies > 1 then
  local requests = {}
  local turn = 0

  function init()
    for i, body in ipairs(bodies) do
      requests[i] = wrk.format(nil, nil, nil, body)
    end
  end

  function request()
    turn = turn % #requests + 1
    return requests[turn]
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    "result requests=%d seconds=%.3f p50=%d p99=%d max=%d errors=%d status=%d",
    summary.requests, summary.duration / 1e6,
    latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status,
    errors.status))
end
