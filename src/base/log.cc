#include "base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/dup_filter_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <memory>

namespace bas {

namespace {

constexpr spdlog::level::level_enum to_spdlog(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug: return spdlog::level::debug;
    case LogLevel::kInfo: return spdlog::level::info;
    case LogLevel::kWarning: return spdlog::level::warn;
    case LogLevel::kError: return spdlog::level::err;
  }
  return spdlog::level::info;
}

constexpr std::string_view kFactsBegin = "\"level\":";

bool is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void append_json_text(std::string& out, std::string_view text) {
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }
  out.push_back('"');
}

std::string as_json(LogLevel level, std::string_view component, std::string_view message,
                    const std::vector<LogField>& fields) {
  static constexpr std::string_view kNames[] = {"debug", "info", "warning", "error"};
  std::string line{kFactsBegin};
  append_json_text(line, kNames[static_cast<std::size_t>(level)]);
  line += ",\"component\":";
  append_json_text(line, component);
  line += ",\"message\":";
  append_json_text(line, message);
  for (const LogField& field : fields) {
    line += ',';
    append_json_text(line, field.name);
    line += ':';
    append_json_text(line, field.value);
  }
  return line;
}

std::string as_text(std::string_view component, std::string_view message,
                    const std::vector<LogField>& fields) {
  std::string line = fmt::format("{:<12} {}", component, message);
  for (const LogField& field : fields) line += fmt::format("  {}={}", field.name, field.value);
  return line;
}

// The facts of a line as they are; what spdlog itself has to say (that it left out equal lines)
// becomes such facts.
class JsonFacts final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& line, const std::tm&,
              spdlog::memory_buf_t& out) override {
    const std::string_view text{line.payload.data(), line.payload.size()};
    const std::string facts = text.starts_with(kFactsBegin)
                                  ? std::string(text)
                                  : as_json(LogLevel::kInfo, "base", text, {});
    out.append(facts.data(), facts.data() + facts.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<JsonFacts>();
  }
};

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto filter = std::make_shared<spdlog::sinks::dup_filter_sink_mt>(std::chrono::seconds(1));
    filter->add_sink(std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    auto made = std::make_shared<spdlog::logger>("bas", filter);
    if (is_terminal()) {
      made->set_pattern("%T %^%-7l%$ %v");
    } else {
      auto lines = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
      lines->add_flag<JsonFacts>('*').set_pattern("{\"time\":\"%Y-%m-%dT%H:%M:%S.%eZ\",%*}");
      made->set_formatter(std::move(lines));
    }
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *instance;
}

}  // namespace

void log(LogLevel level, std::string_view component, std::string_view message,
         const std::vector<LogField>& fields) {
  static const bool is_for_people = is_terminal();
  logger().log(to_spdlog(level), is_for_people ? as_text(component, message, fields)
                                               : as_json(level, component, message, fields));
}

void set_log_level(LogLevel level) { logger().set_level(to_spdlog(level)); }

}  // namespace bas
