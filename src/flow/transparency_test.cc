#include "flow/transparency.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class TransparencyTest : public SearchFixture {
 protected:
  void end_month() {
    const MonthSpan span = span_of(month_of(world_.clock.now())).value();
    month_ = month_of(world_.clock.now());
    world_.clock.advance(span.until - world_.clock.now() + minutes(5));
  }
  PublicField field(const std::string& name) {
    const auto document = transparency_.latest().value();
    const auto found = std::ranges::find(document->fields, name, &PublicField::name);
    return found == document->fields.end() ? PublicField{} : *found;
  }
  std::optional<std::uint64_t> cell(const std::string& name, const std::string& of) {
    const PublicField all = field(name);
    for (const ShownCell& one : all.numbers.cells) {
      if (one.name == of) return one.count;
    }
    ADD_FAILURE() << name << " has no cell " << of;
    return std::nullopt;
  }
  std::size_t publications() {
    const auto uses = ledger_.uses.latest(~std::uint64_t{0}, 500).value();
    return static_cast<std::size_t>(std::ranges::count_if(
        uses, [](const LoggedUse& use) { return use.facts.what == "statistics"; }));
  }

  Transparency transparency_{{*world_.directory, world_.reads, *world_.hit_store,
                              world_.sql->lists(), ledger_.papers, ledger_.uses, ledger_.regime,
                              world_.clock}};
  std::string month_;
};

TEST_F(TransparencyTest, tells_every_field_of_the_schema_and_which_are_not_counted) {
  end_month();
  const auto document = transparency_.latest().value();
  EXPECT_EQ(document->month, month_);
  EXPECT_EQ(document->regime_sha256, ledger_.regime.sha256);
  EXPECT_EQ(document->kept_for, "12 months");
  std::vector<std::string> names;
  for (const PublicField& one : document->fields) names.push_back(one.name);
  EXPECT_EQ(names, ledger_.regime.statistics_fields);
  for (const char* unknown : {"stops", "outcomes", "violations", "complaints"}) {
    EXPECT_FALSE(field(unknown).is_counted) << unknown;
  }
  for (const char* known : {"cameras", "reads", "refusals", "retention", "audits"}) {
    EXPECT_TRUE(field(known).is_counted) << known;
  }
}

TEST_F(TransparencyTest, counts_reads_searches_and_refusals_of_the_month_alone) {
  for (int i = 0; i < 7; ++i) passes("1ABC234", std::chrono::seconds(-i));
  const std::string day = format_day(brussels_day(world_.clock.now()));
  for (int i = 0; i < 6; ++i) ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  wish_.after = make_id(world_.clock.now(), world_.random);
  ASSERT_TRUE(ledger_.searches.search(wish_, who_)) << "a page of a question is not another one";
  wish_.after.reset();
  const std::string purpose = std::exchange(wish_.purpose, "");
  for (int i = 0; i < 9; ++i) refused();
  end_month();
  wish_.purpose = purpose;
  wish_.from = world_.clock.now() - hours(1);
  wish_.until = world_.clock.now();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(ledger_.searches.search(wish_, who_)) << "of the next";
  EXPECT_FALSE(cell("searches_by_purpose", "jp_crime")) << "the others are 0: it would follow";
  EXPECT_EQ(field("searches_by_purpose").numbers.total, 6U);
  EXPECT_EQ(field("refusals").numbers.total, 9U);
  EXPECT_FALSE(field("cameras").numbers.total) << "one camera is a small number";
  EXPECT_EQ(field("reads").numbers.total, 7U);
  EXPECT_FALSE(cell("reads", day)) << "every other day has none";
  EXPECT_EQ(field("reads").numbers.cells.size(),
            static_cast<std::size_t>((span_of(month_)->until - span_of(month_)->from + hours(2)) /
                                     hours(24)));
}

TEST_F(TransparencyTest, is_made_once_an_hour_and_its_making_is_in_the_ledger) {
  end_month();
  const auto first = transparency_.latest().value();
  world_.clock.advance(minutes(59));
  EXPECT_EQ(transparency_.latest().value(), first);
  EXPECT_EQ(publications(), 1U);
  world_.clock.advance(minutes(1));
  EXPECT_NE(transparency_.latest().value(), first);
  EXPECT_EQ(publications(), 2U);
  const LoggedUse use = last_use();
  EXPECT_TRUE(use.facts.is_permitted);
  EXPECT_EQ(use.facts.version, month_);
  EXPECT_NE(std::ranges::find(use.facts.rules, "R59"), use.facts.rules.end());
}

// Somebody else asks while the document is made: when its maker looks at the clock again.
class AskedMeanwhile final : public Clock {
 public:
  explicit AskedMeanwhile(const Clock& of) : of_(of) {}
  UtcTime now() const override {
    if (++looks == 2) std::thread(ask).join();
    return of_.now();
  }
  std::chrono::steady_clock::time_point steady_now() const override { return of_.steady_now(); }

  std::function<void()> ask;
  mutable std::atomic<int> looks = 0;

 private:
  const Clock& of_;
};

TEST_F(TransparencyTest, nobody_waits_while_it_is_made) {
  AskedMeanwhile clock(world_.clock);
  Transparency slow({*world_.directory, world_.reads, *world_.hit_store, world_.sql->lists(),
                     ledger_.papers, ledger_.uses, ledger_.regime, clock});
  end_month();
  std::optional<ErrorCode> meanwhile;
  clock.ask = [&] {
    const auto told = slow.latest();
    if (!told) meanwhile = told.error().code;
  };
  const auto first = slow.latest();
  ASSERT_TRUE(first);
  EXPECT_EQ(meanwhile, ErrorCode::kUnavailable);
  world_.clock.advance(hours(2));
  clock.looks = 0;
  std::shared_ptr<const PublicDocument> given;
  clock.ask = [&] { given = slow.latest().value(); };
  EXPECT_NE(slow.latest().value(), *first);
  EXPECT_EQ(given, *first) << "the one before";
}

TEST_F(TransparencyTest, the_end_of_the_month_makes_it_anew) {
  end_month();
  const auto first = transparency_.latest().value();
  end_month();
  EXPECT_EQ(transparency_.latest().value()->month, month_);
  EXPECT_NE(first->month, month_);
}

TEST_F(TransparencyTest, without_the_ledger_nothing_is_published) {
  end_month();
  ledger_.store.is_failing = true;
  EXPECT_EQ(transparency_.latest().error().code, ErrorCode::kUnavailable);
  ledger_.store.is_failing = false;
  EXPECT_TRUE(transparency_.latest());
}

}  // namespace
}  // namespace bas::flow
