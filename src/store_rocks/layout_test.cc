#include "store_rocks/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas::store_rocks {
namespace {

SealedRead example() {
  SeededRandom random(1);
  SealedRead read;
  read.captured_at = parse_rfc3339("2026-11-23T22:59:59.123Z").value();
  read.id = make_id(read.captured_at, random);
  read.day = brussels_day(read.captured_at);
  read.token = random.bytes(kTokenBytes);
  read.site = make_id(read.captured_at, random);
  return read;
}

RC_GTEST_PROP(Record, decodes_what_was_encoded, (std::string sealed)) {
  SealedRead read = example();
  read.sealed = sealed;
  const SealedRead back = decode_record(read.id, encode_record(read)).value();
  RC_ASSERT(back.token == read.token && back.site == read.site && back.day == read.day);
  RC_ASSERT(back.captured_at == read.captured_at && back.sealed == read.sealed);
}

TEST(Record, cut_at_any_length_is_refused) {
  const SealedRead read = example();
  const std::string whole = encode_record(read);
  ASSERT_TRUE(decode_record(read.id, whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto cut = decode_record(read.id, std::string_view(whole).substr(0, length));
    ASSERT_FALSE(cut) << length;
    EXPECT_EQ(cut.error().code, ErrorCode::kCorrupt);
  }
}

TEST(Record, says_by_which_act_its_camera_stands) {
  SealedRead read = example();
  const std::string usual = encode_record(read);
  EXPECT_EQ(decode_record(read.id, usual)->source, LegalSource::kPoliceAct);
  read.source = LegalSource::kCameraAct;
  std::string record = encode_record(read);
  EXPECT_EQ(record.size(), usual.size() + 1);
  EXPECT_EQ(decode_record(read.id, record)->source, LegalSource::kCameraAct);
  EXPECT_EQ(decode_record(read.id, record)->sealed, read.sealed);
  for (const char odd : {'\0', '\x03', '\xff'}) {
    record[1] = odd;
    EXPECT_EQ(decode_record(read.id, record).error().code, ErrorCode::kCorrupt);
  }
}

TEST(Record, of_another_version_is_refused) {
  const SealedRead read = example();
  std::string record = encode_record(read);
  record.front() = 3;
  EXPECT_EQ(decode_record(read.id, record).error().code, ErrorCode::kCorrupt);
}

RC_GTEST_PROP(Keys, of_one_token_sort_newest_first, (std::uint32_t older, std::uint32_t step)) {
  RC_PRE(step > 0u);
  const Day day{20780};
  const Id first = first_id_at(UtcTime{std::chrono::milliseconds{older}});
  const Id second = first_id_at(UtcTime{std::chrono::milliseconds{std::int64_t{older} + step}});
  const std::string token(kTokenBytes, 't');
  RC_ASSERT(token_key(day, token, second) < token_key(day, token, first));
  RC_ASSERT(site_key(day, first, first) < site_key(day, first, second));
  RC_ASSERT(id_of_token_key(token_key(day, token, second)).value() == second);
  RC_ASSERT(id_of_key(site_key(day, first, second)).value() == second);
}

RC_GTEST_PROP(Keys, of_a_day_lie_between_its_prefix_and_its_end, (std::uint16_t number)) {
  const Day day{number};
  const std::string from = day_prefix(day);
  const std::string to = end_of_prefix(from);
  const std::string key = name_key(day, std::string(kTokenBytes, '\xFF'));
  RC_ASSERT(from <= key && key < to);
  RC_ASSERT(to <= day_prefix(Day{number + 1}));
  RC_ASSERT(day_of_key(key) == day);
}

}  // namespace
}  // namespace bas::store_rocks
