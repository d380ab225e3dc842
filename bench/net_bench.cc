// The server on loopback: requests on kept connections (POST of 600 bytes, answered 200), events to
// many clients, and the parser alone. Clients and server share the machine, so the figures are of
// both. Beside nginx, on one core each: bench/net_beside_nginx.sh.
#include <arpa/inet.h>
#include <benchmark/benchmark.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "net/event_hub.h"
#include "net/server.h"
#include "net/wire_parser.h"

namespace {

constexpr std::size_t kBodyBytes = 600;
constexpr int kEventsAtOnce = 100;

std::string post_of(std::size_t bytes) {
  return "POST /ingest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
         "Content-Length: " +
         std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, 'b');
}

class Client {
 public:
  explicit Client(std::uint16_t port)
      : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    bas::check(::connect(descriptor_, generic, sizeof address) == 0);
    const int on = 1;
    ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Client() { ::close(descriptor_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  int descriptor() const { return descriptor_; }
  void send(std::string_view bytes) const {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    bas::check(sent == static_cast<ssize_t>(bytes.size()));
  }
  // What has come; waits for at least a byte.
  std::string_view receive() {
    const ssize_t count = ::recv(descriptor_, room_, sizeof room_, 0);
    bas::check(count > 0);
    return {room_, static_cast<std::size_t>(count)};
  }

 private:
  int descriptor_;
  char room_[64 * 1024];
};

using Clients = std::vector<std::unique_ptr<Client>>;

Clients connect(std::uint16_t port, std::int64_t count) {
  Clients clients;
  for (std::int64_t i = 0; i < count; ++i) clients.push_back(std::make_unique<Client>(port));
  return clients;
}

std::unique_ptr<bas::net::Server> serve(bas::net::Route route) {
  bas::net::Router router;
  router.add(std::move(route));
  bas::net::ServerSettings settings;
  settings.threads = 1;
  return bas::net::Server::open(settings,
                                std::make_shared<const bas::net::Router>(std::move(router)))
      .value();
}

// All connections ask at once, then every answer is awaited: one iteration is a round.
void answer_posts(benchmark::State& state) {
  const auto server = serve({"POST", "/ingest", bas::net::Run::kInline, 64 * 1024,
                             [](bas::net::Request, const bas::net::Respond& respond) {
                               bas::net::Response response;
                               response.content_type = "text/plain";
                               response.body = "ok";
                               respond(std::move(response));
                             }});
  const Clients clients = connect(server->port(), state.range(0));
  const std::string post = post_of(kBodyBytes);
  for (auto _ : state) {
    for (const auto& client : clients) client->send(post);
    for (const auto& client : clients) {
      bas::check(client->receive().starts_with("HTTP/1.1 200 "));
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(answer_posts)->Arg(1)->Arg(64)->UseRealTime();

// Reads one stream and counts what it holds: hello, events and heartbeats all end in an empty line.
class Follower {
 public:
  explicit Follower(std::uint16_t port) : client_(port) {
    client_.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    wait_for(1);
  }
  void wait_for(std::uint64_t events) {
    while (seen_ < events) {
      for (const char c : client_.receive()) {
        if (c == '\n' && last_ == '\n') ++seen_;
        last_ = c;
      }
    }
  }

 private:
  Client client_;
  std::uint64_t seen_ = 0;
  char last_ = 0;
};

// One iteration publishes a hundred events of 300 bytes and ends when every client has read them.
void stream_events(benchmark::State& state) {
  const bas::SystemClock clock;
  bas::net::EventHub hub({}, clock);
  const auto server = serve({"GET", "/events", bas::net::Run::kInline, 0,
                             [&hub](bas::net::Request, const bas::net::Respond& respond) {
                               bas::net::Response response;
                               response.content_type = "text/event-stream";
                               response.events = hub.subscribe({});
                               respond(std::move(response));
                             }});
  std::vector<std::unique_ptr<Follower>> followers;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    followers.push_back(std::make_unique<Follower>(server->port()));
  }
  const std::string json = "{\"filler\":\"" + std::string(286, 'x') + "\"}";
  std::uint64_t published = 1;  // the greeting
  for (auto _ : state) {
    for (int i = 0; i < kEventsAtOnce; ++i) hub.publish("hits", "hit", json);
    published += kEventsAtOnce;
    for (const auto& follower : followers) follower->wait_for(published);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * kEventsAtOnce);
}
BENCHMARK(stream_events)->Arg(20)->Arg(500)->UseRealTime();

void parse_requests(benchmark::State& state) {
  const std::string request = post_of(static_cast<std::size_t>(state.range(0)));
  bas::net::WireParser parser(bas::net::WireParser::Kind::kRequest, 16 * 1024);
  for (auto _ : state) {
    std::string_view rest = request;
    while (!rest.empty()) rest.remove_prefix(parser.put(rest).consumed);
    bas::check(parser.body().size() == static_cast<std::size_t>(state.range(0)));
    parser.reset();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(request.size()));
}
BENCHMARK(parse_requests)->Arg(0)->Arg(kBodyBytes)->Arg(64 * 1024);

}  // namespace
