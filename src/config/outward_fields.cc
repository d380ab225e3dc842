#include "config/outward_fields.h"

namespace bas::config {

namespace {

void add_mqtt(std::vector<Field>& table) {
  table.push_back({"outward.mqtt_url",
                   "The broker of outlets that are topics: mqtts://host:8883, or mqtt:// without "
                   "TLS. Empty: there are none.",
                   "Its address must lie in outward.networks.",
                   TextField{[](Settings& s) -> auto& { return s.outward.mqtt_url; }, {}}});
  table.push_back({"outward.mqtt_user", "Who this server is to the broker. Empty: nobody.", "",
                   TextField{[](Settings& s) -> auto& { return s.outward.mqtt_user; }, {}}});
  table.push_back({"outward.mqtt_password_file",
                   "File of its password, one line; read at every use.", "",
                   PathField{[](Settings& s) -> auto& { return s.outward.mqtt_password_file; }}});
}

void add_smtp(std::vector<Field>& table) {
  table.push_back({"outward.smtp_url",
                   "The mail server of outlets that are mail addresses: smtp://host:587 (STARTTLS "
                   "is insisted on) or smtps://host:465. Empty: there are none.",
                   "Its address must lie in outward.networks.",
                   TextField{[](Settings& s) -> auto& { return s.outward.smtp_url; }, {}}});
  table.push_back({"outward.smtp_user", "Who this server is to the mail server. Empty: nobody.", "",
                   TextField{[](Settings& s) -> auto& { return s.outward.smtp_user; }, {}}});
  table.push_back({"outward.smtp_password_file",
                   "File of its password, one line; read at every use.", "",
                   PathField{[](Settings& s) -> auto& { return s.outward.smtp_password_file; }}});
  table.push_back({"outward.smtp_from", "The address that mail comes from.", "",
                   TextField{[](Settings& s) -> auto& { return s.outward.smtp_from; }, {}}});
}

}  // namespace

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
  add_mqtt(table);
  add_smtp(table);
}

}  // namespace bas::config
