-- wrk: single reads to the cameras whose keys are the arguments; every read is another vehicle.
local keys = {}
local count = 0

function init(arguments)
  for _, key in ipairs(arguments) do keys[#keys + 1] = key end
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  local body = string.format(
    '{"captured_at":"%s","plate":"%d-%s%s%s-%03d","country":"BE","confidence":0.93,"event_id":"e%d"}',
    os.date("!%Y-%m-%dT%H:%M:%SZ"), count % 3, string.char(65 + count % 26),
    string.char(65 + math.floor(count / 26) % 26), string.char(65 + math.floor(count / 676) % 26),
    count % 1000, count)
  return wrk.format("POST", "/ingest/" .. keys[count % #keys + 1], nil, body)
end
