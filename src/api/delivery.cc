#include "api/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "api/answers.h"
#include "base/log.h"

namespace bas::api {

namespace {

constexpr std::size_t kReadsNamedMax = 100;

ProblemType problem_type_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::kTooLarge: return ProblemType::kTooLarge;
    case ErrorCode::kNotFound: return ProblemType::kBadRequest;  // an unknown protocol
    default: return ProblemType::kUndecodable;
  }
}

void refuse(Services& services, Delivery delivery, const Error& error, net::Respond respond) {
  services.metrics.note_quarantined(name_of(error.code));
  flow::RefusedMessage refused{.camera = delivery.camera.id,
                               .content_type = std::move(delivery.content_type),
                               .payload = std::move(delivery.bytes),
                               .reason = error.text,
                               .source = delivery.camera.source};
  const ProblemType type = problem_type_of(error);
  services.quarantine.keep(std::move(refused),
                           [respond = std::move(respond), type, detail = error.text,
                            request_id = std::move(delivery.request_id)](const Result<Id>& kept) {
                             Json extra = Json::object();
                             if (kept) extra["quarantine_id"] = to_string(*kept);
                             respond(problem({type, detail, request_id}, extra));
                           });
}

// The refused lines of a batch go to quarantine together; the answer does not wait for that.
void quarantine_lines(Services& services, const Delivery& delivery,
                      const std::vector<cameras::BadLine>& lines) {
  if (lines.empty()) return;
  flow::RefusedMessage refused{.camera = delivery.camera.id,
                               .content_type = "application/x-ndjson",
                               .payload = {},
                               .reason = fmt::format("{} lines of a batch; the first: {}",
                                                     lines.size(), lines.front().error.text),
                               .source = delivery.camera.source};
  for (const cameras::BadLine& line : lines) refused.payload += line.bytes + '\n';
  services.metrics.note_quarantined("bad_line");
  services.quarantine.keep(std::move(refused), [](const Result<Id>& kept) {
    if (kept) return;
    log(LogLevel::kWarning, "api", "refused lines were not kept", {{"reason", kept.error().text}});
  });
}

std::vector<flow::Arrival> arrivals_of(const Camera& camera, cameras::Message& message,
                                       UtcTime received_at) {
  std::vector<flow::Arrival> arrivals;
  for (cameras::Decoded& decoded : message.decoded) {
    if (decoded.kind != cameras::Kind::kRead) continue;
    arrivals.push_back(
        {camera, std::move(decoded.facts), std::move(decoded.pictures), received_at});
  }
  return arrivals;
}

// A clock that runs ahead would put reads where nobody looks, and keep them too long.
Result<> check_clock(const cameras::Message& message, UtcTime latest) {
  for (const cameras::Decoded& decoded : message.decoded) {
    if (decoded.kind != cameras::Kind::kRead || decoded.facts.captured_at <= latest) continue;
    return fail(ErrorCode::kBadInput,
                "captured later than now: set the clock of the camera, then replay this message");
  }
  return {};
}

// Rule R5: only what was captured while the council's decision stood. What cannot be told apart,
// because it does not decode, goes by when it came. Without a decision on file nothing is refused.
bool is_unauthorised(const Camera& camera, const Result<cameras::Message>& message, UtcTime now) {
  if (!camera.decision) return false;
  if (!message) return !camera.decision->covers(now);
  return std::ranges::any_of(message->decoded, [&](const cameras::Decoded& decoded) {
    return decoded.kind == cameras::Kind::kRead &&
           !camera.decision->covers(decoded.facts.captured_at);
  });
}

void note_told(flow::Activity& activity, const Id& camera, const cameras::Message& message,
               UtcTime now) {
  for (const cameras::Decoded& decoded : message.decoded) {
    // Out of a backlog: its age says nothing of the clock.
    if (decoded.kind != cameras::Kind::kRead || decoded.facts.is_late) continue;
    activity.note_told({.camera = camera,
                        .protocol = message.adapter->name,
                        .device_id = decoded.facts.device_id,
                        .clock_behind = now - decoded.facts.captured_at});
  }
}

struct Tally {
  cameras::Receipt receipt;
  std::string read_ids;
  const Error* refusal = nullptr;
};

