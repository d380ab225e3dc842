// Which hosts and networks may be sent to.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::outward {

// An address of IPv4 or IPv6 as 16 bytes; IPv4 in its mapped form, so that both spellings of one
// are equal.
using Peer = std::array<std::uint8_t, 16>;
// From 4 or 16 bytes in network order. kBadInput otherwise.
Result<Peer> peer_of(std::string_view bytes);
Result<Peer> peer_from_text(const std::string& text);

// Threads: any.
class Networks {
 public:
  // "10.20.0.0/16, 2001:db8::/32, 192.0.2.7": kBadInput names the part that is none.
  static Result<Networks> parse(std::string_view text);

  // What a network names. Loopback, link-local and what is no address of one machine only where the
  // network lies wholly within: 0.0.0.0/0 does not open them.
  bool allows(const Peer& peer) const;

 private:
  struct Network {
    Peer base{};
    int bits = 128;
  };
  static Result<Network> parse_one(std::string_view text);
  static bool holds(const Network& network, const Peer& peer);

  std::vector<Network> networks_;
};

// "hooks.example.be, *.zone.example.be". A name matches itself, "*.x" what ends in ".x". Lower
// case.
class HostNames {
 public:
  static HostNames parse(std::string_view text);
  bool allows(std::string_view host) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace bas::outward
