#include "net/tls.h"

#include <openssl/ssl.h>

#include "base/log.h"

namespace bas::net {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

Result<> use_certificate(ssl::context& context, const std::string& certificate,
                         const std::string& key) {
  error_code error;
  context.use_certificate_chain_file(certificate, error);
  if (error) {
    return fail(ErrorCode::kBadInput, "The certificate file " + certificate +
                                          " cannot be used: " + error.message() + ".");
  }
  context.use_private_key_file(key, ssl::context::pem, error);
  if (error || SSL_CTX_check_private_key(context.native_handle()) != 1) {
    return fail(ErrorCode::kBadInput,
                "The key file " + key + " cannot be used or does not belong to the certificate.");
  }
  return {};
}

Result<> trust(ssl::context& context, const std::string& authorities) {
  error_code error;
  context.load_verify_file(authorities, error);
  if (error) {
    return fail(ErrorCode::kBadInput, "The file of authorities " + authorities +
                                          " cannot be used: " + error.message() + ".");
  }
  return {};
}

Result<> ask_for_certificates(ssl::context& context, const TlsSettings& settings) {
  if (settings.client_ca_file.empty()) {
    if (!settings.require_client_certificate) return {};
    return fail(ErrorCode::kBadInput,
                "Client certificates are required, so their authorities must be named too.");
  }
  TRY(trust(context, settings.client_ca_file));
  SSL_CTX_set_client_CA_list(context.native_handle(),
                             SSL_load_client_CA_file(settings.client_ca_file.c_str()));
  int mode = ssl::verify_peer;
  if (settings.require_client_certificate) mode |= ssl::verify_fail_if_no_peer_cert;
  context.set_verify_mode(mode);
  return {};
}

Result<std::unique_ptr<ssl::context>> make_context(ssl::context::method method) {
  auto context = std::make_unique<ssl::context>(method);
  if (SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION) != 1) {
    return fail(ErrorCode::kUnavailable, "OpenSSL does not offer TLS 1.2.");
  }
  return context;
}

}  // namespace

Result<std::unique_ptr<ssl::context>> make_server_context(const TlsSettings& settings) {
  auto context = TRY(make_context(ssl::context::tls_server));
  SSL_CTX_set_options(context->native_handle(),
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // Resumed sessions keep the verdict on the client's certificate only under a name of their own.
  constexpr unsigned char kName[] = "bas";
  SSL_CTX_set_session_id_context(context->native_handle(), kName, sizeof kName - 1);
  TRY(use_certificate(*context, settings.certificate_file, settings.key_file));
  TRY(ask_for_certificates(*context, settings));
  return context;
}

Result<std::unique_ptr<ssl::context>> make_client_context(const HttpClientSettings& settings) {
  auto context = TRY(make_context(ssl::context::tls_client));
  context->set_verify_mode(ssl::verify_peer);
  if (settings.ca_file.empty()) {
    error_code error;
    context->set_default_verify_paths(error);
    if (error) log(LogLevel::kWarning, "net", "the system's authorities cannot be read");
  } else {
    TRY(trust(*context, settings.ca_file));
  }
  if (!settings.client_certificate_file.empty()) {
    TRY(use_certificate(*context, settings.client_certificate_file, settings.client_key_file));
  }
  return context;
}

}  // namespace bas::net
