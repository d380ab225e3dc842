#include "cameras/parts.h"

#include <gtest/gtest.h>

#include <string>

namespace bas::cameras {
namespace {

constexpr std::string_view kJpeg = "\xFF\xD8\xFF\xE0 a picture";
const std::string kEvent = "<EventNotificationAlert/>";

std::string part(std::string_view headers, std::string_view body) {
  return std::string(headers) + "\r\n\r\n" + std::string(body) + "\r\n";
}

std::string two_parts(const std::string& boundary) {
  return "--" + boundary + "\r\n" +
         part("Content-Disposition: form-data; name=\"e\"\r\nContent-Type: text/xml", kEvent) +
         "--" + boundary + "\r\n" +
         part("Content-Disposition: form-data; name=\"p\"; filename=\"p.jpg\"", kJpeg) + "--" +
         boundary + "--\r\n";
}

Result<Parts> split_body(std::string_view content_type, std::string_view body) {
  return split({content_type, body, UtcTime{}});
}

TEST(Split, takes_the_boundary_of_the_header_quoted_or_not) {
  for (const char* type :
       {"multipart/form-data; boundary=word", "multipart/form-data; boundary=\"word\"",
        "Multipart/Form-Data;charset=utf-8; BOUNDARY = word ; x=y",
        "multipart/mixed; a=\"x;y\"; boundary=word"}) {
    const std::string body = "a preamble\r\n" + two_parts("word");
    const auto parts = split_body(type, body);
    ASSERT_TRUE(parts) << type << ": " << parts.error().text;
    EXPECT_EQ(parts->event, kEvent);
    ASSERT_EQ(parts->others.size(), 1U);
    EXPECT_EQ(parts->others[0].name, "p");
    EXPECT_EQ(parts->others[0].file_name, "p.jpg");
    EXPECT_EQ(parts->others[0].body, kJpeg);
  }
}

TEST(Split, finds_a_multipart_whatever_the_header_says) {
  const std::string body = two_parts("----7e0c1d");
  for (const char* type : {"", "text/plain", "application/json", "multipart/form-data",
                           "multipart/form-data; boundary=another"}) {
    const auto parts = split_body(type, body);
    ASSERT_TRUE(parts) << type << ": " << parts.error().text;
    EXPECT_EQ(parts->event, kEvent);
    EXPECT_EQ(pictures_of(*parts).size(), 1U);
  }
}

TEST(Split, takes_a_plain_event_under_a_header_that_names_a_multipart) {
  const auto parts = split_body("multipart/form-data; boundary=b", kEvent);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->form, Form::kXml);
  EXPECT_EQ(parts->event, kEvent);
}

TEST(Split, does_not_take_a_longer_word_for_the_boundary) {
  const std::string body = "--b\r\n\r\n" + kEvent + "\r\n--bigger\r\nx --b\r\n--b--\r\n";
  const auto parts = split_body("multipart/form-data; boundary=b", body);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->event, kEvent + "\r\n--bigger\r\nx --b");
}

TEST(Split, keeps_parts_without_bytes_and_leaves_them_out_of_the_pictures) {
  const std::string body = "--b\r\n" + part("Content-Type: text/xml", kEvent) + "--b\r\n" +
                           part("Content-Type: image/jpeg", "") + "--b--\r\n";
  const auto parts = split_body("multipart/form-data; boundary=b", body);
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->others.size(), 1U);
  EXPECT_TRUE(parts->others[0].body.empty());
  EXPECT_TRUE(pictures_of(*parts).empty());
}

TEST(Split, leaves_a_picture_out_that_was_cut_off) {
  std::string cut = two_parts("b");
  cut.resize(cut.size() - 12);
  const auto parts = split_body("multipart/form-data; boundary=b", cut);
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->others.size(), 1U);
  EXPECT_FALSE(parts->others[0].is_complete);
  EXPECT_TRUE(pictures_of(*parts).empty());
}

TEST(Split, refuses_a_million_parts) {
  std::string body;
  for (int i = 0; i < 1'000'000; ++i) body += "--b\r\n\r\n\r\n";
  const auto parts = split_body("multipart/form-data; boundary=b", body);
  ASSERT_FALSE(parts);
  EXPECT_EQ(parts.error().code, ErrorCode::kTooLarge);
}

TEST(Split, takes_64_parts_and_refuses_65) {
  const auto body_of = [](int count) {
    std::string body = "--b\r\n" + part("Content-Type: text/xml", kEvent);
    for (int i = 1; i < count; ++i) body += "--b\r\n" + part("A: b", kJpeg);
    return body + "--b--\r\n";
  };
  EXPECT_TRUE(split_body("multipart/form-data; boundary=b", body_of(64)));
  EXPECT_FALSE(split_body("multipart/form-data; boundary=b", body_of(65)));
}

TEST(Split, refuses_part_headers_over_8_kib) {
  const std::string body = "--b\r\n" + part("X: " + std::string(9000, 'x'), kEvent) + "--b--\r\n";
  const auto parts = split_body("multipart/form-data; boundary=b", body);
  ASSERT_FALSE(parts);
  EXPECT_EQ(parts.error().code, ErrorCode::kTooLarge);
}

TEST(Split, refuses_a_multipart_without_an_event) {
  const std::string body = "--b\r\n" + part("Content-Type: image/jpeg", kJpeg) + "--b--\r\n";
  EXPECT_FALSE(split_body("multipart/form-data; boundary=b", body));
  EXPECT_FALSE(split_body("multipart/form-data; boundary=b", "nothing of the kind"));
}

TEST(Split, takes_a_captured_request_as_what_it_holds) {
  const std::string capture =
      "POST /x HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n" +
      two_parts("b");
  const auto parts = split_body("", capture);
  ASSERT_TRUE(parts) << parts.error().text;
  EXPECT_EQ(parts->event, kEvent);
}

TEST(Split, tells_what_an_event_looks_like) {
  EXPECT_EQ(split_body("", "\xEF\xBB\xBF \r\n<a/>")->form, Form::kXml);
  EXPECT_EQ(split_body("", "\xFF\xFE<\0a\0")->form, Form::kXml);
  EXPECT_EQ(split_body("", "  {\"a\":1}")->form, Form::kJson);
  EXPECT_EQ(split_body("", "[]")->form, Form::kJson);
  EXPECT_EQ(split_body("", "")->form, Form::kOther);
  EXPECT_EQ(split_body("", kJpeg)->form, Form::kOther);
}

}  // namespace
}  // namespace bas::cameras
