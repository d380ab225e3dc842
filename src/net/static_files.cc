#include "net/static_files.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <optional>

#include "base/encode.h"
#include "base/file.h"
#include "base/text.h"
#include "net/byte_range.h"
#include "net/problem.h"

namespace bas::net {
namespace {

namespace fs = std::filesystem;
using Bytes = std::shared_ptr<const std::string>;

constexpr std::string_view kIndex = "/index.html";

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

constexpr std::array kMediaTypes = std::to_array<MediaType>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".geojson", "application/geo+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".mp3", "audio/mpeg"},
    {".wav", "audio/wav"},
    {".pbf", "application/x-protobuf"},
});

std::string_view media_type(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const MediaType& known : kMediaTypes) {
    if (known.extension == extension) return known.type;
  }
  return "application/octet-stream";
}

// One spelling of a file: as it is, or compressed ahead.
struct Variant {
  Bytes bytes;
  std::string etag;
};

struct File {
  Variant plain;
  Variant br;
  Variant gzip;
  std::string type;
  std::string cache_control;
};

Variant make_variant(std::string bytes) {
  Variant variant;
  variant.etag = '"' + to_hex(sha256(bytes)).substr(0, 32) + '"';
  variant.bytes = std::make_shared<const std::string>(std::move(bytes));
  return variant;
}

// Calls `visit` with each element of a comma-separated list until it returns true.
template <typename Visit>
bool any_element(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (visit(trimmed(list.substr(0, end)))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  return any_element(accept_encoding, [&](std::string_view element) {
    const std::size_t semicolon = std::min(element.find(';'), element.size());
    const std::string_view weight =
        trimmed(element.substr(std::min(semicolon + 1, element.size())));
    const bool is_refused =
        weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
    return equal_ignoring_case(trimmed(element.substr(0, semicolon)), coding) && !is_refused;
  });
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  return any_element(if_none_match, [&](std::string_view element) {
    if (element.starts_with("W/")) element.remove_prefix(2);
    return element == etag || element == "*";
  });
}

Response part_of(const Variant& plain, const ByteRange& range, Response response) {
  const std::size_t size = plain.bytes->size();
  if (range.kind == ByteRange::Kind::kUnsatisfiable) {
    response.status = 416;
    response.headers.push_back({"Content-Range", fmt::format("bytes */{}", size)});
    return response;
  }
  response.status = 206;
  response.headers.push_back(
      {"Content-Range", fmt::format("bytes {}-{}/{}", range.first, range.last, size)});
  response.body = plain.bytes->substr(range.first, range.last - range.first + 1);
  return response;
}

ByteRange wanted_range(const Request& request, const Variant& plain) {
  const std::string_view if_range = request.header("If-Range");
  if (request.method != "GET" || (!if_range.empty() && if_range != plain.etag)) return {};
  return parse_byte_range(request.header("Range"), plain.bytes->size());
}

struct Choice {
  const Variant* variant;
  std::string_view coding;
};

Choice choose(const File& file, const Request& request) {
  const std::string_view accepted = request.header("Accept-Encoding");
  if (file.br.bytes && accepts(accepted, "br")) return {&file.br, "br"};
  if (file.gzip.bytes && accepts(accepted, "gzip")) return {&file.gzip, "gzip"};
  return {&file.plain, {}};
}

Response answer_with(const File& file, const Request& request) {
  Response response;
  response.headers = security_headers();
  if (request.is_tls) {
    response.headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  }
  response.headers.push_back({"Cache-Control", file.cache_control});
  response.headers.push_back({"Vary", "Accept-Encoding"});
  response.content_type = file.type;
  const ByteRange range = wanted_range(request, file.plain);
  const bool is_whole = range.kind == ByteRange::Kind::kWhole;
  const Choice choice = is_whole ? choose(file, request) : Choice{&file.plain, {}};
  response.headers.push_back({"ETag", choice.variant->etag});
  response.headers.push_back({"Accept-Ranges", "bytes"});
  if (matches(request.header("If-None-Match"), choice.variant->etag)) {
    response.status = 304;
    return response;
  }
  if (!is_whole) return part_of(file.plain, range, std::move(response));
  if (!choice.coding.empty()) {
    response.headers.push_back({"Content-Encoding", std::string{choice.coding}});
  }
  response.shared_body = choice.variant->bytes;
  return response;
}

// Every regular file below the folder by its path, "/assets/a.js".
using FilesRead = std::map<std::string, std::string>;

Result<FilesRead> read_folder(const StaticFilesSettings& settings) {
  FilesRead read;
  std::error_code error;
  std::size_t bytes_left = settings.bytes_max;
  fs::recursive_directory_iterator entries(settings.folder, error);
  for (; !error && entries != fs::recursive_directory_iterator{}; entries.increment(error)) {
    if (entries->is_symlink(error) || !entries->is_regular_file(error)) continue;
    std::string bytes = TRY(read_file(entries->path(), bytes_left));
    bytes_left -= bytes.size();
    const fs::path relative = entries->path().lexically_relative(settings.folder);
    read.emplace("/" + relative.generic_string(), std::move(bytes));
  }
  if (!error) return read;
  return fail(ErrorCode::kNotFound,
              "The folder " + settings.folder + " cannot be read: " + error.message() + ".");
}

Variant find_variant(const FilesRead& read, const std::string& path) {
  const auto found = read.find(path);
  return found == read.end() ? Variant{} : make_variant(found->second);
}

using FilesByPath = std::map<std::string, File, std::less<>>;

FilesByPath index_files(const FilesRead& read, const std::string& immutable_prefix) {
  FilesByPath files;
  for (const auto& [path, bytes] : read) {
    const bool is_compressed = path.ends_with(".br") || path.ends_with(".gz");
    if (is_compressed && read.contains(path.substr(0, path.size() - 3))) continue;
    File& file = files[path];
    file.plain = make_variant(bytes);
    file.br = find_variant(read, path + ".br");
    file.gzip = find_variant(read, path + ".gz");
    file.type = media_type(path);
    file.cache_control =
        path.starts_with(immutable_prefix) ? "public, max-age=31536000, immutable" : "no-cache";
  }
  return files;
}

}  // namespace

struct StaticFiles::Files {
  FilesByPath by_path;

  const File* find(std::string_view path) const {
    const auto found = by_path.find(path);
    return found == by_path.end() ? nullptr : &found->second;
  }
};

const std::vector<Header>& security_headers() {
  static const std::vector<Header> kHeaders = {
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
       "connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; "
       "form-action 'self'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy",
       "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), "
       "geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
       "usb=()"},
  };
  return kHeaders;
}

StaticFiles::StaticFiles(std::unique_ptr<Files> files) : files_(std::move(files)) {}
StaticFiles::~StaticFiles() = default;

Result<std::unique_ptr<StaticFiles>> StaticFiles::open(StaticFilesSettings settings) {
  const FilesRead read = TRY(read_folder(settings));
  auto files = std::make_unique<Files>();
  files->by_path = index_files(read, settings.immutable_prefix);
  return std::unique_ptr<StaticFiles>(new StaticFiles(std::move(files)));
}

Response StaticFiles::answer(const Request& request) const {
  const File* file = files_->find(request.path);
  const bool is_page = fs::path{request.path}.extension().empty();
  if (!file && is_page) file = files_->find(kIndex);
  if (file) return answer_with(*file, request);
  Response response = problem(not_found());
  for (const Header& header : security_headers()) response.headers.push_back(header);
  return response;
}

}  // namespace bas::net
