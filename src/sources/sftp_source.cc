// A list behind a URL of an SFTP server: one file, or the last by name of a folder.
#include <fmt/format.h>

#include <utility>

#include "base/encode.h"
#include "base/time.h"
#include "fetch/address.h"
#include "sources/file_names.h"
#include "sources/kinds.h"
#include "sources/proof.h"
#include "sources/remote.h"

namespace bas::sources {

namespace {

// A file as the server lists it; `changed` in RFC 3339.
struct RemoteFile {
  std::string name;
  std::string url;
  std::string changed;
};

class SftpSource final : public ListSource {
 public:
  SftpSource(SourceSettings settings, fetch::Fetcher& fetcher, const Clock& clock)
      : settings_(std::move(settings)), remote_(settings_, fetcher), clock_(clock) {}
  SftpSource(const SftpSource&) = delete;
  SftpSource& operator=(const SftpSource&) = delete;

  Result<FetchedList> fetch(const SourceMark& last, std::stop_token stop) override {
    return fetch_proven([&] { return fetch_once(last, stop); });
  }

 private:
  Result<FetchedList> fetch_once(const SourceMark& last, const std::stop_token& stop);
  Result<RemoteFile> find_file(const std::stop_token& stop);
  Result<std::string> last_name(const std::stop_token& stop);
  Result<std::string> time_of(const std::string& url, const std::string& what,
                              const std::stop_token& stop);
  Result<> check_complete(const RemoteFile& file, const std::stop_token& stop);
  Result<Proof> proof_of(const RemoteFile& file, const std::stop_token& stop);
  Result<std::chrono::milliseconds> age_of(const RemoteFile& file) const;

  const SourceSettings settings_;
  Remote remote_;
  const Clock& clock_;
};

// The mark: etag is the file's name, last_modified its time, left out while it is not believable.
Result<FetchedList> SftpSource::fetch_once(const SourceMark& last, const std::stop_token& stop) {
  const RemoteFile file = TRY(find_file(stop));
  if (!settings_.pattern.empty() && file.name < last.etag) {
    return fail(ErrorCode::kUnavailable,
                "the last list by name is an earlier one than was fetched before");
  }
  FetchedList list;
  list.name = file.name;
  list.mark = last;
  list.fetched_at = clock_.now();
  const bool is_same = last.etag == file.name && last.last_modified == file.changed;
  if (is_same && !last.sha256.empty()) return list;
  TRY(check_complete(file, stop));
  fetch::Answer answer = TRY(remote_.ask({"GET", file.url, {}}, stop));
  if (answer.status != 200) {
    return tl::make_unexpected(error_of_status(answer.status, "the list"));
  }
  if (TRY(time_of(file.url, "the list", stop)) != file.changed) {
    return fail(ErrorCode::kUnavailable, "the list was written while it was fetched");
  }
  const bool is_believable = TRY(age_of(file)) >= kBelievableAge;
  list.mark.etag = file.name;
  list.mark.last_modified = is_believable ? file.changed : std::string{};
  list.mark.sha256 = to_hex(sha256(answer.body));
  if (list.mark.sha256 == last.sha256) return list;
  const Proof proof = TRY(proof_of(file, stop));
  TRY(check_proof(answer.body, list.mark.sha256, proof, settings_.signature));
  list.bytes = std::move(answer.body);
  return list;
}

Result<RemoteFile> SftpSource::find_file(const std::stop_token& stop) {
  RemoteFile file;
  file.url = settings_.url;
  if (settings_.pattern.empty()) {
    file.name = fetch::file_name_of(TRY(fetch::parse_address(settings_.url)));
  } else {
    file.name = TRY(last_name(stop));
    file.url += fetch::encode_segment(file.name);
  }
  file.changed = TRY(time_of(file.url, "the list", stop));
  return file;
}

Result<std::string> SftpSource::last_name(const std::stop_token& stop) {
  const fetch::Answer answer = TRY(remote_.ask({"GET", settings_.url, {}}, stop));
  if (answer.status != 200) {
    return tl::make_unexpected(error_of_status(answer.status, "the folder"));
  }
  std::string last;
  std::string_view names = answer.body;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('\n'), names.size());
    const std::string name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (name > last && is_list_name(name, settings_)) last = name;
  }
  if (last.empty()) return fail(ErrorCode::kUnavailable, "no file in the folder fits the pattern");
  return last;
}

Result<std::string> SftpSource::time_of(const std::string& url, const std::string& what,
                                        const std::stop_token& stop) {
  const fetch::Answer answer = TRY(remote_.ask({"HEAD", url, {}}, stop));
  if (answer.status != 200) return tl::make_unexpected(error_of_status(answer.status, what));
  return std::string(answer.header("last-modified"));
}

Result<std::chrono::milliseconds> SftpSource::age_of(const RemoteFile& file) const {
  return clock_.now() - TRY(parse_rfc3339(file.changed));
}

Result<> SftpSource::check_complete(const RemoteFile& file, const std::stop_token& stop) {
  switch (settings_.complete_when) {
    case CompleteWhen::kRenamed: return {};
    case CompleteWhen::kMarked: {
      const std::string marker = beside(file.url, settings_.marker_suffix);
      if (TRY(time_of(marker, "the marker", stop)) >= file.changed) return {};
      return fail(ErrorCode::kUnavailable, "the marker is older than the list: it is not complete");
    }
    case CompleteWhen::kSettled: break;
  }
  if (TRY(age_of(file)) >= settings_.settle) return {};
  return fail(ErrorCode::kUnavailable,
              fmt::format("the list was changed within the last {} s: it may still be written",
                          settings_.settle.count()));
}

Result<Proof> SftpSource::proof_of(const RemoteFile& file, const std::stop_token& stop) {
  Proof proof;
  if (!settings_.checksum.suffix.empty()) {
    const std::string url = beside(file.url, settings_.checksum.suffix);
    const std::string text = TRY(remote_.small_file(url, "the checksum document", stop));
    proof.checksum = TRY(checksum_in(text, file.name));
  }
  if (!settings_.signature.suffix.empty()) {
    const std::string url = beside(file.url, settings_.signature.suffix);
    proof.signature = TRY(remote_.small_file(url, "the signature", stop));
  }
  return proof;
}

}  // namespace

std::unique_ptr<ListSource> make_sftp_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                             const Clock& clock) {
  return std::make_unique<SftpSource>(std::move(settings), fetcher, clock);
}

}  // namespace bas::sources
