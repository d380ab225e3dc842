#include "sim/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/clock.h"
#include "sim/desks.h"
#include "sim/outbox.h"

namespace bas::sim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kDrainTime{30};
constexpr seconds kDeskTime{5};
constexpr milliseconds kLastHitsTime{500};
constexpr milliseconds kLookAgain{20};

// Filling the roads takes about this long for every read a second.
constexpr double kOpeningMsPerRate = 0.35;

double thread_cpu_seconds() {
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

Result<> check_settings(const SimulateSettings& settings) {
  const bool only_bas = settings.protocols == std::vector{Protocol::kBas};
  if (settings.batch > 1 && !only_bas)
    return fail(ErrorCode::kBadInput, "only the format bas takes several reads in a body");
  if (settings.batch > 1 && settings.with_pictures)
    return fail(ErrorCode::kBadInput, "bodies of several reads carry no pictures");
  if (settings.cameras < 1 || settings.cameras > 5000)
    return fail(ErrorCode::kBadInput, "cameras must be from 1 to 5000");
  if (!(settings.rate_per_s > 0)) return fail(ErrorCode::kBadInput, "the rate must be above 0");
  return {};
}

// One run, from the first passage to the last answer.
class Run {
 public:
  Run(const SimulateSettings& settings, std::function<void(const Progress&)> on_progress,
      std::stop_token stop)
      : settings_(settings),
        on_progress_(std::move(on_progress)),
        stop_(std::move(stop)),
        plan_(make_province(settings.cameras, settings.protocols)) {}

  Result<RunReport> execute() {
    TRY(set_up());
    const UtcTime start = settings_.start.value_or(
        SystemClock().now() +
        milliseconds(static_cast<int>(100 + settings_.rate_per_s * kOpeningMsPerRate)));
    TrafficSettings traffic_settings;
    traffic_settings.seed = settings_.seed;
    traffic_settings.rate_per_s = settings_.rate_per_s;
    traffic_settings.start = start;
    Traffic traffic(plan_, traffic_settings);
    Passage passage = traffic.next();
    start_ = start;
    begin(start);
    while (!is_over(passage)) {
      handle(passage);
      passage = traffic.next();
    }
    finish();
    return report();
  }

 private:
  Result<> set_up() {
    SetupSettings setup;
    setup.url = settings_.url;
    setup.token = settings_.token;
    setup.desk_token = settings_.desk_token;
    setup.keys_file = settings_.keys_file;
    setup.wanted.seed = settings_.seed;
    setup.wanted.driving = listed_cars_for(settings_.rate_per_s);
    const auto client = TRY(net::HttpClient::open({}));
    auto keys = TRY(set_up_province(*client, plan_, setup));
    outbox_ = std::make_unique<Outbox>(plan_, settings_, std::move(keys));
    if (!settings_.truth_file.empty()) {
      truth_.open(settings_.truth_file, std::ios::trunc);
      if (!truth_) return fail(ErrorCode::kBadInput, "the file for the ground truth does not open");
    }
    sender_ = TRY(Sender::open(settings_.connections, book_));
    if (settings_.desks <= 0) return {};
    desks_ = TRY(Desks::open({settings_.url, settings_.desk_token, settings_.desks}, book_));
    const SteadyTime until = std::chrono::steady_clock::now() + kDeskTime;
    while (!desks_->are_listening() && std::chrono::steady_clock::now() < until)
      rest_until(std::chrono::steady_clock::now() + kLookAgain);
    if (!desks_->are_listening())
      return fail(ErrorCode::kUnavailable, "the event stream did not open for every desk");
    return {};
  }

  // Passages of the first simulated moment are due now, or when the wall clock gets there.
  void begin(UtcTime start) {
    begun_at_ = std::chrono::steady_clock::now();
    if (!settings_.start) begun_at_ += std::max(milliseconds(0), start - SystemClock().now());
    progress_at_ = begun_at_ + seconds(1);
    cpu_at_begin_ = thread_cpu_seconds();
  }

  SteadyTime due(const Passage& passage) const { return begun_at_ + (passage.at - start_); }

  bool is_over(const Passage& passage) const {
    if (stop_.stop_requested()) return true;
    const double at_s = std::chrono::duration<double>(passage.at - start_).count();
    return settings_.seconds > 0 && at_s >= settings_.seconds;
  }

  void handle(const Passage& passage) {
    const SteadyTime due_at = due(passage);
    if (truth_.is_open()) truth_ << truth_line(plan_, passage);
    if (outbox_->is_batching()) {
      wait_for(due_at);
      outbox_->collect(passage, due_at);
      send_collected(std::chrono::steady_clock::now());
      return;
    }
    Outgoing message = outbox_->message_of(passage, due_at);  // drawn before it is due
    wait_for(due_at);
    sender_->send(std::move(message));
  }

  void send_collected(SteadyTime now) {
    for (Outgoing& message : outbox_->take_due(now)) sender_->send(std::move(message));
  }

  // Until then: sends what is due in between and tells how it goes.
  void wait_for(SteadyTime until) {
    for (;;) {
      const SteadyTime now = std::chrono::steady_clock::now();
      if (now < checked_at_ + milliseconds(1) && now >= until) return;
      checked_at_ = now;
      const auto again_at = sender_->send_again(now);
      send_collected(now);
      tell(now);
      if (now >= until || stop_.stop_requested()) return;
      rest_until(std::min({until, outbox_->next_due(), progress_at_, again_at.value_or(until)}));
    }
  }

  void tell(SteadyTime now) {
    if (now < progress_at_) return;
    progress_at_ = std::max(progress_at_ + seconds(1), now);
    if (!on_progress_) return;
    on_progress_({std::chrono::duration<double>(now - begun_at_).count(), sender_->sent(),
                  sender_->acknowledged(), desks_ ? desks_->hits_at_first() : 0});
  }

  // Returns early when the run is to stop.
  void rest_until(SteadyTime until) {
    std::unique_lock lock(rest_mutex_);
    rest_.wait_until(lock, stop_, until, [] { return false; });
  }

  void finish() {
    cpu_seconds_ = thread_cpu_seconds() - cpu_at_begin_;
    sent_until_ = std::chrono::steady_clock::now();
    send_collected(SteadyTime::max());
    const SteadyTime until = sent_until_ + kDrainTime;
    SteadyTime now = sent_until_;
    while (sender_->under_way() > 0 && now < until) {
      sender_->send_again(now);
      tell(now);
      std::unique_lock lock(rest_mutex_);
      rest_.wait_for(lock, kLookAgain, [] { return false; });
      now = std::chrono::steady_clock::now();
    }
    if (!desks_) return;
    std::unique_lock lock(rest_mutex_);
    rest_.wait_for(lock, kLastHitsTime, [] { return false; });
  }

  Result<RunReport> report() {
    RunReport report;
    sender_->report_to(report);
    report.seconds = std::chrono::duration<double>(sent_until_ - begun_at_).count();
    report.failed += sender_->reads_under_way();
    report.hit = book_.summary();
    report.hit_events = book_.arrivals();
    report.unmatched_events = book_.unmatched();
    report.generate_cpu_seconds = cpu_seconds_;
    if (desks_)
      for (const std::string& error : desks_->errors())
        if (std::ranges::find(report.errors, error) == report.errors.end())
          report.errors.push_back(error);
    truth_.flush();
    if (truth_.is_open() && !truth_)
      return fail(ErrorCode::kUnavailable, "the ground truth could not be written whole");
    return report;
  }

  const SimulateSettings& settings_;
  std::function<void(const Progress&)> on_progress_;
  std::stop_token stop_;
  ProvincePlan plan_;
  std::ofstream truth_;
  HitBook book_;
  std::unique_ptr<Outbox> outbox_;
  std::unique_ptr<Sender> sender_;
  std::unique_ptr<Desks> desks_;
  UtcTime start_;
  SteadyTime begun_at_;
  SteadyTime sent_until_;
  SteadyTime progress_at_;
  SteadyTime checked_at_;
  double cpu_at_begin_ = 0;
  double cpu_seconds_ = 0;
  std::mutex rest_mutex_;
  std::condition_variable_any rest_;
};

nlohmann::json json_of(const Delays& delays) {
  return {{"count", delays.count},
          {"p50_ms", delays.p50},
          {"p99_ms", delays.p99},
          {"max_ms", delays.max}};
}

}  // namespace

Result<RunReport> simulate(const SimulateSettings& settings,
                           std::function<void(const Progress&)> on_progress, std::stop_token stop) {
  TRY(check_settings(settings));
  return Run(settings, std::move(on_progress), std::move(stop)).execute();
}

std::string to_json(const RunReport& report) {
  const double span_s = std::max(report.seconds, 1e-9);
  return nlohmann::json{{"seconds", report.seconds},
                        {"scheduled", report.scheduled},
                        {"sent", report.sent},
                        {"acknowledged", report.acknowledged},
                        {"acknowledged_per_s", static_cast<double>(report.acknowledged) / span_s},
                        {"repeated", report.repeated},
                        {"refused", report.refused},
                        {"failed", report.failed},
                        {"retries", report.retries},
                        {"hit_events", report.hit_events},
                        {"unmatched_events", report.unmatched_events},
                        {"acknowledge", json_of(report.acknowledge)},
                        {"answer", json_of(report.answer)},
                        {"hit", json_of(report.hit)},
                        {"generate_cpu_seconds", report.generate_cpu_seconds},
                        {"errors", report.errors}}
      .dump();
}

}  // namespace bas::sim
