#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "config/fields.h"

namespace bas::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A settings file that is gone after the test.
class config : public testing::Test {
 protected:
  config() {
    std::string name = (std::filesystem::temp_directory_path() / "bas-config-XXXXXX").string();
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  ~config() override { std::filesystem::remove_all(folder_); }

  Sources file_with(std::string_view toml) {
    EXPECT_TRUE(write_file(folder_ / "bas.toml", toml, FileMode::kPublic));
    Sources sources;
    sources.file = folder_ / "bas.toml";
    return sources;
  }
  // The texts of all findings of a file.
  std::vector<std::string> findings_of(std::string_view toml) {
    std::vector<std::string> texts;
    for (const Finding& finding : read_settings(file_with(toml)).findings) {
      texts.push_back(finding.where.substr(finding.where.rfind('/') + 1) + " " + finding.text);
    }
    return texts;
  }

  std::filesystem::path folder_;
};

TEST_F(config, is_at_its_defaults_without_any_source) {
  const Settings settings = load({}).value();
  EXPECT_EQ(settings.listen, "127.0.0.1:8080");
  EXPECT_EQ(settings.role, "province");
  EXPECT_EQ(settings.http.body_bytes_max, 20U << 20U);
  EXPECT_EQ(settings.ingest.repeat_window, std::chrono::seconds(5));
  EXPECT_EQ(settings.ingest.late_after, std::chrono::minutes(2));
  EXPECT_EQ(settings.hits.incident_window, std::chrono::minutes(30));
  EXPECT_EQ(settings.vault.kek_file, "bas-data.kek");
}

TEST_F(config, reads_every_kind_of_value_from_a_file) {
  const auto settings = load(file_with(R"(
listen = "[::1]:9000"
data_dir = "/srv/bas/"
threads = 4
[http]
body_bytes_max = "5 MiB"
idle_timeout = "2 min"
[log]
level = "debug"
)"))
                            .value();
  EXPECT_EQ(settings.listen, "[::1]:9000");
  EXPECT_EQ(settings.data_dir, "/srv/bas/");
  EXPECT_EQ(settings.vault.kek_file, "/srv/bas.kek");
  EXPECT_EQ(settings.threads, 4);
  EXPECT_EQ(settings.http.body_bytes_max, 5U << 20U);
  EXPECT_EQ(settings.http.idle_timeout, std::chrono::minutes(2));
  EXPECT_EQ(settings.log.level, "debug");
}

TEST_F(config, lets_variables_outdo_the_file_and_flags_outdo_both) {
  Sources sources =
      file_with("threads = 3\n[ingest]\nlate_after = \"1min\"\nqueue_reads_max = 7000");
  sources.environment = {{"BAS_THREADS", "5"}, {"BAS_INGEST__LATE_AFTER", "3 min"}, {"PATH", "x"}};
  sources.flags = {{"threads", "6"}};
  const Reading reading = read_settings(sources);
  EXPECT_TRUE(reading.findings.empty());
  EXPECT_EQ(reading.settings.threads, 6);
  EXPECT_EQ(reading.settings.ingest.late_after, std::chrono::minutes(3));
  EXPECT_EQ(reading.settings.ingest.queue_reads_max, 7000);
  const std::string file = (folder_ / "bas.toml").string();
  EXPECT_THAT(
      reading.origins,
      testing::UnorderedElementsAre(
          std::pair<std::string, std::string>("threads", "--threads"),
          std::pair<std::string, std::string>("ingest.late_after", "BAS_INGEST__LATE_AFTER"),
          std::pair<std::string, std::string>("ingest.queue_reads_max", file + ":4")));
}

TEST_F(config, tells_every_finding_with_its_line_not_only_the_first) {
  EXPECT_THAT(findings_of("lisen = \"x:1\"\nthreads = \"2\"\n[ingest]\nlate_after = 120\n"
                          "repeat_window = \"5\"\n[tls]\nkey = \"secret\""),
              testing::UnorderedElementsAre(
                  "bas.toml:1 \"lisen\" is no setting; did you mean listen?",
                  testing::StartsWith("bas.toml:2 threads: expected a whole number without quotes"),
                  testing::StartsWith("bas.toml:4 ingest.late_after: a length of time is a whole "
                                      "number and a unit"),
                  testing::StartsWith("bas.toml:5 ingest.repeat_window: a length of time"),
                  "bas.toml:7 \"tls.key\" is no setting; did you mean tls.key_file?"));
  const auto loaded = load(file_with("a = 1\nb = 2"));
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(loaded.error().text, testing::AllOf(HasSubstr("\"a\""), HasSubstr("\"b\"")));
}

TEST_F(config, refuses_values_of_a_kind_that_no_setting_takes) {
  for (const char* value : {"1.5", "true", "[1]", "2026-11-23", "{}"}) {
    const auto found = findings_of("threads = " + std::string(value));
    if (std::string_view(value) == "{}") continue;  // an empty table sets nothing
    EXPECT_THAT(found, ElementsAre(HasSubstr("threads: it takes a whole number, 1 to 256")))
        << value;
  }
}

TEST_F(config, refuses_values_out_of_range_and_says_the_range) {
  EXPECT_THAT(findings_of("threads = 0"), ElementsAre(HasSubstr("1 to 256")));
  EXPECT_THAT(findings_of("[http]\nbody_bytes_max = \"1 KiB\""),
              ElementsAre(HasSubstr("a size, 64 KiB to 4 GiB")));
  EXPECT_THAT(findings_of("[hits]\nheartbeat = \"1h\""),
              ElementsAre(HasSubstr("a length of time, 1s to 5min")));
  EXPECT_THAT(findings_of("[log]\nlevel = \"loud\""),
              ElementsAre(HasSubstr("one of debug info warning error")));
}

TEST_F(config, refuses_an_unknown_variable_but_not_a_neighbours) {
  Sources sources;
  sources.environment = {{"BAS_LISTN", "x"}, {"BAS_OTHER", "y"}};
  sources.other_variables = {"BAS_OTHER"};
  const Reading reading = read_settings(sources);
  ASSERT_EQ(reading.findings.size(), 1U);
  EXPECT_EQ(reading.findings[0].where, "BAS_LISTN");
  EXPECT_THAT(reading.findings[0].text, HasSubstr("did you mean BAS_LISTEN?"));
}

TEST_F(config, says_where_a_file_is_no_toml_and_when_it_is_not_there) {
  EXPECT_THAT(findings_of("threads = 1\nthreads = 2"), ElementsAre(HasSubstr("bas.toml:2")));
  EXPECT_THAT(findings_of("a = \xFF"), testing::SizeIs(1));
  Sources missing;
  missing.file = folder_ / "none.toml";
  EXPECT_EQ(read_settings(missing).findings.size(), 1U);
}

TEST_F(config, checks_what_must_hold_between_settings) {
  EXPECT_THAT(findings_of("role = \"zone\""), ElementsAre(HasSubstr("use \"province\"")));
  EXPECT_THAT(findings_of("role = \"king\""), ElementsAre(HasSubstr("one of province zone")));
  EXPECT_THAT(findings_of("[tls]\ncertificate_file = \"a\""),
              ElementsAre(HasSubstr("certificate and key go together")));
  EXPECT_THAT(findings_of("[tls]\nclient_ca_file = \"a\""),
              ElementsAre(HasSubstr("client certificates need TLS")));
  EXPECT_THAT(findings_of("[ingest]\nbatch_reads_max = 10\nqueue_reads_max = 9"),
              ElementsAre(HasSubstr("queue_reads_max")));
  for (const char* listen : {"", "8080", ":8080", "host:", "host:x", "host:65536", "::1:80"}) {
    EXPECT_THAT(findings_of("listen = \"" + std::string(listen) + "\""),
                ElementsAre(HasSubstr("address:port")))
        << listen;
  }
}

TEST_F(config, takes_an_identity_provider_whole_and_over_https) {
  const std::string rest = "client_id = \"bas\"\nclient_secret_file = \"s\"\ngroups_file = \"g\"\n";
  const std::string back = "/api/v1/sign-in/provider/return\"\n";
  const std::string good = "[oidc]\n" + rest + "issuer = \"https://login.example\"\n" +
                           "redirect_url = \"https://bas.example" + back;
  EXPECT_THAT(findings_of(good), ElementsAre());
  EXPECT_THAT(findings_of("[oidc]\n" + rest + "issuer = \"http://127.0.0.1:9\"\n" +
                          "redirect_url = \"http://localhost:8080" + back),
              ElementsAre());
  EXPECT_THAT(findings_of("[scim]\ntoken_file = \"t\""),
              ElementsAre(HasSubstr("set the table oidc")));
  EXPECT_THAT(findings_of(good + "[scim]\ntoken_file = \"t\""), ElementsAre());
  EXPECT_THAT(findings_of("[oidc]\n" + rest),
              ElementsAre(HasSubstr("oidc.issuer"), HasSubstr("oidc.redirect_url")));
  EXPECT_THAT(findings_of("[oidc]\n" + rest + "issuer = \"http://login.example\"\n" +
                          "redirect_url = \"http://bas.example" + back),
              ElementsAre(HasSubstr("https://"), HasSubstr("https://")));
  EXPECT_THAT(findings_of("[oidc]\n" + rest + "issuer = \"https://login.example\"\n" +
                          "redirect_url = \"https://bas.example/\"\n"),
              ElementsAre(HasSubstr("provider/return")));
}

TEST_F(config, keeps_the_key_of_all_keys_out_of_the_data) {
  for (const char* inside : {"bas-data/x.kek", "./bas-data/keys/../x", "bas-data"}) {
    EXPECT_THAT(findings_of("[vault]\nkek_file = \"" + std::string(inside) + "\""),
                ElementsAre(HasSubstr("put it outside")))
        << inside;
  }
  EXPECT_THAT(findings_of("[ledger]\nkey_file = \"bas-data/x\""),
              ElementsAre(HasSubstr("put it outside")));
  EXPECT_THAT(findings_of("[vault]\nkek_file = \"bas-data2/x.kek\""), ElementsAre());
  EXPECT_THAT(findings_of("data_dir = \"d/\"\n[vault]\nkek_file = \"d/../e.kek\""), ElementsAre());
}

std::string uncommented(std::string_view sample) {
  std::string toml;
  while (!sample.empty()) {
    const auto end = sample.find('\n');
    std::string_view line = sample.substr(0, end);
    sample.remove_prefix(end + 1);
    if (line.starts_with('#') && !line.starts_with("# ")) line.remove_prefix(1);
    toml.append(line).append("\n");
  }
  return toml;
}

TEST_F(config, has_a_sample_that_says_the_defaults) {
  const Reading reading = read_settings(file_with(uncommented(sample_toml())));
  EXPECT_THAT(reading.findings, testing::IsEmpty());
  EXPECT_EQ(reading.origins.size(), fields().size());
  const Settings defaults = load({}).value();
  for (const Field& field : fields()) {
    EXPECT_EQ(show(field, reading.settings), show(field, defaults)) << field.key;
  }
}

TEST_F(config, names_no_secret_but_files_of_them) {
  for (const Field& field : fields()) {
    for (const char* word : {"password", "secret", "token"}) {
      if (field.key.ends_with("_file") || field.key.ends_with("_dir")) continue;
      EXPECT_THAT(std::string(field.key), testing::Not(HasSubstr(word)));
    }
  }
}

// The tests run in the root of the project.
void expect_committed(const std::filesystem::path& file, const std::string& text) {
  if (std::getenv("BAS_REGENERATE") != nullptr) {
    EXPECT_TRUE(write_file(file, text, FileMode::kPublic));
  }
  const auto committed = read_file(file, 1U << 20U);
  ASSERT_TRUE(committed) << committed.error().text;
  EXPECT_EQ(*committed, text) << "run this test with BAS_REGENERATE=1 and commit " << file;
}

TEST_F(config, is_told_in_the_docs_as_it_is) {
  expect_committed("docs/config.sample.toml", sample_toml());
  expect_committed("docs/settings.md", reference_markdown());
}

}  // namespace
}  // namespace bas::config
