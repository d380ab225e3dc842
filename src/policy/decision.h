// What policy says of one request.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "policy/request_words.h"

namespace bas::policy {

// Results outside it are neither shown nor counted nor hinted at. Empty lists: any.
struct Clip {
  std::vector<std::string> plates, areas;
  std::optional<UtcTime> from, until;
};

// `rules`: of a refusal the one that refused, else all that were asked. `reason`: a stable code;
// `text` says in English what is missing, never whether data exist. Obligations are for whoever
// releases the data: "blur_occupants", "watermark", "results_max:200", ...
struct Decision {
  bool permit = false;
  std::vector<std::string> rules;
  std::vector<std::string> obligations;
  std::string reason;
  std::string text;
  Verb verb = Verb::kConsult;
  std::optional<Clip> clip;
  std::string regime;
  std::string regime_sha256;
};

bool has_obligation(const Decision& decision, std::string_view obligation);

std::string to_json(const Decision& decision);

}  // namespace bas::policy
