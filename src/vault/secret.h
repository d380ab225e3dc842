// Key bytes in memory of their own: locked where the system allows, between guard pages, left out
// of core dumps, wiped when given back.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace bas::vault {

// Threads: as a plain buffer. Costs four pages; only for keys.
class Secret {
 public:
  // Zeros.
  explicit Secret(std::size_t count);
  explicit Secret(std::string_view bytes);
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) = delete;
  ~Secret();

  std::span<char> bytes() { return {bytes_, count_}; }
  std::string_view view() const { return {bytes_, count_}; }
  void wipe();

 private:
  char* bytes_;
  std::size_t count_;
};

}  // namespace bas::vault
