// TLS contexts from files. For .cc files of this folder only.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "base/result.h"
#include "net/http_client.h"
#include "net/server.h"

namespace bas::net {

// TLS 1.2 or later. kBadInput names the file that cannot be used.
Result<std::unique_ptr<boost::asio::ssl::context>> make_server_context(const TlsSettings& settings);
Result<std::unique_ptr<boost::asio::ssl::context>> make_client_context(
    const HttpClientSettings& settings);

}  // namespace bas::net
