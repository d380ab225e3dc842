#include "sim/sender.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace bas::sim {
namespace {

constexpr std::size_t kUnderWayMax = 50'000;
constexpr std::size_t kBytesUnderWayMax = std::size_t{512} << 20;
constexpr int kAttemptsMax = 8;
constexpr std::chrono::milliseconds kFirstRetry{500};
constexpr std::size_t kErrorsMax = 8;

bool is_worth_repeating(int status) { return status >= 500 || status == 429 || status == 408; }

// What the server said of the reads of one message.
struct Receipt {
  std::uint64_t repeated = 0;
  std::uint64_t rejected = 0;
};

Receipt receipt_of(std::string_view body) {
  Receipt receipt;
  if (!body.starts_with('{')) return receipt;
  const auto json = nlohmann::json::parse(body, nullptr, false);
  if (!json.is_object()) return receipt;
  if (json.contains("repeated") && json["repeated"].is_number_unsigned())
    receipt.repeated = json["repeated"].get<std::uint64_t>();
  if (json.contains("rejected") && json["rejected"].is_array())
    receipt.rejected = json["rejected"].size();
  return receipt;
}

}  // namespace

Result<std::unique_ptr<Sender>> Sender::open(int connections, HitBook& book) {
  std::unique_ptr<Sender> sender(new Sender(book));
  net::HttpClientSettings settings;
  settings.connections_per_host = static_cast<std::size_t>(connections);
  settings.queue_max = kUnderWayMax;
  sender->client_ = TRY(net::HttpClient::open(settings));
  return sender;
}

void Sender::send(Outgoing message) {
  auto shared = std::make_shared<Outgoing>(std::move(message));
  {
    const std::lock_guard lock(mutex_);
    counts_.scheduled += static_cast<std::uint64_t>(shared->reads);
    const std::size_t bytes = bytes_under_way_ + shared->body->size();
    if (under_way_ >= kUnderWayMax || bytes > kBytesUnderWayMax) {
      counts_.failed += static_cast<std::uint64_t>(shared->reads);
      note("not sent: too many messages wait for their answer");
      return;
    }
    counts_.sent += static_cast<std::uint64_t>(shared->reads);
    ++under_way_;
    reads_under_way_ += static_cast<std::uint64_t>(shared->reads);
    bytes_under_way_ = bytes;
  }
  transmit(shared);
}

void Sender::transmit(const std::shared_ptr<Outgoing>& message) {
  net::ClientRequest request;
  request.method = "POST";
  request.url = message->url;
  request.headers.push_back({"Content-Type", message->content_type});
  request.shared_body = message->body;
  client_->send(std::move(request), [this, message](Result<net::ClientResponse> answer) {
    settle(message, std::move(answer));
  });
}

void Sender::settle(const std::shared_ptr<Outgoing>& message, Result<net::ClientResponse> answer) {
  if (answer && answer->status / 100 == 2)
    for (const std::string& key : message->awaited) book_.sent(key, answer->sent_at);
  const std::lock_guard lock(mutex_);
  if (!answer) return retry_or_fail(message, answer.error().text);
  if (is_worth_repeating(answer->status))
    return retry_or_fail(message, fmt::format("answered {}", answer->status));
  count_answer(*message, *answer);
  end(*message);
}

void Sender::count_answer(const Outgoing& message, const net::ClientResponse& answer) {
  const auto reads = static_cast<std::uint64_t>(message.reads);
  if (answer.status / 100 != 2) {
    counts_.refused += reads;
    note(fmt::format("answered {}: {}", answer.status, answer.body.substr(0, 200)));
    return;
  }
  const Receipt receipt = receipt_of(answer.body);
  const std::uint64_t rejected = std::min(receipt.rejected, reads);
  counts_.refused += rejected;
  counts_.repeated += receipt.repeated;
  counts_.acknowledged += reads - rejected;
  acknowledge_.record(answer.received_at - message.due_at);
  answer_.record(answer.received_at - answer.sent_at);
}

void Sender::retry_or_fail(const std::shared_ptr<Outgoing>& message, const std::string& why) {
  note(why);
  if (++message->attempt < kAttemptsMax) {
    const auto wait = kFirstRetry * (1 << std::min(message->attempt - 1, 4));
    again_.push({std::chrono::steady_clock::now() + wait, message});
    return;
  }
  counts_.failed += static_cast<std::uint64_t>(message->reads);
  end(*message);
}

std::optional<SteadyTime> Sender::send_again(SteadyTime now) {
  std::vector<std::shared_ptr<Outgoing>> due;
  std::optional<SteadyTime> next;
  {
    const std::lock_guard lock(mutex_);
    while (!again_.empty() && again_.top().at <= now) {
      due.push_back(again_.top().message);
      again_.pop();
    }
    counts_.retries += due.size();
    if (!again_.empty()) next = again_.top().at;
  }
  for (const auto& message : due) transmit(message);
  return next;
}

void Sender::end(const Outgoing& message) {
  --under_way_;
  reads_under_way_ -= static_cast<std::uint64_t>(message.reads);
  bytes_under_way_ -= message.body->size();
}

void Sender::note(const std::string& error) {
  const bool is_known = std::ranges::find(counts_.errors, error) != counts_.errors.end();
  if (!is_known && counts_.errors.size() < kErrorsMax) counts_.errors.push_back(error);
}

std::size_t Sender::under_way() const {
  const std::lock_guard lock(mutex_);
  return under_way_;
}

std::uint64_t Sender::reads_under_way() const {
  const std::lock_guard lock(mutex_);
  return reads_under_way_;
}

std::uint64_t Sender::acknowledged() const {
  const std::lock_guard lock(mutex_);
  return counts_.acknowledged;
}

std::uint64_t Sender::sent() const {
  const std::lock_guard lock(mutex_);
  return counts_.sent;
}

void Sender::report_to(RunReport& report) const {
  const std::lock_guard lock(mutex_);
  report.scheduled = counts_.scheduled;
  report.sent = counts_.sent;
  report.acknowledged = counts_.acknowledged;
  report.repeated = counts_.repeated;
  report.refused = counts_.refused;
  report.failed = counts_.failed;
  report.retries = counts_.retries;
  report.acknowledge = acknowledge_.summary();
  report.answer = answer_.summary();
  report.errors = counts_.errors;
}

}  // namespace bas::sim
