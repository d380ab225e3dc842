#include "cameras/json_scan.h"

#include <algorithm>

#include "cameras/text.h"

namespace bas::cameras {

namespace {

// The closing quote of the string that opens at `open`; npos when it never closes or breaks a line.
std::size_t closing_quote(std::string_view text, std::size_t open) {
  const std::string_view quotes = text.substr(open, 1);
  std::size_t close = text.find(quotes, open + 1);
  while (close != kNowhere) {
    const std::size_t last_other = text.find_last_not_of('\\', close - 1);
    const std::size_t backslashes = close - 1 - std::max(last_other, open);
    if (backslashes % 2 == 0) break;
    close = text.find(quotes, close + 1);
  }
  if (close == kNowhere) return kNowhere;
  const bool breaks_line = text.substr(open, close - open).find('\n') != kNowhere;
  return breaks_line ? kNowhere : close;
}

bool is_followed_by_colon(std::string_view text, std::size_t behind_string) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", behind_string);
  return next != kNowhere && text[next] == ':';
}

}  // namespace

JsonScan scan_first_object(std::string_view text) {
  JsonScan scan;
  int depth = 0;
  for (std::size_t i = std::min(text.find('{'), text.size()); i < text.size(); ++i) {
    const char c = text[i];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth == 0) {
      scan.end = i + 1;
      break;
    }
    if (c != '"' && c != '\'') continue;
    const std::size_t close = closing_quote(text, i);
    if (close == kNowhere) break;
    if (depth == 1 && scan.keys.size() < kScannedKeysMax && is_followed_by_colon(text, close + 1)) {
      scan.keys.push_back(text.substr(i + 1, close - i - 1));
    }
    i = close;
  }
  return scan;
}

}  // namespace bas::cameras
