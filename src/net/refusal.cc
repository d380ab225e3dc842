#include "net/refusal.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <string_view>

namespace bas::net {
namespace {

constexpr std::chrono::milliseconds kRefusalTimeout{1'000};
constexpr std::string_view kFullHead =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n"
    "Retry-After: 5\r\nConnection: close\r\n\r\n";
constexpr std::string_view kFullBody =
    R"({"type":"/problems/busy","title":"Too many connections","status":503,)"
    R"("detail":"Keep connections and use them again."})";

}  // namespace

void Refusal::start() {
  deadline_ = std::chrono::steady_clock::now() + kRefusalTimeout;
  asio::co_spawn(
      loop_->context(),
      [](std::shared_ptr<Refusal> self) -> Task<void> { co_await self->run(); }(shared_from_this()),
      asio::detached);
}

Task<void> Refusal::run() {
  const Membership membership{*loop_, this};
  const std::array<asio::const_buffer, 2> answer{asio::buffer(kFullHead), asio::buffer(kFullBody)};
  if (co_await transport_->write(answer) == 0) co_return;
  co_await transport_->shutdown();
  std::array<char, 1024> discarded{};
  while (co_await transport_->read(discarded) > 0) continue;
}

void Refusal::sweep(SteadyTime now) {
  if (now >= deadline_) stop_now();
}

void Refusal::stop_softly() { stop_now(); }

void Refusal::stop_now() { transport_->close(); }

}  // namespace bas::net
