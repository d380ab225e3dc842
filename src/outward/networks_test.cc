#include "outward/networks.h"

#include <gtest/gtest.h>

namespace bas::outward {
namespace {

bool allows(const char* networks, const char* address) {
  return Networks::parse(networks).value().allows(peer_from_text(address).value());
}

TEST(Networks, allow_what_they_name) {
  EXPECT_TRUE(allows("10.20.0.0/16, 192.0.2.7", "10.20.255.1"));
  EXPECT_TRUE(allows("10.20.0.0/16, 192.0.2.7", "192.0.2.7"));
  EXPECT_FALSE(allows("10.20.0.0/16, 192.0.2.7", "10.21.0.1"));
  EXPECT_FALSE(allows("10.20.0.0/16, 192.0.2.7", "192.0.2.8"));
  EXPECT_TRUE(allows("10.20.16.0/20", "10.20.31.255"));
  EXPECT_FALSE(allows("10.20.16.0/20", "10.20.32.0"));
  EXPECT_TRUE(allows("2001:db8::/32", "2001:db8:1::1"));
  EXPECT_FALSE(allows("2001:db8::/32", "2001:db9::1"));
  EXPECT_FALSE(allows("", "10.0.0.1"));
}

TEST(Networks, are_not_fooled_by_another_spelling) {
  EXPECT_TRUE(allows("10.0.0.0/8", "::ffff:10.1.2.3"));
  EXPECT_FALSE(allows("0.0.0.0/0", "::ffff:127.0.0.1"));
  EXPECT_FALSE(allows("::/0", "::ffff:127.0.0.1"));
}

TEST(Networks, open_this_machine_and_its_link_only_where_they_say_so) {
  for (const char* address : {"127.0.0.1", "127.9.9.9", "169.254.169.254", "0.0.0.0", "::1",
                              "fe80::1", "ff02::1", "224.0.0.1", "255.255.255.255", "::"}) {
    EXPECT_FALSE(allows("0.0.0.0/0, ::/0", address)) << address;
  }
  EXPECT_TRUE(allows("127.0.0.0/8", "127.0.0.1"));
  EXPECT_TRUE(allows("127.0.0.1", "127.0.0.1"));
  EXPECT_FALSE(allows("127.0.0.1", "127.0.0.2"));
  EXPECT_TRUE(allows("::1", "::1"));
  EXPECT_TRUE(allows("fe80::/10", "fe80::1"));
}

TEST(Networks, say_what_is_none) {
  for (const char* text : {"10.0.0.0/33", "10.0.0/8", "example.be", "10.0.0.0/", "10.0.0.0/8x",
                           "::/129", "10.0.0.0/-1"}) {
    EXPECT_FALSE(Networks::parse(text)) << text;
  }
}

TEST(HostNames, match_whole_or_below) {
  const auto names = HostNames::parse("hooks.example.be, *.zone.be");
  EXPECT_TRUE(names.allows("hooks.example.be"));
  EXPECT_TRUE(names.allows("a.zone.be"));
  EXPECT_FALSE(names.allows("zone.be"));
  EXPECT_FALSE(names.allows("evilzone.be"));
  EXPECT_FALSE(names.allows("hooks.example.be.evil.com"));
  EXPECT_FALSE(HostNames::parse("").allows("a"));
}

}  // namespace
}  // namespace bas::outward
