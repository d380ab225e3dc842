#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct ZoneRow {
  std::string id, code, name;
  auto fields() { return std::tie(id, code, name); }
};

struct SiteRow {
  std::string id, zone, name;
  double latitude = 0, longitude = 0;
  std::string municipality, municipality_nis, road;
  auto fields() {
    return std::tie(id, zone, name, latitude, longitude, municipality, municipality_nis, road);
  }
};

struct CameraRow {
  std::string id, zone, site, name, key_digest;
  Nullable<double> heading_deg;
  int lanes = 0, is_disabled = 0;
  long long created_at = 0;
  std::string source;
  Nullable<long long> from, until;
  std::string area, decision;
  Nullable<long long> maintenance_until;
  auto fields() {
    return std::tie(id, zone, site, name, key_digest, heading_deg, lanes, is_disabled, created_at,
                    source, from, until, area, decision, maintenance_until);
  }
};

Result<Zone> decode_zone(const ZoneRow& row) {
  return Zone{TRY(stored_id(row.id)), row.code, row.name};
}

Result<Site> decode_site(const SiteRow& row) {
  return Site{
      TRY(stored_id(row.id)), TRY(stored_id(row.zone)), row.name, row.latitude, row.longitude,
      row.municipality,       row.municipality_nis,     row.road};
}

struct CameraChangeRow {
  std::string name;
  Nullable<double> heading_deg;
  int lanes = 0;
  Nullable<long long> from, until;
  std::string area, decision;
  Nullable<long long> maintenance_until;
  std::string id;
  auto fields() {
    return std::tie(name, heading_deg, lanes, from, until, area, decision, maintenance_until, id);
  }
};

Nullable<long long> stored_time(const std::optional<UtcTime>& time) {
  return Nullable<long long>(time ? std::optional<long long>(ms_of(*time)) : std::nullopt);
}

std::optional<UtcTime> time_or_none(const std::optional<long long>& ms) {
  return ms ? std::optional<UtcTime>(time_of(*ms)) : std::nullopt;
}

CameraChangeRow change_row(const Camera& camera) {
  const auto& decision = camera.decision;
  return {camera.name,
          Nullable<double>(camera.heading_deg),
          camera.lanes,
          stored_time(decision ? std::optional(decision->from) : std::nullopt),
          stored_time(decision ? std::optional(decision->until) : std::nullopt),
          decision ? decision->area : std::string(),
          decision ? decision->reference : std::string(),
          stored_time(camera.maintenance_until),
          to_string(camera.id)};
}

std::optional<CouncilDecision> decode_decision(const CameraRow& row) {
  const auto from = time_or_none(row.from.get());
  const auto until = time_or_none(row.until.get());
  if (!from || !until) return std::nullopt;
  return CouncilDecision{*from, *until, row.area, row.decision};
}

Result<Camera> decode_camera(const CameraRow& row) {
  const auto source = kLegalSourceNames.find(row.source);
  if (!source) {
    return fail(ErrorCode::kCorrupt, "the act of a stored camera is unknown: restore a backup");
  }
  return Camera{TRY(stored_id(row.id)),
                TRY(stored_id(row.zone)),
                TRY(stored_id(row.site)),
                row.name,
                TRY(stored_bytes(row.key_digest)),
                row.heading_deg.get(),
                row.lanes,
                row.is_disabled != 0,
                time_of(row.created_at),
                *source,
                decode_decision(row),
                time_or_none(row.maintenance_until.get())};
}

class SqlProvinceStore final : public ProvinceStore {
 public:
  explicit SqlProvinceStore(const Connections& connections) : connections_(connections) {}

  Result<> add_zone(const Zone& zone) override {
    return add("INSERT INTO zones (id, code, name) VALUES (:id, :code, :name)",
               ZoneRow{to_string(zone.id), zone.code, zone.name})
        .map_error(while_doing("the zone was not added"));
  }

