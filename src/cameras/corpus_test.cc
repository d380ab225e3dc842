// Every message of tests/corpus/<protocol>/ against the facts beside it, whole and cut anywhere.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/encode.h"
#include "base/file.h"
#include "cameras/adapter.h"
#include "cameras/decode_json.h"
#include "cameras/received_test.h"

namespace bas::cameras {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExpectedEnding = ".expected.json";

struct Sample {
  fs::path path;
  std::string content_type;
  std::string body;
};

// Other folders of tests/corpus belong to other parsers.
std::vector<Sample> corpus() {
  std::vector<Sample> samples;
  for (const Adapter& adapter : adapters()) {
    const fs::path folder = fs::path{"tests/corpus"} / adapter.name;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string name = entry.path().filename();
      const bool is_message = entry.is_regular_file() && !name.ends_with(kExpectedEnding);
      if (!is_message) continue;
      const bool is_ours = fs::exists(entry.path().string() + std::string(kExpectedEnding));
      EXPECT_TRUE(is_ours) << name << " has no expected facts beside it";
      samples.push_back({entry.path(), name.ends_with(".ndjson") ? "application/x-ndjson" : "",
                         *read_file(entry.path(), 1 << 20)});
    }
  }
  return samples;
}

// A line a read, status or refused line; one line with the error when nothing was taken.
std::string lines_of(const Result<Message>& message) {
  if (!message) return nlohmann::ordered_json{{"error", message.error().text}}.dump() + "\n";
  std::string lines;
  for (const Decoded& decoded : message->decoded) {
    lines += to_json(decoded, message->adapter->name) + "\n";
  }
  for (const BadLine& bad : message->rejected) {
    lines += nlohmann::ordered_json{{"line", bad.line}, {"error", bad.error.text}}.dump() + "\n";
  }
  return lines;
}

bool is_bounded(const Decoded& decoded) {
  const ReadFacts& facts = decoded.facts;
  bool is_good = facts.plate_raw.size() <= 128 && is_valid_utf8(facts.plate_raw);
  for (const std::string* text : {&facts.device_id, &facts.passage_id, &decoded.status}) {
    is_good = is_good && text->size() <= 256 && is_valid_utf8(*text);
  }
  return is_good && decoded.pictures.size() <= 8;
}

TEST(Corpus, has_messages_of_every_adapter) {
  const auto samples = corpus();
  for (const Adapter& adapter : adapters()) {
    const auto count = std::count_if(samples.begin(), samples.end(), [&](const Sample& sample) {
      return sample.path.parent_path().filename() == adapter.name;
    });
    EXPECT_GE(count, 10) << adapter.name;
  }
}

TEST(Corpus, every_message_gives_the_facts_beside_it) {
  for (const Sample& sample : corpus()) {
    const auto message = decode({sample.content_type, sample.body, kReceivedAt});
    const auto expected = read_file(sample.path.string() + std::string(kExpectedEnding), 1 << 20);
    ASSERT_TRUE(expected) << sample.path;
    EXPECT_EQ(lines_of(message), *expected) << sample.path;
    if (!message) continue;
    EXPECT_EQ(message->adapter->name, sample.path.parent_path().filename());
  }
}

TEST(Corpus, naming_the_protocol_gives_what_sniffing_gives) {
  for (const Sample& sample : corpus()) {
    const Envelope envelope{sample.content_type, sample.body, kReceivedAt};
    const auto sniffed = decode(envelope);
    if (!sniffed) continue;
    const std::string protocol = sample.path.parent_path().filename();
    EXPECT_EQ(lines_of(decode(envelope, protocol)), lines_of(sniffed)) << sample.path;
  }
}

TEST(Corpus, a_message_cut_anywhere_is_refused_or_gives_bounded_facts) {
  for (const Sample& sample : corpus()) {
    for (std::size_t length = 0; length < sample.body.size(); ++length) {
      // A copy of exactly that length, so that a read past its end is seen.
      const std::vector<char> cut(sample.body.begin(),
                                  sample.body.begin() + static_cast<std::ptrdiff_t>(length));
      const auto message = decode({sample.content_type, {cut.data(), cut.size()}, kReceivedAt});
      if (!message) continue;
      for (const Decoded& decoded : message->decoded) {
        ASSERT_TRUE(is_bounded(decoded)) << sample.path << " cut at " << length;
      }
    }
  }
}

TEST(Corpus, any_message_forced_on_any_adapter_does_no_harm) {
  for (const Sample& sample : corpus()) {
    for (const Adapter& adapter : adapters()) {
      const auto message = decode({sample.content_type, sample.body, kReceivedAt}, adapter.name);
      EXPECT_TRUE(message ? !message->decoded.empty() : !message.error().text.empty());
    }
  }
}

}  // namespace
}  // namespace bas::cameras
