// Figures for Prometheus: counts and times, never a plate, a person or a case.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace bas::api {

// What is asked for only when the figures are fetched.
struct Gauges {
  std::function<double()> stream_clients;
  std::function<double()> queued_reads;
  std::function<double()> entries;
  std::function<double()> entry_bytes;
  std::function<double()> disk_free_bytes;
  std::function<double()> stream_resets;
  std::function<double()> witness_age_seconds{};
  std::function<double()> spooled_uses{};
  std::function<double()> erasure_overdue_seconds{};
  std::function<double()> disabled_outlets{};
};

// Threads: any.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  void set_gauges(Gauges gauges);

  struct Reads {
    std::string_view zone;
    std::string_view protocol;
    std::size_t stored = 0;
    std::size_t repeated = 0;
    std::size_t late = 0;
  };
  void note_reads(const Reads& reads);
  void note_quarantined(std::string_view reason);
  // From a message's last byte to its answer.
  void note_acknowledged(std::chrono::duration<double> delay);
  // From a read's arrival to its event being handed to every desk's stream.
  void note_hit(int priority, std::chrono::duration<double> delay);
  void note_break_glass();
  // What came of an attempt to tell an outlet: delivered, failed, slow_down or gone.
  void note_delivery(std::string_view result);
  struct Answer {
    std::string_view method;
    std::string_view route;
    int status = 0;
  };
  void note_answer(const Answer& answer);

  // The text format of Prometheus.
  std::string text() const;

 private:
  struct Registered;
  std::unique_ptr<Registered> registered_;
};

}  // namespace bas::api
