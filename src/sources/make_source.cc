#include "sources/make_source.h"

#include <fmt/format.h>

#include <utility>

#include "sources/kinds.h"

namespace bas::sources {

namespace {

struct NamedFile {
  const char* name;
  std::string& file;
};

// Turns the name of a file into its path.
Result<> place_file(NamedFile named, const std::string& secrets) {
  std::string& file = named.file;
  if (file.empty()) return {};
  if (secrets.empty()) {
    if (file.starts_with('/')) return {};
    return fail(ErrorCode::kBadInput,
                fmt::format("source: {} must be an absolute path", named.name));
  }
  if (file.find('/') != std::string::npos || file.starts_with('.')) {
    return fail(ErrorCode::kBadInput,
                fmt::format("source: {} must be the name of a file in the folder for secrets, "
                            "without a path",
                            named.name));
  }
  file = secrets + "/" + file;
  return {};
}

Result<> place_files(SourceSettings& settings, const std::string& secrets) {
  fetch::Access& access = settings.access;
  for (const NamedFile& named :
       {NamedFile{"access.bearer_token_file", access.bearer_token_file},
        NamedFile{"access.password_file", access.password_file},
        NamedFile{"access.ca_file", access.ca_file},
        NamedFile{"access.client_certificate_file", access.client_certificate_file},
        NamedFile{"access.client_key_file", access.client_key_file},
        NamedFile{"access.ssh_private_key_file", access.ssh_private_key_file},
        NamedFile{"access.ssh_known_hosts_file", access.ssh_known_hosts_file},
        NamedFile{"signature.public_key_file", settings.signature.public_key_file}}) {
    TRY(place_file(named, secrets));
  }
  return {};
}

Result<> check_path(const SourceSettings& settings, const std::string& folders) {
  const bool is_within = settings.path == folders || settings.path.starts_with(folders + "/");
  if (folders.empty() || is_within) return {};
  return fail(ErrorCode::kBadInput, "source: path must lie within the folder for lists");
}

}  // namespace

Result<std::unique_ptr<ListSource>> make_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                                const Clock& clock, const SourceRoots& roots) {
  TRY(validate(settings));
  TRY(place_files(settings, roots.secrets));
  switch (settings.kind) {
    case SourceKind::kHttp: return make_http_source(std::move(settings), fetcher, clock);
    case SourceKind::kSftp: return make_sftp_source(std::move(settings), fetcher, clock);
    case SourceKind::kFolder: break;
  }
  std::string root = roots.folders;
  while (root.ends_with('/')) root.pop_back();
  TRY(check_path(settings, root));
  return make_folder_source(std::move(settings), clock, std::move(root));
}

}  // namespace bas::sources
