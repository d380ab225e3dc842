// The wire formats one by one. Texts of a plan hold no sign that XML or JSON would need escaped.
#pragma once

#include <string>
#include <string_view>

#include "sim/wire.h"

namespace bas::sim {

// What names a message within its camera: its number in the run and its time, so that a second run
// into the same server sends other messages.
std::string bas_event_id(const PlannedCamera& camera, const Passage& passage);
std::string hikvision_uuid(const PlannedCamera& camera, const Passage& passage);
std::string openalpr_uuid(const PlannedCamera& camera, const Passage& passage);

// Hikvision ISAPI: multipart of an XML event and its pictures.
WireMessage encode_hikvision(const ProvincePlan& plan, const Passage& passage,
                             const PictureSet& pictures);
// Axis License Plate Verifier: multipart of a JSON event and its pictures; bare JSON without any.
WireMessage encode_axis(const ProvincePlan& plan, const Passage& passage,
                        const PictureSet& pictures);
// OpenALPR group, version 3, pictures in base64.
WireMessage encode_openalpr(const ProvincePlan& plan, const Passage& passage,
                            const PictureSet& pictures);
// BAS's own JSON, pictures in base64.
WireMessage encode_bas(const ProvincePlan& plan, const Passage& passage,
                       const PictureSet& pictures);

// A BAS read without pictures and without its closing brace.
void append_bas(std::string& out, const ProvincePlan& plan, const Passage& passage);

// One part of a multipart body (RFC 7578).
struct FormPart {
  std::string_view name;
  std::string_view file_name;
  std::string_view content_type;
  std::string_view body;
};
void append_part(std::string& out, std::string_view boundary, const FormPart& part);
void end_parts(std::string& out, std::string_view boundary);

}  // namespace bas::sim