Tally tally_of(const std::vector<flow::Outcome>& outcomes) {
  Tally tally;
  std::size_t named = 0;
  for (const flow::Outcome& outcome : outcomes) {
    if (outcome.refusal) {
      tally.refusal = &*outcome.refusal;
      continue;
    }
    ++(outcome.fate == flow::ReadFate::kStored ? tally.receipt.stored : tally.receipt.repeated);
    if (named++ >= kReadsNamedMax) continue;
    if (!tally.read_ids.empty()) tally.read_ids += ',';
    tally.read_ids += to_string(outcome.read);
  }
  return tally;
}

net::Response acknowledgement(const cameras::Adapter& adapter, const Tally& tally) {
  cameras::Answer answer = adapter.acknowledge(tally.receipt);
  net::Response response;
  response.status = answer.status;
  response.content_type = std::move(answer.content_type);
  response.body = std::move(answer.body);
  if (!tally.read_ids.empty()) response.headers.push_back({"Bas-Reads", tally.read_ids});
  return response;
}

// What must be remembered until the reads are durable.
struct Waiting {
  const cameras::Adapter* adapter = nullptr;
  std::vector<cameras::BadLine> rejected;
  std::string zone_code;
  std::string request_id;
  std::chrono::steady_clock::time_point last_byte_at;
  net::Respond respond;
};

void answer(Services& services, const Waiting& waiting,
            const Result<std::vector<flow::Outcome>>& outcomes) {
  if (!outcomes) return waiting.respond(problem(outcomes.error(), waiting.request_id));
  Tally tally = tally_of(*outcomes);
  tally.receipt.rejected = waiting.rejected;
  services.metrics.note_reads({.zone = waiting.zone_code,
                               .protocol = waiting.adapter->name,
                               .stored = tally.receipt.stored,
                               .repeated = tally.receipt.repeated});
  const bool is_all_refused =
      tally.refusal != nullptr && tally.receipt.stored + tally.receipt.repeated == 0;
  if (is_all_refused) return waiting.respond(problem(*tally.refusal, waiting.request_id));
  waiting.respond(acknowledgement(*waiting.adapter, tally));
  services.metrics.note_acknowledged(services.clock.steady_now() - waiting.last_byte_at);
}

}  // namespace

void deliver(Services& services, Delivery delivery, OnFailure on_failure, net::Respond respond) {
  const UtcTime now = services.clock.now();
  auto message = cameras::decode({delivery.content_type, delivery.bytes, now}, delivery.protocol)
                     .and_then([&](cameras::Message decoded) -> Result<cameras::Message> {
                       if (on_failure == OnFailure::kQuarantine) {
                         note_told(services.activity, delivery.camera.id, decoded, now);
                       }
                       TRY(check_clock(decoded, now + services.limits.clock_ahead_max));
                       return decoded;
                     });
  if (is_unauthorised(delivery.camera, message, now)) {
    services.activity.note_refused(delivery.camera.id, {now, flow::RefusalReason::kOutsidePeriod});
    return respond(problem({ProblemType::kCameraUnauthorised, {}, delivery.request_id}));
  }
  if (!message && on_failure == OnFailure::kOnlyReport) {
    return respond(
        problem({problem_type_of(message.error()), message.error().text, delivery.request_id}));
  }
  if (!message) {
    return refuse(services, std::move(delivery), message.error(), std::move(respond));
  }
  quarantine_lines(services, delivery, message->rejected);
  auto waiting = std::make_shared<Waiting>();
  waiting->adapter = message->adapter;
  waiting->rejected = std::move(message->rejected);
  const auto view = services.directory.view();
  if (const Zone* zone = view->zone(delivery.camera.zone)) waiting->zone_code = zone->code;
  waiting->request_id = std::move(delivery.request_id);
  waiting->last_byte_at = delivery.last_byte_at;
  waiting->respond = std::move(respond);
  services.ingest.submit(arrivals_of(delivery.camera, *message, now),
                         [&services, waiting](const Result<std::vector<flow::Outcome>>& outcomes) {
                           answer(services, *waiting, outcomes);
                         });
}

}  // namespace bas::api
