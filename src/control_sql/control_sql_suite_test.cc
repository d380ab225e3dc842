#include "control_sql/control_sql.h"
#include "control_sql/scratch_folder_test.h"
#include "testkit/account_store_suite.h"
#include "testkit/control_store_suite.h"
#include "testkit/delivery_store_suite.h"
#include "testkit/hit_store_suite.h"
#include "testkit/list_pages_suite.h"
#include "testkit/list_store_suite.h"
#include "testkit/paper_store_suite.h"
#include "testkit/pursuit_store_suite.h"
#include "testkit/revision_store_suite.h"
#include "testkit/verdict_suite.h"

namespace bas::testkit {
namespace {

class SqliteStores final : public ControlStores {
 public:
  ProvinceStore& province() override { return sql_->province(); }
  ListStore& lists() override { return sql_->lists(); }
  RevisionStore& revisions() override { return sql_->revisions(); }
  PaperStore& papers() override { return sql_->papers(); }
  HitStore& hits() override { return sql_->hits(); }
  PursuitStore& pursuits() override { return sql_->pursuits(); }
  DeliveryStore& deliveries() override { return sql_->deliveries(); }
  AccountStore& accounts() override { return sql_->accounts(); }
  QuarantineStore& quarantine() override { return sql_->quarantine(); }

 private:
  control_sql::ScratchFolder folder_;
  std::unique_ptr<control_sql::ControlSql> sql_ =
      control_sql::ControlSql::open({.file = folder_.path / "a b.db"}).value();
};

std::unique_ptr<ControlStores> make_sqlite_stores() { return std::make_unique<SqliteStores>(); }

INSTANTIATE_TEST_SUITE_P(sqlite, province_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, account_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, quarantine_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, list_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, list_pages, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, revision_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, paper_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, hit_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, pursuit_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, delivery_store, testing::Values(&make_sqlite_stores));
INSTANTIATE_TEST_SUITE_P(sqlite, verdict_store, testing::Values(&make_sqlite_stores));

}  // namespace
}  // namespace bas::testkit
