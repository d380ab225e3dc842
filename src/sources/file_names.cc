#include "sources/file_names.h"

#include <fnmatch.h>

#include <algorithm>

namespace bas::sources {

bool is_list_name(const std::string& name, const SourceSettings& settings) {
  const auto is_odd = [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; };
  if (name.empty() || name.front() == '.' || std::ranges::any_of(name, is_odd)) return false;
  for (const char* ending : {".tmp", ".part", ".partial", ".filepart", ".crdownload", ".writing"}) {
    if (name.ends_with(ending)) return false;
  }
  for (const std::string* ending :
       {&settings.checksum.suffix, &settings.signature.suffix, &settings.marker_suffix}) {
    if (!ending->empty() && name.ends_with(*ending)) return false;
  }
  return ::fnmatch(settings.pattern.c_str(), name.c_str(), FNM_NOESCAPE | FNM_PERIOD) == 0;
}

std::string beside(const std::string& url, const std::string& suffix) {
  const std::size_t query = std::min(url.find('?'), url.size());
  return url.substr(0, query) + suffix + url.substr(query);
}

}  // namespace bas::sources
