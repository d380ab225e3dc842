#include "outward/networks.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace bas::outward {

namespace {

constexpr int kMappedBits = 96;

struct Special {
  const char* base;
  int bits;
};
// Of this machine, of this link, and of no machine in particular (RFC 6890, RFC 4291).
constexpr Special kSpecial[] = {{"127.0.0.0", 8 + kMappedBits},
                                {"169.254.0.0", 16 + kMappedBits},
                                {"0.0.0.0", 8 + kMappedBits},
                                {"224.0.0.0", 4 + kMappedBits},
                                {"240.0.0.0", 4 + kMappedBits},
                                {"::1", 128},
                                {"::", 128},
                                {"fe80::", 10},
                                {"ff00::", 8}};

bool shares_bits(const Peer& a, const Peer& b, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin())) {
    return false;
  }
  const int rest = bits % 8;
  if (rest == 0) return true;
  return (a[whole] >> (8 - rest)) == (b[whole] >> (8 - rest));
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(", "), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace

Result<Peer> peer_of(std::string_view bytes) {
  Peer peer{};
  if (bytes.size() == 4) {
    peer[10] = peer[11] = 0xff;
    std::ranges::copy(bytes, peer.begin() + 12);
    return peer;
  }
  if (bytes.size() != peer.size()) return fail(ErrorCode::kBadInput, "no network address");
  std::ranges::copy(bytes, peer.begin());
  return peer;
}

Result<Peer> peer_from_text(const std::string& text) {
  std::array<char, 16> bytes{};
  for (const auto& [family, length] : {std::pair(AF_INET, 4U), std::pair(AF_INET6, 16U)}) {
    if (::inet_pton(family, text.c_str(), bytes.data()) == 1)
      return peer_of({bytes.data(), length});
  }
  return fail(ErrorCode::kBadInput, fmt::format("{} is no network address", text));
}

Result<Networks::Network> Networks::parse_one(std::string_view text) {
  const auto slash = text.find('/');
  const std::string address(text.substr(0, slash));
  Network network;
  network.base = TRY(peer_from_text(address));
  if (slash == std::string_view::npos) return network;
  const std::string_view digits = text.substr(slash + 1);
  const int most = address.find(':') == std::string::npos ? 32 : 128;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), network.bits);
  const bool is_number = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  if (!is_number || network.bits < 0 || network.bits > most) {
    return fail(ErrorCode::kBadInput, fmt::format("{} is no network: write 10.20.0.0/16", text));
  }
  network.bits += 128 - most;
  return network;
}

Result<Networks> Networks::parse(std::string_view text) {
  Networks made;
  for (const std::string_view part : parts_of(text)) {
    made.networks_.push_back(TRY(parse_one(part)));
  }
  return made;
}

bool Networks::holds(const Network& network, const Peer& peer) {
  return shares_bits(network.base, peer, network.bits);
}

bool Networks::allows(const Peer& peer) const {
  const auto allowing = [&](int bits_least) {
    return std::ranges::any_of(networks_, [&](const Network& network) {
      return network.bits >= bits_least && holds(network, peer);
    });
  };
  int bits_least = 0;
  for (const Special& special : kSpecial) {
    if (shares_bits(*peer_from_text(special.base), peer, special.bits)) bits_least = special.bits;
  }
  return allowing(bits_least);
}

HostNames HostNames::parse(std::string_view text) {
  HostNames made;
  for (const std::string_view part : parts_of(text)) made.names_.emplace_back(part);
  return made;
}

bool HostNames::allows(std::string_view host) const {
  return std::ranges::any_of(names_, [&](const std::string& name) {
    if (name.starts_with("*.")) return host.ends_with(std::string_view(name).substr(1));
    return host == name;
  });
}

}  // namespace bas::outward
