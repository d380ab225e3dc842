#include "net/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace bas::net {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::string path_of(std::string_view target) {
  const auto parsed = parse_target(target);
  return parsed ? parsed->path : "refused";
}

TEST(Target, decodes_and_normalises_the_path) {
  EXPECT_EQ(path_of("/"), "/");
  EXPECT_EQ(path_of("/a/b"), "/a/b");
  EXPECT_EQ(path_of("/a/b/"), "/a/b/");
  EXPECT_EQ(path_of("//a///b"), "/a/b");
  EXPECT_EQ(path_of("/a/./b/../c"), "/a/c");
  EXPECT_EQ(path_of("/a/b/.."), "/a/");
  EXPECT_EQ(path_of("/a%20b/%C3%A9"), "/a b/é");
  EXPECT_EQ(path_of("/a+b"), "/a+b");
  EXPECT_EQ(path_of("/a#part"), "/a");
}

TEST(Target, takes_the_absolute_form) {
  EXPECT_EQ(path_of("http://host:8080/a?b=c"), "/a");
  EXPECT_EQ(path_of("http://host"), "/");
  EXPECT_EQ(path_of("http://host?b=c"), "/");
}

TEST(Target, refuses_what_could_mean_two_things) {
  for (const char* target :
       {"",       "a",      "*",       "?a=b",     "/..",   "/a/../..", "/%2e%2e",
        "/a%2fb", "/a%5Cb", "/a\\b",   "/%",       "/%4",   "/%zz",     "/%00",
        "/a%0d",  "/%ff",   "/%c0%af", "host:443", "/?a=%", "/?a=%ff",  "/\x01"}) {
    EXPECT_EQ(path_of(target), "refused") << target;
  }
}

TEST(Target, decodes_the_query_in_order) {
  const auto parsed = parse_target("/?a=1&b=x+y%2B&a=2&c&=d&&e=f=g");
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->query, ElementsAre(Pair("a", "1"), Pair("b", "x y+"), Pair("a", "2"),
                                         Pair("c", ""), Pair("", "d"), Pair("e", "f=g")));
}

TEST(Target, bounds_the_number_of_query_values) {
  std::string target = "/?";
  for (std::size_t i = 0; i < kQueryPairsMax; ++i) target += "a&";
  EXPECT_TRUE(parse_target(target));
  EXPECT_FALSE(parse_target(target + "a"));
}

TEST(Target, any_prefix_of_a_target_is_answered) {
  const std::string whole = "http://host/a/%C3%A9/../b?c=%41&d=e#f";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const auto parsed = parse_target(whole.substr(0, length));
    EXPECT_TRUE(!parsed || parsed->path.starts_with("/"));
  }
}

TEST(Target, normalising_twice_changes_nothing) {
  EXPECT_TRUE(rc::check([] {
    const auto piece = rc::gen::element<std::string>("a", ".", "..", "/", "%2e", "%20", "b-c", "~");
    std::string target = "/";
    for (const std::string& next : *rc::gen::container<std::vector<std::string>>(piece)) {
      target += next;
    }
    const auto once = parse_target(target);
    if (!once) return;
    std::string spelled = once->path;
    for (auto at = spelled.find(' '); at != std::string::npos; at = spelled.find(' ')) {
      spelled.replace(at, 1, "%20");
    }
    RC_ASSERT(path_of(spelled) == once->path);
  }));
}

}  // namespace
}  // namespace bas::net
