// Passages in the wire formats of cameras, built as text without a document tree.
#pragma once

#include <string>
#include <string_view>

#include "sim/picture.h"
#include "sim/plan.h"
#include "sim/traffic.h"

namespace bas::sim {

struct WireMessage {
  std::string content_type;
  std::string body;
};

// The key of the message within its device, as the camera sends it.
std::string message_id(const ProvincePlan& plan, const Passage& passage);

// In the format of the passage's camera. `pictures` may be empty.
WireMessage encode(const ProvincePlan& plan, const Passage& passage, const PictureSet& pictures);

// Reads of one BAS camera, one JSON object a line. Hot: under a microsecond a read.
class BasBatch {
 public:
  void add(const ProvincePlan& plan, const Passage& passage);
  int reads() const { return reads_; }
  bool is_empty() const { return reads_ == 0; }
  // The message, and the batch is empty again.
  WireMessage take();

 private:
  std::string body_;
  int reads_ = 0;
};

// A line of ground truth as JSON, with its line end.
std::string truth_line(const ProvincePlan& plan, const Passage& passage);

}  // namespace bas::sim
