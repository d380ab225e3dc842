#include "net/static_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace bas::net {
namespace {

using testing::HasSubstr;

class StaticFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path{testing::TempDir()} / ("static_files_" + std::to_string(::getpid()));
    write("index.html", "<html>start</html>");
    write("assets/app-1a2b.js", "0123456789");
    write("assets/app-1a2b.js.br", "br bytes");
    write("assets/app-1a2b.js.gz", "gz bytes");
    write("map/tiles.bin", "");
    write("lonely.gz", "itself");
    std::filesystem::create_symlink("/etc/hostname", folder_ / "outside.txt");
    auto opened = StaticFiles::open({folder_.string()});
    ASSERT_TRUE(opened) << opened.error().text;
    files_ = std::move(*opened);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view bytes) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << bytes;
  }

  Response get(std::string path, std::vector<Header> headers = {}) {
    Request request;
    request.method = "GET";
    request.path = std::move(path);
    request.headers = std::move(headers);
    return files_->answer(request);
  }

  static std::string body(const Response& response) {
    return response.shared_body ? *response.shared_body : response.body;
  }
  static std::string header(const Response& response, std::string_view name) {
    return std::string{find_header(response.headers, name)};
  }

  std::filesystem::path folder_;
  std::unique_ptr<StaticFiles> files_;
};

TEST_F(StaticFilesTest, serves_a_hashed_file_for_good) {
  const Response response = get("/assets/app-1a2b.js");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(body(response), "0123456789");
  EXPECT_EQ(response.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(response, "Vary"), "Accept-Encoding");
}

TEST_F(StaticFilesTest, a_path_without_extension_is_a_page_of_the_application) {
  for (const char* path : {"/", "/hits", "/hits/01J", "/index.html"}) {
    const Response response = get(path);
    EXPECT_EQ(body(response), "<html>start</html>") << path;
    EXPECT_EQ(header(response, "Cache-Control"), "no-cache");
  }
  EXPECT_EQ(get("/missing.js").status, 404);
}

TEST_F(StaticFilesTest, no_path_leads_out_of_the_folder) {
  for (const char* path :
       {"/outside.txt", "/../etc/passwd.txt", "//etc/hostname.txt", "/assets/../../x.txt"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
}

TEST_F(StaticFilesTest, sends_what_was_compressed_ahead_to_who_takes_it) {
  const auto coded = [&](const std::string& accepted) {
    const Response response = get("/assets/app-1a2b.js", {{"Accept-Encoding", accepted}});
    return header(response, "Content-Encoding") + "|" + body(response);
  };
  EXPECT_EQ(coded("gzip, deflate, br"), "br|br bytes");
  EXPECT_EQ(coded("GZIP;q=0.5, br;q=0"), "gzip|gz bytes");
  EXPECT_EQ(coded("br;q=0.0"), "|0123456789");
  EXPECT_EQ(coded("identity"), "|0123456789");
  EXPECT_EQ(body(get("/lonely.gz")), "itself");
  EXPECT_EQ(get("/assets/app-1a2b.js.br").status, 404);
}

TEST_F(StaticFilesTest, answers_304_for_the_same_variant_only) {
  const std::string plain = header(get("/assets/app-1a2b.js"), "ETag");
  const std::string br = header(get("/assets/app-1a2b.js", {{"Accept-Encoding", "br"}}), "ETag");
  EXPECT_NE(plain, br);
  const Response same = get("/assets/app-1a2b.js", {{"If-None-Match", "\"x\", W/" + plain}});
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(body(same), "");
  EXPECT_EQ(header(same, "ETag"), plain);
  EXPECT_EQ(get("/assets/app-1a2b.js", {{"If-None-Match", br}}).status, 200);
}

TEST_F(StaticFilesTest, sends_one_range) {
  const Response part =
      get("/assets/app-1a2b.js", {{"Range", "bytes=2-4"}, {"Accept-Encoding", "br"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "234");
  EXPECT_EQ(header(part, "Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(header(part, "Content-Encoding"), "");
  EXPECT_EQ(get("/assets/app-1a2b.js", {{"Range", "bytes=-3"}}).body, "789");
  EXPECT_EQ(get("/assets/app-1a2b.js", {{"Range", "bytes=8-"}}).body, "89");
  const Response beyond = get("/assets/app-1a2b.js", {{"Range", "bytes=10-"}});
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(header(beyond, "Content-Range"), "bytes */10");
  EXPECT_EQ(get("/assets/app-1a2b.js", {{"Range", "bytes=0-1,3-4"}}).status, 200);
  EXPECT_EQ(get("/assets/app-1a2b.js", {{"Range", "bytes=2-4"}, {"If-Range", "\"old\""}}).status,
            200);
  EXPECT_EQ(get("/map/tiles.bin", {{"Range", "bytes=0-"}}).status, 416);
}

TEST_F(StaticFilesTest, every_answer_carries_the_security_headers) {
  for (const char* path : {"/", "/assets/app-1a2b.js", "/missing.js"}) {
    const Response response = get(path);
    EXPECT_EQ(header(response, "Content-Security-Policy"),
              "default-src 'none'; script-src 'self'; style-src 'self'; "
              "img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; "
              "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header(response, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(header(response, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_THAT(header(response, "Permissions-Policy"), HasSubstr("camera=()"));
  }
}

TEST_F(StaticFilesTest, refuses_a_missing_or_too_large_folder) {
  EXPECT_FALSE(StaticFiles::open({(folder_ / "nothing").string()}));
  StaticFilesSettings small;
  small.folder = folder_.string();
  small.bytes_max = 20;
  EXPECT_EQ(StaticFiles::open(small).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace bas::net