  Result<std::vector<Zone>> zones() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<ZoneRow>(session, "SELECT id, code, name FROM zones ORDER BY code", None{},
                                 decode_zone);
    });
  }

  Result<> add_site(const Site& site) override {
    return add("INSERT INTO sites (id, zone, name, latitude, longitude, municipality, "
               "municipality_nis, road) VALUES (:id, :zone, :name, :latitude, :longitude, "
               ":municipality, :nis, :road)",
               SiteRow{to_string(site.id), to_string(site.zone), site.name, site.latitude,
                       site.longitude, site.municipality, site.municipality_nis, site.road})
        .map_error(while_doing("the site was not added"));
  }

  Result<std::vector<Site>> sites() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<SiteRow>(session,
                                 "SELECT id, zone, name, latitude, longitude, municipality, "
                                 "municipality_nis, road FROM sites ORDER BY id",
                                 None{}, decode_site);
    });
  }

  Result<> add_camera(const Camera& camera) override {
    const CameraChangeRow more = change_row(camera);
    return add("INSERT INTO cameras (id, zone, site, name, key_digest, heading_deg, lanes, "
               "is_disabled, created_at, legal_source, authorised_from, authorised_until, "
               "authorised_area, decision, maintenance_until) VALUES (:id, :zone, :site, :name, "
               ":key, :heading, :lanes, :disabled, :created, :source, :from, :until, :area, "
               ":decision, :maintenance)",
               CameraRow{to_string(camera.id), to_string(camera.zone), to_string(camera.site),
                         camera.name, to_base64(camera.key_sha256),
                         Nullable<double>(camera.heading_deg), camera.lanes,
                         camera.is_disabled ? 1 : 0, ms_of(camera.created_at),
                         std::string(kLegalSourceNames.of(camera.source)), more.from, more.until,
                         more.area, more.decision, more.maintenance_until})
        .map_error(while_doing("the camera was not added"));
  }

  Result<std::vector<Camera>> cameras() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<CameraRow>(session,
                                   "SELECT id, zone, site, name, key_digest, heading_deg, lanes, "
                                   "is_disabled, created_at, legal_source, authorised_from, "
                                   "authorised_until, authorised_area, decision, "
                                   "maintenance_until FROM cameras ORDER BY id",
                                   None{}, decode_camera);
    });
  }

  Result<> change_camera(const Camera& camera) override {
    return change(
        "UPDATE cameras SET name = :name, heading_deg = :heading, lanes = :lanes, "
        "authorised_from = :from, authorised_until = :until, authorised_area = :area, "
        "decision = :decision, maintenance_until = :maintenance WHERE id = :id",
        change_row(camera));
  }

  Result<> set_camera_disabled(const Id& camera, bool is_disabled) override {
    return change("UPDATE cameras SET is_disabled = :disabled WHERE id = :id",
                  Values<int, std::string>{{is_disabled ? 1 : 0, to_string(camera)}});
  }

  Result<> set_camera_source(const Id& camera, LegalSource source) override {
    return change("UPDATE cameras SET legal_source = :source WHERE id = :id",
                  Values<std::string, std::string>{
                      {std::string(kLegalSourceNames.of(source)), to_string(camera)}});
  }

  Result<> set_camera_key(const Id& camera, std::string_view key_sha256) override {
    return change("UPDATE cameras SET key_digest = :key WHERE id = :id",
                  Values<std::string, std::string>{{to_base64(key_sha256), to_string(camera)}});
  }

 private:
  template <typename Row>
  Result<> add(std::string_view sql, Row row) {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Row> insert(session, sql);
      insert.in = std::move(row);
      insert.run();
      return {};
    });
  }

  template <typename In>
  Result<> change(std::string_view sql, In in) {
    const auto update_one = [&](soci::session& session) -> Result<> {
      Prepared<In> update(session, sql);
      update.in = std::move(in);
      update.run();
      if (update.changed_rows() > 0) return {};
      return fail(ErrorCode::kNotFound, "no camera has this id");
    };
    return connections_.writes.write(update_one)
        .map_error(while_doing("the camera was not changed"));
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<ProvinceStore> make_province_store(const Connections& connections) {
  return std::make_unique<SqlProvinceStore>(connections);
}

}  // namespace bas::control_sql
