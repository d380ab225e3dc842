// A message split once: the part that holds the event, what it looks like, and the other parts.
// Adapters recognise and decode from this alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cameras/adapter.h"
#include "cameras/json_scan.h"
#include "cameras/multipart.h"

namespace bas::cameras {

enum class Form { kXml, kJson, kOther };

// Views point into the envelope's body.
struct Parts {
  Form form = Form::kOther;
  std::string_view event;         // the body, or the event part of a multipart
  std::string_view content_type;  // of a body that is no multipart, as sent
  std::string_view xml_head;      // first bytes of an XML event
  JsonScan json;                  // of a JSON event
  std::vector<Part> others;       // of a multipart: the pictures and what else came along
  UtcTime received_at;

  bool has_key(std::string_view key) const;
};

// Splits a multipart (named by the Content-Type or found in the body) or takes the body whole.
// A captured request (request line and headers before the body) is taken as what it holds.
Result<Parts> split(const Envelope& envelope);

// The pictures among the other parts: complete, not empty, and one by their first bytes.
std::vector<const Part*> pictures_of(const Parts& parts);

}  // namespace bas::cameras
