#include "outward/service.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <memory>

#include "base/file.h"

namespace bas::outward {

namespace {

constexpr std::size_t kPasswordMax = 1'024;

// The bytes of an address of IPv4 or IPv6.
std::string_view bytes_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
    return {reinterpret_cast<const char*>(&v4.sin_addr), sizeof v4.sin_addr};
  }
  const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
  return {reinterpret_cast<const char*>(&v6.sin6_addr), sizeof v6.sin6_addr};
}

}  // namespace

Result<Place> place_of(const std::string& url, const Schemes& schemes) {
  Place place;
  const auto colon = url.find("://");
  place.scheme = url.substr(0, colon);
  const auto bad = fail(ErrorCode::kBadInput, schemes.plain + "://host:port or " + schemes.secure +
                                                  "://host:port is meant");
  if (colon == std::string::npos) return bad;
  if (place.scheme != schemes.plain && place.scheme != schemes.secure) return bad;
  const std::string rest = url.substr(colon + 3);
  const auto port_at = rest.rfind(':');
  if (port_at == std::string::npos || port_at == 0) return bad;
  place.host = rest.substr(0, port_at);
  if (place.host.starts_with('[') && place.host.ends_with(']')) {
    place.host = place.host.substr(1, place.host.size() - 2);
  }
  const char* const end = rest.data() + rest.size();
  const auto read = std::from_chars(rest.data() + port_at + 1, end, place.port);
  if (read.ec != std::errc{} || read.ptr != end || place.port < 1 || place.port > 65'535)
    return bad;
  return place;
}

Result<std::string> password_of(const Service& service) {
  if (service.password_file.empty()) return std::string();
  std::string text = TRY(read_file(service.password_file, kPasswordMax));
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (text.find_first_of("\r\n") == std::string::npos) return text;
  return fail(ErrorCode::kBadInput, "a password file must hold one line of text");
}

Result<std::string> reachable_address(const std::string& host, const Networks& networks) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) {
    return fail(ErrorCode::kUnavailable, "the host's name is not known");
  }
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(found, &::freeaddrinfo);
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
    if (one->ai_family != AF_INET && one->ai_family != AF_INET6) continue;
    const auto peer = peer_of(bytes_of(*one->ai_addr));
    if (!peer || !networks.allows(*peer)) continue;
    char text[NI_MAXHOST] = {};
    if (::getnameinfo(one->ai_addr, one->ai_addrlen, text, sizeof text, nullptr, 0,
                      NI_NUMERICHOST) == 0) {
      return std::string(text);
    }
  }
  return fail(ErrorCode::kRefused, "its address may not be reached: see outward.networks");
}

}  // namespace bas::outward
