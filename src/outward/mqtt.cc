#include "outward/mqtt.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <chrono>
#include <memory>

#include "base/check.h"
#include "base/encode.h"

namespace bas::outward {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kMqttTotal{15};
constexpr int kStepMs = 100;  // so often is looked whether to stop
constexpr int kKeepAliveSeconds = 30;
constexpr std::size_t kTopicMost = 500;
const Schemes kMqttSchemes{"mqtt", "mqtts"};

// One message on its way.
struct Post {
  const std::string& topic;
  const std::string& id;
  const std::string& body;
  bool is_done = false;
  std::string failure{};
};

struct FreeClient {
  void operator()(mosquitto* client) const { mosquitto_destroy(client); }
};
using Client = std::unique_ptr<mosquitto, FreeClient>;

std::string words_of(int code) { return mosquitto_strerror(code); }

void publish(mosquitto* client, Post& post) {
  mosquitto_property* properties = nullptr;
  mosquitto_property_add_string_pair(&properties, MQTT_PROP_USER_PROPERTY, "webhook-id",
                                     post.id.c_str());
  mosquitto_property_add_string(&properties, MQTT_PROP_CONTENT_TYPE, "application/json");
  const int code =
      mosquitto_publish_v5(client, nullptr, post.topic.c_str(), static_cast<int>(post.body.size()),
                           post.body.data(), 1, false, properties);
  mosquitto_property_free_all(&properties);
  if (code != MOSQ_ERR_SUCCESS) post.failure = words_of(code);
}

// size: libmosquitto calls it so
void connected(mosquitto* client, void* user, int reason, int, const mosquitto_property*) {
  Post& post = *static_cast<Post*>(user);
  if (reason != 0) {
    post.failure = std::string("the broker refuses: ") + mosquitto_reason_string(reason);
    return;
  }
  publish(client, post);
}

// Below 128: taken, with or without somebody who listens (MQTT 5, 3.4.2.1).
// size: libmosquitto calls it so
void published(mosquitto*, void* user, int, int reason, const mosquitto_property*) {
  Post& post = *static_cast<Post*>(user);
  if (reason < 128) {
    post.is_done = true;
  } else {
    post.failure = std::string("the broker refuses: ") + mosquitto_reason_string(reason);
  }
}

Result<> secure(mosquitto* client, const Service& service) {
  const char* file = service.ca_file.empty() ? nullptr : service.ca_file.c_str();
  const char* folder = file == nullptr ? "/etc/ssl/certs" : nullptr;
  const int code = mosquitto_tls_set(client, file, folder, nullptr, nullptr, nullptr);
  if (code == MOSQ_ERR_SUCCESS) return {};
  return fail(ErrorCode::kBadInput, "the certificates of outward.ca_file: " + words_of(code));
}

// Under TLS the certificate says that the host is the one named, so its name is given; otherwise
// the address that was looked up and allowed.
Result<Client> open_client(const Service& service, const Networks& networks, Post& post) {
  static const int kStarted = mosquitto_lib_init();
  bas::check(kStarted == MOSQ_ERR_SUCCESS);
  const Place place = TRY(place_of(service.url, kMqttSchemes));
  const std::string address = TRY(reachable_address(place.host, networks));
  Client client(mosquitto_new(nullptr, true, &post));
  bas::check(client != nullptr);
  mosquitto_int_option(client.get(), MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
  mosquitto_connect_v5_callback_set(client.get(), connected);
  mosquitto_publish_v5_callback_set(client.get(), published);
  std::string password = TRY(password_of(service));
  if (!service.user.empty()) {
    mosquitto_username_pw_set(client.get(), service.user.c_str(),
                              password.empty() ? nullptr : password.c_str());
  }
  wipe(password);
  const bool is_secure = place.scheme == kMqttSchemes.secure;
  if (is_secure) TRY(secure(client.get(), service));
  const std::string& host = is_secure ? place.host : address;
  const int code =
      mosquitto_connect_async(client.get(), host.c_str(), place.port, kKeepAliveSeconds);
  if (code == MOSQ_ERR_SUCCESS) return client;
  return fail(ErrorCode::kUnavailable, "the broker cannot be reached: " + words_of(code));
}

std::string what_went_wrong(const Client& client, Post& post, const std::stop_token& stop) {
  const auto deadline = steady_clock::now() + kMqttTotal;
  while (!post.is_done && post.failure.empty()) {
    if (stop.stop_requested()) return "stopped while sending";
    if (steady_clock::now() >= deadline) return "the broker did not take it within 15 s";
    const int code = mosquitto_loop(client.get(), kStepMs, 1);
    if (code != MOSQ_ERR_SUCCESS && !post.is_done && post.failure.empty()) {
      return "the broker cannot be reached: " + words_of(code);
    }
  }
  return post.failure;
}

}  // namespace

Result<> Mqtt::check(const Outlet& outlet) {
  if (service_.url.empty()) {
    return fail(ErrorCode::kRefused, "the configuration names no broker: see outward.mqtt_url");
  }
  const std::string& topic = outlet.target;
  const bool is_topic = !topic.empty() && topic.size() <= kTopicMost && is_valid_utf8(topic) &&
                        topic.find_first_of("+#\0", 0, 3) == std::string::npos &&
                        !topic.starts_with('$');
  if (is_topic) return {};
  return fail(ErrorCode::kBadInput, "the target is no topic that can be published to");
}

OutletAnswer Mqtt::send(const Parcel& parcel, std::stop_token stop) {
  OutletAnswer answer;
  const std::string id = to_string(parcel.delivery.id);
  const std::string body = outlet_body(parcel.delivery);
  Post post{parcel.outlet.target, id, body};
  const auto allowed = check(parcel.outlet);
  if (!allowed) {
    answer.failure = allowed.error().text;
    return answer;
  }
  const auto client = open_client(service_, networks_, post);
  answer.failure = client ? what_went_wrong(*client, post, stop) : client.error().text;
  if (client) mosquitto_disconnect(client->get());
  if (answer.failure.empty()) answer.verdict = OutletAnswer::Verdict::kDelivered;
  return answer;
}

}  // namespace bas::outward
