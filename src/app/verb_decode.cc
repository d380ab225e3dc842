#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

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

void print_error(const Error& error) {
  std::string text;
  for (const char c : error.text) {
    if (c == '"' || c == '\\') text.push_back('\\');
    text.push_back(c);
  }
  fmt::print("{{\"error\":\"{}\"}}\n", text);
}

Result<bool> decode_file(const DecodeOptions& options, const std::string& file) {
  const std::string bytes = TRY(read_file(file, kMessageBytesMax));
  const auto message = cameras::decode(
      {.content_type = {}, .body = bytes, .received_at = SystemClock().now()}, options.protocol);
  if (!message) {
    print_error(message.error());
    return false;
  }
  for (const cameras::Decoded& decoded : message->decoded) {
    fmt::print("{}\n", cameras::to_json(decoded, message->adapter->name));
  }
  for (const cameras::BadLine& line : message->rejected) {
    print_error({line.error.code, fmt::format("line {}: {}", line.line, line.error.text)});
  }
  return message->rejected.empty();
}

Result<> decode(const DecodeOptions& options) {
  bool is_all_decoded = true;
  for (const std::string& file : options.files) {
    is_all_decoded = TRY(decode_file(options, file)) && is_all_decoded;
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
