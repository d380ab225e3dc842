// Reads as JSON, and what hits show of theirs.
#pragma once

#include <string>

#include "api/answers.h"
#include "flow/directory.h"
#include "model/read.h"

namespace bas::api {

// Its pictures are opened for that purpose.
Json read_json(const flow::ProvinceView& view, const Read& read, const Id& purpose);
// The same of the copy that a hold keeps.
struct HeldFor {
  Id hold;
  Id purpose;
};
Json held_read_json(const flow::ProvinceView& view, const Read& read, const HeldFor& held);

// A camera with its site and zone.
Json place_json(const flow::ProvinceView& view, const Id& camera);
// `address`: of which a picture is part; `query`: what follows its number.
struct PictureAddress {
  std::string address;
  std::string query;
};
Json pictures_json(const Read& read, const PictureAddress& at);
// What the camera said beside the plate.
void put_facts(Json& out, const ReadFacts& facts);

}  // namespace bas::api
