#include "api/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace bas::api {

namespace {

using prometheus::Family;

const prometheus::Histogram::BucketBoundaries kDelayBounds = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 3600};

using Counters = Family<prometheus::Counter>;

Counters& counters(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}
prometheus::Histogram& histogram(prometheus::Registry& registry, const char* name,
                                 const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry).Add({},
                                                                                   kDelayBounds);
}
prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

}  // namespace

struct Metrics::Registered {
  prometheus::Registry registry;
  Counters& reads = counters(registry, "bas_reads_total", "Reads stored.");
  Counters& repeated = counters(registry, "bas_reads_repeated_total", "Messages kept already.");
  Counters& late = counters(registry, "bas_reads_late_total", "Reads that arrived late.");
  Counters& quarantined =
      counters(registry, "bas_reads_quarantined_total", "Messages that could not be decoded.");
  Counters& hits = counters(registry, "bas_hits_total", "Hits recorded.");
  Counters& deliveries = counters(registry, "bas_webhook_deliveries_total",
                                  "Attempts to tell an outlet, by what came of them.");
  Counters& answers = counters(registry, "bas_http_answers_total", "Answers to requests.");
  prometheus::Counter& break_glass =
      counters(registry, "bas_break_glass_uses_total", "Sign-ins of break-glass accounts.").Add({});
  prometheus::Histogram& acknowledged =
      histogram(registry, "bas_ingest_ack_seconds", "From a message's last byte to its answer.");
  prometheus::Histogram& delivered = histogram(
      registry, "bas_hit_delivery_seconds", "From a read's arrival to its event on every stream.");
  prometheus::Gauge& clients =
      gauge(registry, "bas_stream_clients", "Desks that follow the stream.");
  prometheus::Gauge& resets =
      gauge(registry, "bas_stream_resets", "Streams told to start again, since start.");
  prometheus::Gauge& queued =
      gauge(registry, "bas_ingest_queued_reads", "Reads waiting to be committed.");
  prometheus::Gauge& entries =
      gauge(registry, "bas_entries", "Entries in force or waiting for it.");
  prometheus::Gauge& entry_bytes =
      gauge(registry, "bas_entries_memory_bytes", "Memory of the entries' index.");
  prometheus::Gauge& disk_free =
      gauge(registry, "bas_disk_free_bytes", "Free space where the data lie.");
  prometheus::Gauge& witness_age = gauge(registry, "bas_ledger_witness_age_seconds",
                                         "Since a witness last cosigned the ledger.");
  prometheus::Gauge& spooled_uses =
      gauge(registry, "bas_ledger_spooled_uses", "Entries that wait for the ledger.");
  prometheus::Gauge& erasure_overdue = gauge(registry, "bas_erasure_overdue_seconds",
                                             "How long the oldest day that is over waits for it.");
  prometheus::Gauge& disabled_outlets =
      gauge(registry, "bas_webhook_disabled", "Outlets out of use: an administrator has to look.");
  std::mutex mutex;  // guards gauges
  Gauges gauges;
};

Metrics::Metrics() : registered_(std::make_unique<Registered>()) {
  prometheus::BuildGauge()
      .Name("bas_build_info")
      .Help("The running version.")
      .Register(registered_->registry)
      .Add({{"version", BAS_VERSION}})
      .Set(1);
}
Metrics::~Metrics() = default;

void Metrics::set_gauges(Gauges gauges) {
  const std::lock_guard lock(registered_->mutex);
  registered_->gauges = std::move(gauges);
}

void Metrics::note_reads(const Reads& reads) {
  const prometheus::Labels labels = {{"zone", std::string(reads.zone)},
                                     {"protocol", std::string(reads.protocol)}};
  registered_->reads.Add(labels).Increment(static_cast<double>(reads.stored));
  if (reads.repeated > 0) {
    registered_->repeated.Add(labels).Increment(static_cast<double>(reads.repeated));
  }
  if (reads.late > 0) registered_->late.Add(labels).Increment(static_cast<double>(reads.late));
}

void Metrics::note_quarantined(std::string_view reason) {
  registered_->quarantined.Add({{"reason", std::string(reason)}}).Increment();
}

void Metrics::note_acknowledged(std::chrono::duration<double> delay) {
  registered_->acknowledged.Observe(delay.count());
}

void Metrics::note_hit(int priority, std::chrono::duration<double> delay) {
  registered_->hits.Add({{"priority", std::to_string(priority)}}).Increment();
  registered_->delivered.Observe(delay.count());
}

void Metrics::note_break_glass() { registered_->break_glass.Increment(); }

void Metrics::note_delivery(std::string_view result) {
  registered_->deliveries.Add({{"result", std::string(result)}}).Increment();
}

void Metrics::note_answer(const Answer& answer) {
  registered_->answers
      .Add({{"method", std::string(answer.method)},
            {"route", std::string(answer.route)},
            {"status", std::to_string(answer.status)}})
      .Increment();
}

std::string Metrics::text() const {
  {
    const std::lock_guard lock(registered_->mutex);
    const Gauges& gauges = registered_->gauges;
    const auto refresh = [](prometheus::Gauge& shown, const std::function<double()>& ask) {
      if (ask) shown.Set(ask());
    };
    refresh(registered_->clients, gauges.stream_clients);
    refresh(registered_->resets, gauges.stream_resets);
    refresh(registered_->queued, gauges.queued_reads);
    refresh(registered_->entries, gauges.entries);
    refresh(registered_->entry_bytes, gauges.entry_bytes);
    refresh(registered_->disk_free, gauges.disk_free_bytes);
    refresh(registered_->witness_age, gauges.witness_age_seconds);
    refresh(registered_->spooled_uses, gauges.spooled_uses);
    refresh(registered_->erasure_overdue, gauges.erasure_overdue_seconds);
    refresh(registered_->disabled_outlets, gauges.disabled_outlets);
  }
  return prometheus::TextSerializer().Serialize(registered_->registry.Collect());
}

}  // namespace bas::api
