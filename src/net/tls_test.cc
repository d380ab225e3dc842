// TLS of server and client, with certificates made for the occasion.
#include "net/tls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <filesystem>

#include "base/encode.h"
#include "net/test_server.h"

namespace bas::net {
namespace {

using testing::HasSubstr;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key make_key() { return {EVP_EC_gen("P-256"), &EVP_PKEY_free}; }

void add_extension(X509& certificate, X509& issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  X509_add_ext(&certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

// Signed by `issuer` or, without one, by itself as an authority.
Certificate make_certificate(const std::string& name, EVP_PKEY* key, X509* issuer,
                             EVP_PKEY* issuer_key) {
  static long serial = 1;
  Certificate certificate{X509_new(), &X509_free};
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509* signer = issuer ? issuer : certificate.get();
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
  add_extension(*certificate, *signer, NID_basic_constraints, issuer ? "CA:FALSE" : "CA:TRUE");
  if (issuer) add_extension(*certificate, *signer, NID_subject_alt_name, "IP:127.0.0.1");
  X509_sign(certificate.get(), issuer_key, EVP_sha256());
  return certificate;
}

std::string digest(X509& certificate) {
  unsigned char bytes[32];
  X509_digest(&certificate, EVP_sha256(), bytes, nullptr);
  return to_hex({reinterpret_cast<const char*>(bytes), sizeof bytes});
}

class TlsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path{testing::TempDir()} / ("tls_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    authority_key_ = make_key();
    authority_ = make_certificate("authority", authority_key_.get(), nullptr, authority_key_.get());
    write_certificate("authority.pem", *authority_);
    issue("server");
    client_digest_ = issue("client");
    const Key stranger_key = make_key();
    const Certificate stranger =
        make_certificate("stranger", stranger_key.get(), nullptr, stranger_key.get());
    write_certificate("stranger.pem", *stranger);
    write_key("stranger.key", *stranger_key);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  std::string issue(const std::string& name) {
    const Key key = make_key();
    const Certificate certificate =
        make_certificate(name, key.get(), authority_.get(), authority_key_.get());
    write_certificate(name + ".pem", *certificate);
    write_key(name + ".key", *key);
    return digest(*certificate);
  }

  void write_certificate(const std::string& name, X509& certificate) {
    FILE* out = std::fopen(file(name).c_str(), "w");
    PEM_write_X509(out, &certificate);
    std::fclose(out);
  }
  void write_key(const std::string& name, EVP_PKEY& key) {
    FILE* out = std::fopen(file(name).c_str(), "w");
    PEM_write_PrivateKey(out, &key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
  }

  enum class Clients { kUnknown, kMayShow, kMustShow };
  std::unique_ptr<TestServer> serve(Clients clients) {
    ServerSettings settings;
    settings.tls = TlsSettings{file("server.pem"), file("server.key"), "", false};
    if (clients != Clients::kUnknown) settings.tls->client_ca_file = file("authority.pem");
    settings.tls->require_client_certificate = clients == Clients::kMustShow;
    Router router;
    router.add({"GET", "/who", Run::kInline, 0, [](Request request, Respond respond) {
                  EXPECT_TRUE(request.is_tls);
                  respond(text(request.client_certificate_sha256));
                }});
    return std::make_unique<TestServer>(settings, std::move(router));
  }

  Result<ClientResponse> ask(const TestServer& server, const std::string& client,
                             const std::string& authority = "authority.pem") {
    HttpClientSettings settings;
    settings.ca_file = file(authority);
    if (!client.empty()) {
      settings.client_certificate_file = file(client + ".pem");
      settings.client_key_file = file(client + ".key");
    }
    ClientRequest request;
    request.url = "https://127.0.0.1:" + std::to_string(server.port()) + "/who";
    const auto opened = HttpClient::open(settings);
    EXPECT_TRUE(opened) << opened.error().text;
    return (*opened)->fetch(std::move(request));
  }

  std::filesystem::path folder_;
  Key authority_key_{nullptr, &EVP_PKEY_free};
  Certificate authority_{nullptr, &X509_free};
  std::string client_digest_;
};

TEST_F(TlsTest, answers_without_client_certificates) {
  const auto server = serve(Clients::kUnknown);
  const auto answer = ask(*server, "");
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->body, "");
}

TEST_F(TlsTest, passes_on_the_digest_of_a_shown_certificate) {
  const auto server = serve(Clients::kMayShow);
  const auto shown = ask(*server, "client");
  ASSERT_TRUE(shown) << shown.error().text;
  EXPECT_EQ(shown->body, client_digest_);
  const auto not_shown = ask(*server, "");
  ASSERT_TRUE(not_shown) << not_shown.error().text;
  EXPECT_EQ(not_shown->body, "");
}

TEST_F(TlsTest, refuses_who_must_show_a_certificate_and_does_not) {
  const auto server = serve(Clients::kMustShow);
  EXPECT_FALSE(ask(*server, ""));
  EXPECT_FALSE(ask(*server, "stranger"));
  const auto shown = ask(*server, "client");
  ASSERT_TRUE(shown) << shown.error().text;
  EXPECT_EQ(shown->body, client_digest_);
}

TEST_F(TlsTest, the_client_refuses_a_server_it_does_not_trust) {
  const auto server = serve(Clients::kUnknown);
  const auto answer = ask(*server, "", "stranger.pem");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kRefused);
}

TEST_F(TlsTest, plain_text_on_a_tls_port_is_cut) {
  const auto server = serve(Clients::kUnknown);
  TestSocket plain(server->port());
  plain.send("GET /who HTTP/1.1\r\n\r\n");
  plain.read_all();
  EXPECT_TRUE(plain.closed_by_peer());
  EXPECT_TRUE(ask(*server, ""));
}

TEST_F(TlsTest, names_the_file_that_cannot_be_used) {
  const auto text_of = [](const TlsSettings& settings) {
    const auto context = make_server_context(settings);
    return context ? std::string{} : context.error().text;
  };
  EXPECT_THAT(text_of({file("none.pem"), file("server.key"), "", false}), HasSubstr("none.pem"));
  EXPECT_THAT(text_of({file("server.pem"), file("client.key"), "", false}),
              HasSubstr("client.key"));
  EXPECT_THAT(text_of({file("server.pem"), file("server.key"), file("none.pem"), false}),
              HasSubstr("none.pem"));
  EXPECT_THAT(text_of({file("server.pem"), file("server.key"), "", true}),
              HasSubstr("authorities"));
}

}  // namespace
}  // namespace bas::net
