#include "app/web_files.h"

#include "base/log.h"
#include "net/static_files.h"

namespace bas::app {

namespace {

namespace fs = std::filesystem;

fs::path find_folder() {
  std::error_code failure;
  const fs::path binary = fs::read_symlink("/proc/self/exe", failure).parent_path();
  const fs::path candidates[] = {binary / "web", binary / "../share/bas/web",
                                 binary / "../../web/dist"};
  for (const fs::path& candidate : candidates) {
    if (fs::exists(candidate / "index.html", failure)) return candidate.lexically_normal();
  }
  return {};
}

}  // namespace

Result<> add_web_files(net::Router& router, fs::path folder) {
  if (folder.empty()) folder = find_folder();
  if (folder.empty()) {
    log(LogLevel::kWarning, "app", "the console's files are not there: only the API is served");
    return {};
  }
  const std::shared_ptr<const net::StaticFiles> files =
      TRY(net::StaticFiles::open({.folder = folder.string()}));
  router.add({.method = "GET",
              .pattern = "/{path...}",
              .run = net::Run::kInline,
              .body_bytes_max = 0,
              .handler = [files](const net::Request& request, const net::Respond& respond) {
                respond(files->answer(request));
              }});
  return {};
}

}  // namespace bas::app
