#include "app/listen_address.h"

#include "app/scratch_environment_test.h"

namespace bas::app {
namespace {

class ListenAddress : public ScratchEnvironment {
 protected:
  ListenAddress() { unset("BAS_LISTEN"); }

  static std::string taken(std::string_view text) {
    net::ServerSettings settings;
    const auto applied = apply_listen(settings, text);
    if (!applied) return "refused";
    return settings.address + " " + std::to_string(settings.port);
  }
};

TEST_F(ListenAddress, is_an_address_and_a_port) {
  EXPECT_EQ(taken("127.0.0.1:8080"), "127.0.0.1 8080");
  EXPECT_EQ(taken("0.0.0.0:0"), "0.0.0.0 0");
  EXPECT_EQ(taken("[::1]:65535"), "::1 65535");
}

TEST_F(ListenAddress, has_a_default_that_only_this_machine_reaches) {
  EXPECT_EQ(taken(""), "127.0.0.1 8080");
}

TEST_F(ListenAddress, comes_from_the_environment_where_nothing_else_says_it) {
  set("BAS_LISTEN", "127.0.0.1:9000");
  EXPECT_EQ(taken(""), "127.0.0.1 9000");
  EXPECT_EQ(taken("127.0.0.1:9001"), "127.0.0.1 9001");
  set("BAS_LISTEN", "nowhere");
  EXPECT_EQ(taken(""), "refused");
}

TEST_F(ListenAddress, is_refused_when_it_is_none) {
  for (const char* text : {"8080", ":8080", "localhost", "127.0.0.1:", "127.0.0.1:x", "[::1]",
                           "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80 ", "[]:80"}) {
    EXPECT_EQ(taken(text), "refused") << text;
  }
}

TEST_F(ListenAddress, the_refusal_shows_how_to_write_it) {
  net::ServerSettings settings;
  const auto refused = apply_listen(settings, "here");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
  EXPECT_NE(refused.error().text.find("127.0.0.1:8080"), std::string::npos);
}

}  // namespace
}  // namespace bas::app
