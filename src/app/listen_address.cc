#include "app/listen_address.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

namespace bas::app {

Result<> apply_listen(net::ServerSettings& settings, std::string_view text) {
  const char* from_environment = std::getenv("BAS_LISTEN");
  if (text.empty() && from_environment != nullptr) text = from_environment;
  if (text.empty()) text = kDefaultListen;
  const std::size_t colon = text.rfind(':');
  std::string_view address = text.substr(0, colon);
  const std::string_view port = colon == text.npos ? "" : text.substr(colon + 1);
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  }
  const auto [end, failure] =
      std::from_chars(port.data(), port.data() + port.size(), settings.port);
  if (address.empty() || port.empty() || failure != std::errc() ||
      end != port.data() + port.size()) {
    return fail(ErrorCode::kBadInput, fmt::format("`{}` is no address to listen on: write it as {}",
                                                  text, kDefaultListen));
  }
  settings.address = address;
  return {};
}

}  // namespace bas::app
