// The fetcher and TLS, with certificates made for the occasion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "fetch/curl_fetcher.h"
#include "fetch/peer_test.h"
#include "fetch/scratch_test.h"
#include "net/server.h"

namespace bas::fetch {
namespace {

using testing::HasSubstr;

class CurlFetcherTls : public testing::Test {
 protected:
  CurlFetcherTls() {
    make_authority("authority");
    make_authority("stranger");
    make_certificate("server", "subjectAltName=IP:127.0.0.1", "");
    make_certificate("client", "basicConstraints=CA:FALSE", "");
  }

  void openssl(const std::string& arguments) {
    const std::string command =
        "cd '" + scratch_.folder().string() + "' && openssl " + arguments + " 2>openssl.log";
    check(std::system(command.c_str()) == 0);
  }

  void make_authority(const std::string& name) {
    openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" +
            name + " -keyout " + name + ".key -out " + name + ".pem");
  }

  // `dates`: nothing for two days from now, or what `openssl x509` takes.
  void make_certificate(const std::string& name, const std::string& extension,
                        const std::string& dates) {
    openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name +
            " -keyout " + name + ".key -out " + name + ".csr");
    scratch_.file("extension", extension + "\n");
    openssl("x509 -req -in " + name + ".csr -CA authority.pem -CAkey authority.key " +
            "-CAcreateserial -extfile extension -out " + name + ".pem " +
            (dates.empty() ? "-days 2" : dates));
  }

  enum class Clients { kUnknown, kMustShow };
  void serve(const std::string& certificate, Clients clients) {
    net::ServerSettings settings;
    settings.tls = net::TlsSettings{};
    settings.tls->certificate_file = scratch_.path(certificate + ".pem");
    settings.tls->key_file = scratch_.path(certificate + ".key");
    settings.tls->require_client_certificate = clients == Clients::kMustShow;
    if (clients == Clients::kMustShow) {
      settings.tls->client_ca_file = scratch_.path("authority.pem");
    }
    net::Router router;
    router.add(
        {"GET", "/who", net::Run::kInline, 0, [](net::Request request, net::Respond respond) {
           net::Response response;
           response.body = request.client_certificate_sha256.empty() ? "nobody" : "known";
           respond(response);
         }});
    auto opened = net::Server::open(std::move(settings),
                                    std::make_shared<const net::Router>(std::move(router)));
    ASSERT_TRUE(opened) << opened.error().text;
    server_ = std::move(*opened);
  }

  Access trusting(const std::string& authority) const {
    Access access;
    access.ca_file = scratch_.path(authority + ".pem");
    return access;
  }

  Result<Answer> ask(const Access& access) {
    Request request;
    request.url = "https://127.0.0.1:" + std::to_string(server_->port()) + "/who";
    request.access = access;
    return fetcher_.fetch(request, {});
  }

  void expect_refusal(const Access& access, ErrorCode code, const char* text) {
    const auto answer = ask(access);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, code);
    EXPECT_THAT(answer.error().text, HasSubstr(text));
  }

  Scratch scratch_;
  std::unique_ptr<net::Server> server_;
  CurlFetcher fetcher_;
};

TEST_F(CurlFetcherTls, trusts_its_own_authority_only) {
  serve("server", Clients::kUnknown);
  const auto answer = ask(trusting("authority"));
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->body, "nobody");
  // Also while a connection that was trusted by another authority is still open.
  expect_refusal(trusting("stranger"), ErrorCode::kUnavailable, "TLS: ");
  expect_refusal({}, ErrorCode::kUnavailable, "TLS: ");
}

TEST_F(CurlFetcherTls, refuses_a_certificate_of_another_host_or_time) {
  make_certificate("other", "subjectAltName=DNS:other.example", "");
  serve("other", Clients::kUnknown);
  expect_refusal(trusting("authority"), ErrorCode::kUnavailable, "TLS: ");
  make_certificate("old", "subjectAltName=IP:127.0.0.1", "-days -1");
  serve("old", Clients::kUnknown);
  expect_refusal(trusting("authority"), ErrorCode::kUnavailable, "expired");
}

TEST_F(CurlFetcherTls, shows_its_certificate_where_one_is_named) {
  serve("server", Clients::kMustShow);
  Access access = trusting("authority");
  EXPECT_FALSE(ask(access));
  access.client_certificate_file = scratch_.path("client.pem");
  access.client_key_file = scratch_.path("client.key");
  const auto answer = ask(access);
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->body, "known");
  EXPECT_FALSE(ask(trusting("authority")));  // the connection of another is not borrowed
}

TEST_F(CurlFetcherTls, names_the_file_that_is_no_certificate) {
  serve("server", Clients::kUnknown);
  Access access;
  access.ca_file = scratch_.file("nonsense.pem", "nonsense");
  expect_refusal(access, ErrorCode::kBadInput, "ca_file");
  access = trusting("authority");
  access.client_certificate_file = scratch_.path("client.pem");
  access.client_key_file = scratch_.path("server.key");
  expect_refusal(access, ErrorCode::kBadInput, "client_key_file");
}

TEST_F(CurlFetcherTls, does_not_fall_back_to_clear_text) {
  const Peer peer([](Talk& talk) {
    talk.send(http_answer("200 OK", "", "clear"));
    talk.wait_until_closed();
  });
  Request request;
  request.url = "https://" + peer.place() + "/who";
  const auto answer = fetcher_.fetch(request, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace bas::fetch
