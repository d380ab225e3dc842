// "127.0.0.1:8080" or "[::1]:8080" as the address and port to listen on.
#pragma once

#include <string_view>

#include "base/result.h"
#include "net/server.h"

namespace bas::app {

inline constexpr std::string_view kDefaultListen = "127.0.0.1:8080";

// `text` empty: the environment's BAS_LISTEN, else kDefaultListen. Port 0 takes any free one.
Result<> apply_listen(net::ServerSettings& settings, std::string_view text);

}  // namespace bas::app
