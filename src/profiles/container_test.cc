#include "profiles/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace bas::profiles {
namespace {

using testing::HasSubstr;
using Kind = Container::Kind;

struct Member {
  std::string name;
  std::string content;
};

std::string written(archive* made, const std::vector<Member>& members) {
  std::string out(4 << 20, '\0');
  std::size_t used = 0;
  EXPECT_EQ(archive_write_open_memory(made, out.data(), out.size(), &used), ARCHIVE_OK);
  for (const Member& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size()));
    archive_entry_set_filetype(entry, member.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    EXPECT_EQ(archive_write_header(made, entry), ARCHIVE_OK) << archive_error_string(made);
    archive_write_data(made, member.content.data(), member.content.size());
    archive_entry_free(entry);
  }
  archive_write_close(made);
  archive_write_free(made);
  out.resize(used);
  return out;
}

std::string zip(const std::vector<Member>& members, const char* encryption = nullptr) {
  archive* made = archive_write_new();
  archive_write_set_format_zip(made);
  if (encryption != nullptr) {
    EXPECT_EQ(archive_write_set_options(made, encryption), ARCHIVE_OK);
    archive_write_set_passphrase(made, "sesame");
  }
  return written(made, members);
}

std::string gzip(const std::string& content) {
  archive* made = archive_write_new();
  archive_write_set_format_raw(made);
  archive_write_add_filter_gzip(made);
  archive_write_set_bytes_in_last_block(made, 1);
  return written(made, {{"list", content}});
}

const std::string kText = "plate,country\n1ABC234,BE\n2XYZ999,NL\n";

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::to_string(i * 2'654'435'761U) + ",BE\n";
  return text;
}

TEST(container, is_known_by_its_first_bytes) {
  EXPECT_FALSE(is_packed({}, kText));
  EXPECT_TRUE(is_packed({}, gzip(kText)));
  EXPECT_TRUE(is_packed({}, zip({{"a", kText}})));
  EXPECT_FALSE(is_packed({Kind::kPlain, ""}, zip({{"a", kText}})));
  EXPECT_EQ(unpack({}, {kText, "", {}}).value(), kText);
}

TEST(container, gzip_is_taken_off) {
  for (const std::string& text : {kText, std::string(), lines(100'000)}) {
    EXPECT_EQ(unpack({}, {gzip(text), "", {}}).value(), text);
  }
}

TEST(container, the_only_member_of_a_zip_or_the_named_one_is_taken) {
  EXPECT_EQ(unpack({}, {zip({{"folder/", ""}, {"folder/l.csv", kText}}), "", {}}).value(), kText);
  const std::string two = zip({{"readme.txt", "hello"}, {"l.csv", kText}});
  EXPECT_EQ(unpack({Kind::kZip, "l.csv"}, {two, "", {}}).value(), kText);
  EXPECT_THAT(unpack({}, {two, "", {}}).error().text, HasSubstr("container.member"));
  EXPECT_THAT(unpack({Kind::kZip, "x.csv"}, {two, "", {}}).error().text, HasSubstr("x.csv"));
  EXPECT_THAT(unpack({}, {zip({{"folder/", ""}}), "", {}}).error().text, HasSubstr("no file"));
}

TEST(container, a_password_opens_what_it_closed) {
  for (const char* encryption : {"zip:encryption=zipcrypt", "zip:encryption=aes256"}) {
    const std::string closed = zip({{"l.csv", kText}}, encryption);
    EXPECT_EQ(unpack({}, {closed, "sesame", {}}).value(), kText) << encryption;
    EXPECT_THAT(unpack({}, {closed, "wrong", {}}).error().text, HasSubstr("password"));
    EXPECT_FALSE(unpack({}, {closed, "", {}}));
  }
}

TEST(container, what_grows_too_large_is_refused) {
  const std::string zeros(3 << 20, '0');
  for (const std::string& bomb : {gzip(zeros), zip({{"l.csv", zeros}})}) {
    EXPECT_EQ(unpack({}, {bomb, "", {}}).error().code, ErrorCode::kTooLarge);
    EXPECT_TRUE(unpack({}, {bomb, "", {1 << 30, 10'000}}));
    EXPECT_EQ(unpack({}, {bomb, "", {1 << 20, 10'000}}).error().code, ErrorCode::kTooLarge);
  }
}

TEST(container, what_is_not_what_the_profile_says_is_refused) {
  EXPECT_THAT(unpack({Kind::kGzip, ""}, {kText, "", {}}).error().text, HasSubstr("gzip"));
  EXPECT_THAT(unpack({Kind::kZip, ""}, {kText, "", {}}).error().text, HasSubstr("zip"));
  EXPECT_FALSE(unpack({Kind::kZip, ""}, {"", "", {}}));
}

TEST(container, a_file_cut_at_any_length_is_refused) {
  for (const std::string& whole : {gzip(kText), zip({{"l.csv", kText}})}) {
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const Container told{whole.starts_with("PK") ? Kind::kZip : Kind::kGzip, ""};
      const auto text = unpack(told, {std::string_view(whole).substr(0, length), "", {}});
      // The check behind the text may be missing, never a part of it.
      EXPECT_EQ(text.value_or(kText), kText) << length;
      EXPECT_TRUE(!text || length + 8 >= whole.size()) << length;
    }
  }
}

}  // namespace
}  // namespace bas::profiles
