// Records as bytes before they are sealed: CBOR (RFC 8949) maps with short keys. Unknown keys are
// skipped, so a newer record can be read by an older server.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/hit.h"
#include "model/list.h"
#include "model/read.h"

namespace bas::flow {

// Everything of the read but its id. Hot: about 5 µs each way.
std::string encode_read(const Read& read);
Result<Read> decode_read(const Id& id, std::string_view bytes);

// What of an entry lies sealed: plate, country, category, reason, source id.
std::string encode_entry(const Entry& entry);
// Fills those members into `entry`.
Result<Entry> decode_entry(Entry entry, std::string_view bytes);

// What of a hit lies sealed: plates, category, reason, probability, explanation, list's owner.
std::string encode_hit(const Hit& hit);
Result<Hit> decode_hit(Hit hit, std::string_view bytes);

// What of an incident lies sealed: the plate, and who alone sees it.
std::string encode_incident(const Incident& incident);
Result<Incident> decode_incident(Incident incident, std::string_view bytes);

}  // namespace bas::flow
