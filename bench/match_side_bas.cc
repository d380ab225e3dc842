// BAS over its batch protocol: POST /api/v1/checks on a kept connection, with a token.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unordered_map>

#include "base/check.h"
#include "match_sides.h"

namespace bas::bench {

namespace {

class Connection {
 public:
  explicit Connection(const std::string& port)
      : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), room_(1U << 20) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::strtoul(port.c_str(), nullptr, 10)));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    check(::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const int on = 1;
    ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Connection() { ::close(descriptor_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      check(sent > 0);
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // The body of the next answer; lives until the next call.
  std::string_view body() {
    std::memmove(room_.data(), room_.data() + taken_, held_ - taken_);
    held_ -= taken_;
    std::size_t head = std::string_view::npos;
    while ((head = held().find("\r\n\r\n")) == std::string_view::npos) more();
    check(held().starts_with("HTTP/1.1 200 "));
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t at = held().find(kLength);
    check(at < head);
    const std::size_t bytes = std::strtoull(room_.data() + at + kLength.size(), nullptr, 10);
    const std::size_t whole = head + 4 + bytes;
    if (room_.size() < whole) room_.resize(whole + (1U << 20));
    while (held_ < whole) more();
    taken_ = whole;
    return held().substr(head + 4, bytes);
  }

 private:
  std::string_view held() const { return {room_.data(), held_}; }
  void more() {
    const ssize_t count = ::recv(descriptor_, room_.data() + held_, room_.size() - held_, 0);
    check(count > 0);
    held_ += static_cast<std::size_t>(count);
  }

  int descriptor_;
  std::vector<char> room_;
  std::size_t held_ = 0, taken_ = 0;
};

class Bas final : public Side {
 public:
  Bas(const Plan& plan, std::span<const Wanted> wanted)
      : plan_(plan), wanted_(wanted), connection_(plan.port) {
    for (std::size_t first = 0; first < wanted.size(); first += plan.batch) {
      std::string body;
      for (const Wanted& one : wanted.subspan(first, plan.batch)) {
        body.append(one.plate).append(",").append(one.country).append("\n");
      }
      requests_.push_back(fmt::format(
          "POST /api/v1/checks{} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n"
          "Accept: application/vnd.bas.listed-rows\r\nContent-Type: text/plain\r\n"
          "Content-Length: {}\r\n\r\n{}",
          plan.form == Form::kExact ? "" : "?kind=all", plan.token, body.size(), body));
    }
    if (plan.near_only == nullptr) return;
    for (const Listed& listed : *plan.near_only) plates_[listed.entry] = listed.plate;
  }

  void send(std::size_t batch) override { connection_.send(requests_[batch]); }

  // Rows as docs/protocols/checks.md draws them.
  void receive(std::size_t batch, const Take& take) override {
    constexpr std::size_t kRowBytes = 28;
    constexpr std::size_t kIdAt = 12;
    std::string_view body = connection_.body();
    check(body.size() >= 8 && body.starts_with("BASL"));
    const std::size_t rows = number_at(body, 4);
    body.remove_prefix(8);
    check(body.size() > rows * kRowBytes);
    for (std::size_t row = 0; row < rows; ++row, body.remove_prefix(kRowBytes)) {
      const std::size_t line = number_at(body, 0);
      const std::string_view entry = body.substr(kIdAt, 16);
      if (is_near(wanted_[batch * plan_.batch + line - 1], entry)) {
        take(hash_of(entry) * (plan_.near_only == nullptr ? 1 : line));
      }
    }
    check(body.starts_with("{\"lines\":"));
  }

 private:
  static std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
  }
  bool is_near(const Wanted& read, std::string_view entry) const {
    if (plan_.near_only == nullptr) return true;
    const auto near = neighbours_of(read.plate);
    return std::binary_search(near.begin(), near.end(), plates_.at(std::string(entry)));
  }

  Plan plan_;
  std::span<const Wanted> wanted_;
  Connection connection_;
  std::vector<std::string> requests_;
  std::unordered_map<std::string, std::string> plates_;
};

// The text behind `"name":"` in a document of ours.
std::string_view member(std::string_view document, std::string_view name) {
  const std::string key = fmt::format("\"{}\":", name);
  const std::size_t at = document.find(key);
  if (at == std::string_view::npos) return {};
  document.remove_prefix(at + key.size());
  const bool is_text = document.starts_with('"');
  if (is_text) document.remove_prefix(1);
  return document.substr(0, document.find_first_of(is_text ? "\"" : ",}"));
}

}  // namespace

std::unique_ptr<Side> make_bas(const Plan& plan, std::span<const Wanted> wanted) {
  return std::make_unique<Bas>(plan, wanted);
}

int fetch_entries(const std::string& file, const Source& source) {
  std::FILE* out = std::fopen(file.c_str(), "w");
  check(out != nullptr);
  Connection connection(source.port);
  std::string after = "00000000000000000000000000";
  while (true) {
    connection.send(fmt::format(
        "GET /api/v1/lists/{}/entries?limit=1000&after={} HTTP/1.1\r\nHost: localhost\r\n"
        "Authorization: Bearer {}\r\n\r\n",
        source.list, after, source.token));
    std::string_view page = connection.body();
    std::size_t entries = 0;
    for (std::size_t at; (at = page.find("{\"id\":")) != std::string_view::npos; ++entries) {
      page.remove_prefix(at);
      after = member(page, "id");
      fmt::print(out, "{},{},{},{}\n", after, member(page, "plate"), member(page, "country"),
                 member(page, "priority"));
      page.remove_prefix(1);
    }
    if (entries == 0) break;
  }
  std::fclose(out);
  return 0;
}

}  // namespace bas::bench
