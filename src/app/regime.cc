#include "app/regime.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "base/encode.h"
#include "base/file.h"

namespace bas::app {

namespace {
constexpr std::size_t kRegimeBytesMax = std::size_t{1} << 20;
}

Result<policy::Regime> regime_of(const std::string& name) {
  std::string text(policy::standard_regime_text(name));
  if (text.empty()) {
    auto read = read_file(name, kRegimeBytesMax);
    if (!read) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("{} is neither a regime ({}) nor a file: {}", name,
                              fmt::join(policy::standard_regimes(), ", "), read.error().text));
    }
    text = std::move(*read);
  }
  auto regime =
      policy::regime_from(std::filesystem::path(name).stem().string(), text, to_hex(sha256(text)));
  if (!regime) return fail(regime.error().code, fmt::format("{}:\n{}", name, regime.error().text));
  return regime;
}

}  // namespace bas::app
