#include "fetch/address.h"

#include <gtest/gtest.h>

namespace bas::fetch {
namespace {

TEST(Address, knows_scheme_host_port_and_path) {
  const auto address = parse_address("HTTPS://Lists.Example.BE/a%20b/stolen.csv?key=1");
  ASSERT_TRUE(address) << address.error().text;
  EXPECT_EQ(address->scheme, "https");
  EXPECT_EQ(address->place(), "lists.example.be:443");
  EXPECT_EQ(address->path, "/a%20b/stolen.csv");
  EXPECT_EQ(parse_address("sftp://h:2222/x")->place(), "h:2222");
  EXPECT_EQ(parse_address("sftp://h/x")->port, 22);
  EXPECT_EQ(parse_address("http://[::1]:8080/x")->place(), "[::1]:8080");
}

TEST(Address, refuses_other_schemes_users_fragments_and_nonsense) {
  for (const char* url :
       {"file:///etc/passwd", "ftp://h/x", "gopher://h/", "scp://h/x", "http://user@h/x",
        "https://user:secret@h/x", "http://h/x#part", "", "http://", "http://h:0/",
        "http://h:99999/", "http://h/a b", "http://h/\r\nX: y", "javascript:alert(1)"}) {
    const auto address = parse_address(url);
    ASSERT_FALSE(address) << url;
    EXPECT_EQ(address.error().code, ErrorCode::kBadInput);
    EXPECT_EQ(address.error().text.find("secret"), std::string::npos);
  }
}

TEST(Address, cut_at_every_length_is_refused_or_bounded) {
  const std::string url = "https://lists.example.be:8443/folder/stolen%2Dcars.csv?a=b";
  for (std::size_t length = 0; length <= url.size(); ++length) {
    const auto address = parse_address(url.substr(0, length));
    if (address) {
      EXPECT_LE(address->path.size(), url.size()) << length;
    }
  }
}

TEST(Address, loopback_is_a_number_or_its_name_and_no_look_alike) {
  const auto is_loopback = [](const std::string& host) {
    return parse_address("http://" + host + "/")->is_loopback();
  };
  for (const char* host : {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]", "127.1"}) {
    EXPECT_TRUE(is_loopback(host)) << host;
  }
  for (const char* host : {"127.example.be", "localhost.example.be", "10.0.0.1", "[::2]"}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

TEST(Address, the_same_place_has_the_same_scheme_host_and_port) {
  const Address here = *parse_address("https://h/a");
  EXPECT_TRUE(here.is_same_place(*parse_address("https://H:443/b?c")));
  EXPECT_FALSE(here.is_same_place(*parse_address("http://h:443/a")));
  EXPECT_FALSE(here.is_same_place(*parse_address("https://h:444/a")));
  EXPECT_FALSE(here.is_same_place(*parse_address("https://g/a")));
}

TEST(Address, the_file_name_is_decoded_and_never_a_path) {
  const auto name = [](const std::string& url) { return file_name_of(*parse_address(url)); };
  EXPECT_EQ(name("https://h/a/stolen%20cars.csv?x=/y"), "stolen cars.csv");
  EXPECT_EQ(name("https://h/..%2F..%2Fpasswd"), ".._.._passwd");
  EXPECT_EQ(name("https://h/a/"), "");
  EXPECT_EQ(name("https://h"), "");
}

}  // namespace
}  // namespace bas::fetch
