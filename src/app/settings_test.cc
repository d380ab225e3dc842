#include "app/settings.h"

#include <gmock/gmock.h>

#include "app/scratch_environment_test.h"
#include "base/file.h"

namespace bas::app {
namespace {

using testing::HasSubstr;

class SettingsOfServer : public ScratchEnvironment {
 protected:
  SettingsOfServer() {
    for (const auto& [name, value] : config::process_environment()) unset(name);
  }
  std::string file(const std::string& toml) {
    const auto path = folder_.path / "bas.toml";
    EXPECT_TRUE(write_file(path, toml, FileMode::kPublic));
    return path.string();
  }
};

TEST_F(SettingsOfServer, need_nothing_to_be_said) {
  const auto settings = load_settings({}).value();
  EXPECT_EQ(settings.data_folder, "bas-data");
  EXPECT_EQ(settings.server.address, "127.0.0.1");
  EXPECT_EQ(settings.server.port, 8080);
  EXPECT_FALSE(settings.server.tls);
  EXPECT_EQ(settings.kek_file.filename(), "bas-data.kek");
}

TEST_F(SettingsOfServer, come_from_the_file_the_environment_and_the_flags_the_last_the_strongest) {
  SettingsChoice choice;
  choice.config_file = file("listen = \"127.0.0.1:1001\"\ndata_dir = \"/from/file\"\n");
  EXPECT_EQ(load_settings(choice).value().server.port, 1001);
  EXPECT_EQ(load_settings(choice).value().data_folder, "/from/file");
  set("BAS_LISTEN", "127.0.0.1:1002");
  EXPECT_EQ(load_settings(choice).value().server.port, 1002);
  choice.listen = "127.0.0.1:1003";
  choice.data_folder = "/from/flag";
  EXPECT_EQ(load_settings(choice).value().server.port, 1003);
  EXPECT_EQ(load_settings(choice).value().data_folder, "/from/flag");
}

TEST_F(SettingsOfServer, reach_the_part_of_the_server_they_are_for) {
  SettingsChoice choice;
  choice.config_file = file(
      "[ingest]\nlate_after = \"7min\"\nbatch_reads_max = 123\n[hits]\nincident_window = "
      "\"11min\"\n");
  const auto settings = load_settings(choice).value();
  EXPECT_EQ(settings.ingest.late_after, std::chrono::minutes{7});
  EXPECT_EQ(settings.ingest.batch_reads_max, 123U);
  EXPECT_EQ(settings.incident_window, std::chrono::minutes{11});
}

TEST_F(SettingsOfServer, that_are_wrong_are_all_told_at_once) {
  SettingsChoice choice;
  choice.config_file = file("listten = \"x\"\n[ingest]\nlate_after = \"soon\"\n");
  const auto refused = load_settings(choice);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(refused.error().text, HasSubstr("listten"));
  EXPECT_THAT(refused.error().text, HasSubstr("late_after"));
}

TEST_F(SettingsOfServer, of_a_file_that_is_not_there_are_refused) {
  SettingsChoice choice;
  choice.config_file = (folder_.path / "nowhere.toml").string();
  EXPECT_FALSE(load_settings(choice));
  choice.config_file.clear();
  choice.listen = "nowhere";
  EXPECT_FALSE(load_settings(choice));
}

TEST_F(SettingsOfServer, a_misspelt_variable_is_refused_and_those_of_others_are_not) {
  set("BAS_BINARY", "build/release/bas");
  EXPECT_TRUE(load_settings({}));
  set("BAS_LISTTEN", "127.0.0.1:1");
  EXPECT_FALSE(load_settings({}));
}

}  // namespace
}  // namespace bas::app
