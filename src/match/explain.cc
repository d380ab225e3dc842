#include "match/explain.h"

namespace bas::match {

std::string explain_exact(std::string_view read_country, std::string_view entry_country) {
  std::string text = "Every character equals the entry; ";
  if (read_country.empty() && entry_country.empty()) {
    return text += "neither the camera nor the entry names a country.";
  }
  if (read_country.empty()) {
    return text.append("the camera did not tell the country, the entry is for ")
        .append(entry_country)
        .append(".");
  }
  if (entry_country.empty()) {
    return text.append("the entry is for any country, the camera saw ")
        .append(read_country)
        .append(".");
  }
  return text.append("country ").append(read_country).append(" on both sides.");
}

}  // namespace bas::match
