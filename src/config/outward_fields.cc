#include "config/outward_fields.h"

namespace bas::config {

void add_outward(std::vector<Field>& table) {
  table.push_back({"outward.networks",
                   "Networks that outlets may reach, separated by commas, such as 10.20.0.0/16. "
                   "Empty: none, so nothing leaves.",
                   "Every connection is checked against it once the name is resolved. Loopback and "
                   "link-local only where a network lies wholly within, such as 127.0.0.1.",
                   TextField{[](Settings& s) -> auto& { return s.outward.networks; }, {}}});
  table.push_back({"outward.hosts",
                   "Host names that webhooks may name, separated by commas; *.zone.example for "
                   "all below it.",
                   "Its address must lie in outward.networks too. An address written as such needs "
                   "no name.",
                   TextField{[](Settings& s) -> auto& { return s.outward.hosts; }, {}}});
  table.push_back({"outward.ca_file",
                   "PEM file of the authorities that receivers' certificates are checked against. "
                   "Empty: those of this machine.",
                   "", PathField{[](Settings& s) -> auto& { return s.outward.ca_file; }}});
}

}  // namespace bas::config
