#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct PaperRow {
  std::string id;
  int version = 0;
  std::string sealed;
  auto fields() { return std::tie(id, version, sealed); }
};

auto paper_decoder(PaperKind kind) {
  return [kind](const PaperRow& row) -> Result<SealedPaper> {
    return SealedPaper{kind, TRY(stored_id(row.id)), row.version, TRY(stored_bytes(row.sealed))};
  };
}

class SqlPaperStore final : public PaperStore {
 public:
  explicit SqlPaperStore(const Connections& connections) : connections_(connections) {}

  Result<> add_paper(const SealedPaper& paper) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string, std::string, int, std::string>> add(
          session,
          "INSERT INTO papers (kind, id, version, sealed) VALUES (:kind, :id, :version, :sealed)");
      add.in.values = {std::string(kPaperKindNames.of(paper.kind)), to_string(paper.id),
                       paper.version, to_base64(paper.sealed)};
      add.run();
      return {};
    });
  }

  Result<> replace_paper(const SealedPaper& paper) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<int, std::string, std::string, std::string, int>> change(
          session,
          "UPDATE papers SET version = :version, sealed = :sealed WHERE kind = :kind AND id = :id "
          "AND version = :before");
      change.in.values = {paper.version, to_base64(paper.sealed),
                          std::string(kPaperKindNames.of(paper.kind)), to_string(paper.id),
                          paper.version - 1};
      change.run();
      if (change.changed_rows() > 0) return {};
      return fail(ErrorCode::kConflict, "somebody else changed it meanwhile: look at it again");
    });
  }

  Result<std::optional<SealedPaper>> paper(PaperKind kind, const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<PaperRow>(
          session, "SELECT id, version, sealed FROM papers WHERE kind = :kind AND id = :id",
          Values<std::string, std::string>{{std::string(kPaperKindNames.of(kind)), to_string(id)}},
          paper_decoder(kind));
    });
  }

  Result<std::vector<SealedPaper>> papers(PaperKind kind) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<PaperRow>(
          session, "SELECT id, version, sealed FROM papers WHERE kind = :kind ORDER BY id",
          Values<std::string>{{std::string(kPaperKindNames.of(kind))}}, paper_decoder(kind));
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<PaperStore> make_paper_store(const Connections& connections) {
  return std::make_unique<SqlPaperStore>(connections);
}

}  // namespace bas::control_sql
