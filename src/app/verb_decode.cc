#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/verbs.h"
#include "base/clock.h"
#include "base/file.h"
#include "cameras/adapter.h"
#include "cameras/decode_json.h"

namespace bas::app {

namespace {

constexpr std::size_t kMessageBytesMax = 64u << 20;

struct DecodeOptions {
  std::string protocol;
  std::vector<std::string> files;
  bool is_json = true;
};

// What could not be decoded, and which line of a batch it was.
struct Undecoded {
  const Error& error;
  const std::string& file;
  std::size_t line = 0;  // from 1; 0: the whole file
};

void print_error(const Undecoded& undecoded) {
  nlohmann::ordered_json out = {{"error", undecoded.error.text}, {"file", undecoded.file}};
  if (undecoded.line > 0) out["line"] = undecoded.line;
  fmt::print("{}\n", out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Result<cameras::Message> message_in(const DecodeOptions& options, const std::string& file) {
  const std::string bytes = TRY(read_file(file, kMessageBytesMax));
  return cameras::decode({.content_type = {}, .body = bytes, .received_at = SystemClock().now()},
                         options.protocol);
}

// True when all of it could be decoded.
bool decode_file(const DecodeOptions& options, const std::string& file) {
  const auto message = message_in(options, file);
  if (!message) {
    print_error({message.error(), file});
    return false;
  }
  for (const cameras::Decoded& decoded : message->decoded) {
    fmt::print("{}\n", cameras::to_json(decoded, message->adapter->name));
  }
  for (const cameras::BadLine& line : message->rejected) {
    print_error({line.error, file, line.line});
  }
  return message->rejected.empty();
}

Result<> decode(const DecodeOptions& options) {
  bool is_all_decoded = true;
  for (const std::string& file : options.files) {
    is_all_decoded = decode_file(options, file) && is_all_decoded;
  }
  if (is_all_decoded) return {};
  return fail(ErrorCode::kBadInput, "not everything could be decoded");
}

}  // namespace

void add_decode(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<DecodeOptions>();
  CLI::App* verb =
      app.add_subcommand("decode", "decode messages of cameras without a server; JSON lines");
  verb->add_option("--protocol", options->protocol, "use this format instead of recognising it");
  verb->add_option("FILE", options->files, "messages as the cameras sent them")->required();
  verb->add_flag("--json", options->is_json, "JSON, which it always is");
  verb->callback([&chosen, options] { chosen = [options] { return decode(*options); }; });
}

}  // namespace bas::app
