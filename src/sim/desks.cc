#include "sim/desks.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <utility>

namespace bas::sim {
namespace {

constexpr std::size_t kKeysMax = 20'000;

}  // namespace

Result<std::unique_ptr<Desks>> Desks::open(const DeskSettings& settings, HitBook& book) {
  std::unique_ptr<Desks> desks(new Desks(book, settings.desks));
  net::HttpClientSettings client;
  client.connections_per_host = static_cast<std::size_t>(settings.desks) + 1;
  desks->client_ = TRY(net::HttpClient::open(client));
  for (int desk = 0; desk < settings.desks; ++desk) {
    net::EventStreamRequest request;
    request.url = settings.url + "/api/v1/stream?topics=hits";
    request.headers.push_back({"Authorization", "Bearer " + settings.token});
    request.on_event = [self = desks.get(), desk](const net::ReceivedEvent& event) {
      self->take(desk, event);
    };
    request.on_closed = [self = desks.get()](const Error& error) {
      const std::lock_guard lock(self->mutex_);
      self->errors_.push_back("desk: " + error.text);
    };
    desks->streams_.push_back(
        std::make_unique<net::EventClient>(*desks->client_, std::move(request)));
  }
  return desks;
}

Desks::~Desks() { streams_.clear(); }

std::vector<std::string> Desks::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

void Desks::take(int desk, const net::ReceivedEvent& event) {
  if (event.name == "hello") ++listening_;
  if (event.name != "hit.created") return;
  if (desk == 0) ++hits_at_first_;
  if (const std::string key = key_of(event); !key.empty()) book_.arrived(key, event.arrived_at);
}

std::string Desks::key_of(const net::ReceivedEvent& event) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = keys_.find(event.id);
    if (!event.id.empty() && found != keys_.end()) return found->second;
  }
  const auto hit = nlohmann::json::parse(event.data, nullptr, false);
  std::string key;
  if (hit.is_object() && hit.contains("camera") && hit.contains("captured_at")) {
    const auto& camera = hit["camera"];
    const auto& id = camera.is_object() && camera.contains("id") ? camera["id"] : camera;
    const auto& captured = hit["captured_at"];
    if (id.is_string() && captured.is_string()) {
      const auto at = parse_rfc3339(captured.get_ref<const std::string&>());
      if (at) key = read_key(id.get_ref<const std::string&>(), *at);
    }
  }
  const std::lock_guard lock(mutex_);
  if (key.empty()) errors_.emplace_back("desk: a hit event without camera or captured_at");
  if (keys_.size() >= kKeysMax) keys_.clear();
  if (!event.id.empty()) keys_[event.id] = key;
  return key;
}

}  // namespace bas::sim
