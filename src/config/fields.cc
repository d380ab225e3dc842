#include "config/fields.h"

#include <algorithm>
#include <limits>

#include "config/oidc_fields.h"
#include "config/outward_fields.h"

namespace bas::config {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kManyReads = 10'000'000;

void add_general(std::vector<Field>& table) {
  table.push_back({"listen",
                   "Address and port that the server listens on; port 0 takes a free one.",
                   "127.0.0.1 is reached from this machine only; 0.0.0.0:8080 from everywhere, "
                   "then set tls or put a proxy in front.",
                   TextField{[](Settings& s) -> auto& { return s.listen; }, {}}});
  table.push_back({"data_dir", "Folder of everything the server keeps; made when it is not there.",
                   "Put it on a fast disk with room: a province writes some tens of GB a day "
                   "with pictures.",
                   PathField{[](Settings& s) -> auto& { return s.data_dir; }}});
  table.push_back({"role", "What this server is. Only \"province\" is served by this version.", "",
                   TextField{[](Settings& s) -> auto& { return s.role; }, {"province", "zone"}}});
  table.push_back({"threads", "Threads that serve connections.",
                   "More use more cores; past the number of cores they only wait for each other.",
                   WholeField{[](Settings& s) -> auto& { return s.threads; }, 1, 256}});
}

void add_tls(std::vector<Field>& table) {
  table.push_back({"tls.certificate_file",
                   "PEM chain of the server. Empty: no TLS. Goes together with tls.key_file.", "",
                   PathField{[](Settings& s) -> auto& { return s.tls.certificate_file; }}});
  table.push_back({"tls.key_file", "PEM private key; readable by the server's user only.", "",
                   PathField{[](Settings& s) -> auto& { return s.tls.key_file; }}});
  table.push_back({"tls.client_ca_file",
                   "PEM authorities of client certificates. Empty: clients are not asked for one.",
                   "", PathField{[](Settings& s) -> auto& { return s.tls.client_ca_file; }}});
  table.push_back({"vault.kek_file",
                   "File of the key that wraps all keys. Empty: the name of data_dir with .kek "
                   "behind it, beside the data.",
                   "Never inside data_dir: a backup of the data would then open itself. Lost, "
                   "everything sealed is lost: keep a copy elsewhere.",
                   PathField{[](Settings& s) -> auto& { return s.vault.kek_file; }}});
}

void add_ledger(std::vector<Field>& table) {
  table.push_back(
      {"ledger.key_file",
       "File of the key that signs the log of all uses, made at the first start. Empty: "
       "the name of data_dir with .ledger-key behind it, beside the data.",
       "Never inside data_dir: who takes a copy of the data could sign another log. "
       "Lost, the log cannot go on under its name.",
       PathField{[](Settings& s) -> auto& { return s.ledger.key_file; }}});
  table.push_back({"ledger.origin",
                   "What the log is called in its checkpoints, for good, such as "
                   "police.example/province. Empty: a name drawn at the first start.",
                   "Overseers and witnesses know the log by it: choose it before the first start.",
                   TextField{[](Settings& s) -> auto& { return s.ledger.origin; }, {}}});
  table.push_back({"ledger.witnesses_file",
                   "File that names who cosigns the log, a line each: address and public key, as "
                   "`bas ledger witness` prints them. Empty: nobody does.",
                   "Without a witness, who holds the key of the log could rewrite it unseen.",
                   PathField{[](Settings& s) -> auto& { return s.ledger.witnesses_file; }}});
  table.push_back({"ledger.witness_every", "How often the witnesses are asked.",
                   "Longer leaves more entries that nobody outside has seen yet.",
                   DurationField{[](Settings& s) -> auto& { return s.ledger.witness_every; },
                                 milliseconds{100}, hours{1}}});
}

void add_policy(std::vector<Field>& table) {
  table.push_back({"policy.regime",
                   "The law that decides what may be searched: be, nl, uk, de, generic, or a file "
                   "of your own.",
                   "The server does not start with a file it does not wholly understand.",
                   TextField{[](Settings& s) -> auto& { return s.policy.regime; }, {}}});
  table.push_back({"policy.impact_assessment",
                   "Version of the impact assessment that covers this server as it is set up.",
                   "Without it nothing can be changed: no camera, no account (rule R61).",
                   TextField{[](Settings& s) -> auto& { return s.policy.impact_assessment; }, {}}});
  table.push_back(
      {"policy.erase_every", "How often days whose term is over are erased.",
       "They cannot be read from the moment it is over; shorter destroys keys and files "
       "sooner after it.",
       DurationField{[](Settings& s) -> auto& { return s.policy.erase_every; }, milliseconds{100},
                     hours{1}}});
}

void add_identity(std::vector<Field>& table) {
  table.push_back({"identity.session_idle_max",
                   "How long a session lasts in which its person does nothing.",
                   "Following the events counts as nothing: a desk may watch for hours in a quiet "
                   "night, and an abandoned one has to close. Shorter closes it sooner.",
                   DurationField{[](Settings& s) -> auto& { return s.identity.session_idle_max; },
                                 seconds{1}, hours{24}}});
  table.push_back({"identity.session_max",
                   "How long a session lasts at most, whatever is done in it.",
                   "A shift: longer lets the next one work under the name of the one before.",
                   DurationField{[](Settings& s) -> auto& { return s.identity.session_max; },
                                 seconds{1}, hours{24}}});
  table.push_back({"identity.proof_max",
                   "How long a password or a code that was given counts for grave acts, such as "
                   "managing accounts.",
                   "Longer lets more be done at a screen that was left open.",
                   DurationField{[](Settings& s) -> auto& { return s.identity.proof_max; },
                                 seconds{1}, hours{1}}});
}

void add_http(std::vector<Field>& table) {
  table.push_back(
      {"http.body_bytes_max", "Longest body of a request; longer ones are refused.",
       "Cameras send 0.1 to 3 MiB, batches more; every request may hold this much "
       "memory.",
       SizeField{[](Settings& s) -> auto& { return s.http.body_bytes_max; }, 64 * kKiB, 4 * kGiB}});
  table.push_back({"http.header_bytes_max", "Longest head of a request.",
                   "More serves chatty proxies and costs memory per connection.",
                   SizeField{[](Settings& s) -> auto& { return s.http.header_bytes_max; }, 4 * kKiB,
                             1 * kMiB}});
  table.push_back({"http.idle_timeout", "How long a connection may be silent between requests.",
                   "Longer saves cameras the reconnecting; shorter frees connections sooner.",
                   DurationField{[](Settings& s) -> auto& { return s.http.idle_timeout; },
                                 seconds{1}, hours{24}}});
  table.push_back({"http.request_timeout", "From a request's first byte to its last.",
                   "Longer serves slow mobile links; shorter sheds slow senders sooner.",
                   DurationField{[](Settings& s) -> auto& { return s.http.request_timeout; },
                                 seconds{1}, hours{1}}});
  table.push_back(
      {"http.connections_max", "Connections at the same time; further ones are cut.",
       "Each costs a file descriptor and some tens of KiB.",
       WholeField{[](Settings& s) -> auto& { return s.http.connections_max; }, 1, 1'000'000}});
}

void add_ingest(std::vector<Field>& table) {
  table.push_back(
      {"ingest.batch_reads_max", "Most reads sealed and synced together.",
       "More: fewer syncs in a burst, a longer wait for the first of them.",
       WholeField{[](Settings& s) -> auto& { return s.ingest.batch_reads_max; }, 1, kManyReads}});
  table.push_back(
      {"ingest.queue_reads_max",
       "Reads waiting before new ones are refused as busy; cameras send them again.",
       "More rides out longer bursts and costs memory.",
       WholeField{[](Settings& s) -> auto& { return s.ingest.queue_reads_max; }, 1, kManyReads}});
  table.push_back({"ingest.repeat_window",
                   "Same camera and plate within this time is one passage, where the device does "
                   "not name its events.",
                   "Longer drops a real second passage; shorter keeps doubles.",
                   DurationField{[](Settings& s) -> auto& { return s.ingest.repeat_window; },
                                 milliseconds{0}, hours{1}}});
  table.push_back({"ingest.late_after",
                   "Captured longer than this before it arrived: late, never shown as live.",
                   "Longer shows stale hits as live; shorter marks reads of slow links as late.",
                   DurationField{[](Settings& s) -> auto& { return s.ingest.late_after; },
                                 seconds{1}, hours{24}}});
  table.push_back({"ingest.clock_ahead_max",
                   "How far a camera's clock may run ahead before its reads go to quarantine.",
                   "Longer lets wrong times in; shorter stops cameras that are not on NTP.",
                   DurationField{[](Settings& s) -> auto& { return s.ingest.clock_ahead_max; },
                                 milliseconds{0}, hours{24}}});
  table.push_back(
      {"ingest.quarantine_bytes_per_camera_day",
       "What one camera may put in quarantine in a day; the rest is refused.",
       "More keeps more to replay; less protects the disk from a broken camera.",
       SizeField{[](Settings& s) -> auto& { return s.ingest.quarantine_bytes_per_camera_day; }, 0,
                 1024 * kGiB}});
}

void add_rest(std::vector<Field>& table) {
  table.push_back({"hits.incident_window",
                   "Hits of one vehicle closer together than this are one incident.",
                   "Longer shows fewer, older incidents; shorter asks for attention again sooner.",
                   DurationField{[](Settings& s) -> auto& { return s.hits.incident_window; },
                                 seconds{1}, hours{24 * 7}}});
  table.push_back({"hits.stream_ring_events", "Events kept for desks that come back after a cut.",
                   "More bridges longer cuts without a reload and costs memory.",
                   WholeField{[](Settings& s) -> auto& { return s.hits.stream_ring_events; }, 100,
                              10'000'000}});
  table.push_back({"hits.heartbeat", "How often every desk hears that the stream lives.",
                   "Shorter notices a dead link sooner and costs a little traffic.",
                   DurationField{[](Settings& s) -> auto& { return s.hits.heartbeat; }, seconds{1},
                                 minutes{5}}});
  table.push_back({"log.level", "The least serious lines that are logged.",
                   "debug tells more and grows fast.",
                   TextField{[](Settings& s) -> auto& { return s.log.level; },
                             {"debug", "info", "warning", "error"}}});
  table.push_back({"storage.disk_free_min", "Free disk below which pictures are refused.",
                   "More leaves room to act; less uses the disk to the end.",
                   SizeField{[](Settings& s) -> auto& { return s.storage.disk_free_min; },
                             64 * kMiB, 1024 * kGiB}});
  table.push_back({"storage.rocks_cache_bytes", "Memory for blocks, indexes and filters of reads.",
                   "More makes searching history faster.",
                   SizeField{[](Settings& s) -> auto& { return s.storage.rocks_cache_bytes; },
                             8 * kMiB, 1024 * kGiB}});
}

void add_lists(std::vector<Field>& table) {
  table.push_back({"lists.import_bytes_max", "Longest file of a list that is brought.",
                   "A million lines are about 100 MiB; every waiting file is held in memory.",
                   SizeField{[](Settings& s) -> auto& { return s.lists.import_bytes_max; },
                             1 * kMiB, 4 * kGiB}});
  table.push_back({"lists.secrets_dir",
                   "Folder of the keys and passwords that sources of lists name. Empty: the name "
                   "of data_dir with .secrets behind it.",
                   "Whoever edits a list's source can make the server use any file in it, and no "
                   "other.",
                   PathField{[](Settings& s) -> auto& { return s.lists.secrets_dir; }}});
  table.push_back({"lists.inbox_dir",
                   "Folder in which watched folders of lists lie. Empty: the name of data_dir "
                   "with .inbox behind it.",
                   "A list's source can read any file in it, and none elsewhere.",
                   PathField{[](Settings& s) -> auto& { return s.lists.inbox_dir; }}});
  table.push_back({"lists.look_every", "How often lists are looked at: due, stale, answered for.",
                   "Shorter suspends a stale list sooner and costs a few queries each time.",
                   DurationField{[](Settings& s) -> auto& { return s.lists.look_every; },
                                 milliseconds{100}, minutes{10}}});
  table.push_back({"lists.rejection_memory",
                   "How long the rejections of an entry's hits warn of its next one.",
                   "Longer protects longer from a wrong entry; shorter forgets sooner.",
                   DurationField{[](Settings& s) -> auto& { return s.lists.rejection_memory; },
                                 hours{1}, hours{24 * 366}}});
  table.push_back(
      {"lists.quiet_after_rejections",
       "Rejections after which an entry's hits ring no more, unless it has priority 1.",
       "Fewer spares people who drive a wrongly listed car; more rings longer.",
       WholeField{[](Settings& s) -> auto& { return s.lists.quiet_after_rejections; }, 1, 100}});
  table.push_back(
      {"lists.reads_per_day", "Reads a day that previews reckon false hits for.",
       "Set it to what the cameras send: twice as many reads, twice the false hits.",
       WholeField{[](Settings& s) -> auto& { return s.lists.reads_per_day; }, 1, 2'000'000'000}});
  table.push_back({"lists.registers_file",
                   "JSON file of the registers that are asked live. Empty: none is.",
                   "docs/protocols/registers.md has the language; every question tells the "
                   "register which plate is looked at.",
                   PathField{[](Settings& s) -> auto& { return s.lists.registers_file; }}});
}

std::vector<Field> make_fields() {
  std::vector<Field> table;
  add_general(table);
  add_tls(table);
  add_ledger(table);
  add_policy(table);
  add_identity(table);
  add_oidc(table);
  add_http(table);
  add_ingest(table);
  add_lists(table);
  add_outward(table);
  add_rest(table);
  return table;
}

}  // namespace

const std::vector<Field>& fields() {
  static const std::vector<Field> kTable = make_fields();
  return kTable;
}

const Field* find_field(std::string_view key) {
  const auto& table = fields();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Field& row) { return row.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::string variable_of(const Field& field) {
  std::string name = "BAS_";
  for (const char letter : field.key) {
    if (letter == '.') {
      name += "__";
    } else {
      name += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    }
  }
  return name;
}

}  // namespace bas::config
