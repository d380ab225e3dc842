// What is configured of an identity provider.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace bas::identity {

struct ProviderSettings {
  std::string issuer;  // as its tokens name it, to the letter
  std::string client_id;
  std::filesystem::path client_secret_file;  // one line; read when it is used
  std::string redirect_url;                  // where a browser comes back to
  std::string scopes = "openid profile";
  std::string groups_claim = "groups";
  std::filesystem::path ca_file;  // PEM; empty: the authorities of the machine
};

// Somebody waits for its answer before a screen.
inline constexpr std::chrono::seconds kConnectTimeout{3};
inline constexpr std::chrono::seconds kTotalTimeout{6};

}  // namespace bas::identity
