// What every test of the pipeline starts from: a pipeline that runs in a small province.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "flow/ingest.h"
#include "flow/reads.h"
#include "testkit/flow_world.h"

namespace bas::flow {

class IngestTest : public testing::Test {
 protected:
  IngestTest() { start(); }

  void start() { ingest_ = open().value(); }
  Result<std::unique_ptr<Ingest>> open() {
    return Ingest::open(
        {*world_.vault, *world_.read_sealer, world_.reads, world_.blobs, *world_.hits,
         *world_.hit_store, activity_, [this](const Read& read) { world_.tally->passed(read); },
         world_.clock, world_.random},
        settings_);
  }

  using Answer = Result<std::vector<Outcome>>;
  std::future<Answer> submit(std::vector<Arrival> arrivals) {
    auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    ingest_->submit(std::move(arrivals),
                    [promise](Answer outcomes) { promise->set_value(std::move(outcomes)); });
    return answer;
  }
  // The outcomes of arrivals that are committed in one batch.
  std::vector<Outcome> sent(std::vector<Arrival> arrivals) {
    return submit(std::move(arrivals)).get().value();
  }
  Outcome sent(const Arrival& arrival) { return sent(std::vector{arrival}).at(0); }

  // The read as it is kept.
  Read kept(const Id& id) {
    return world_.read_sealer->open(world_.reads.fetch(id).value().value()).value();
  }
  std::size_t history(std::string_view plate) {
    const Day day = brussels_day(testkit::kWorldStart);
    const auto token = world_.read_sealer->plate_token(day, plate).value();
    return world_.reads.history(day, token, 100).value().size();
  }
  std::string picture(const Read& read, std::size_t number) {
    Reads reads(
        {world_.reads, world_.blobs, *world_.hit_store, *world_.read_sealer, *world_.hit_sealer});
    return reads.picture(read, number).value();
  }

  testkit::FlowWorld world_;
  Activity activity_;
  IngestSettings settings_;
  std::unique_ptr<Ingest> ingest_;
};

}  // namespace bas::flow
