// What every engine under PaperStore has to do.
#pragma once

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class paper_store : public ControlStoreTest {};

TEST_P(paper_store, gives_back_papers_of_a_kind_in_the_order_of_their_making) {
  const SealedPaper first{PaperKind::kGrant, next_id(), 1, std::string("\0sealed'--", 10)};
  const SealedPaper second{PaperKind::kGrant, next_id(), 1, "other"};
  const SealedPaper document{PaperKind::kDocument, first.id, 1, std::string(300'000, '\xFF')};
  for (const SealedPaper& one : {second, first, document}) {
    ASSERT_TRUE(stores_->papers().add_paper(one));
  }
  const auto grants = stores_->papers().papers(PaperKind::kGrant).value();
  ASSERT_EQ(grants.size(), 2U);
  EXPECT_EQ(grants[0].id, first.id);
  EXPECT_EQ(grants[0].sealed, first.sealed);
  EXPECT_EQ(grants[1].id, second.id);
  EXPECT_EQ(stores_->papers().paper(PaperKind::kDocument, first.id).value()->sealed,
            document.sealed);
  EXPECT_FALSE(stores_->papers().paper(PaperKind::kAuthorisation, first.id).value());
}

TEST_P(paper_store, is_changed_by_one_at_a_time) {
  SealedPaper paper{PaperKind::kAuthorisation, next_id(), 1, "one"};
  ASSERT_TRUE(stores_->papers().add_paper(paper));
  EXPECT_EQ(stores_->papers().add_paper(paper).error().code, ErrorCode::kConflict);
  paper.version = 2;
  paper.sealed = "two";
  ASSERT_TRUE(stores_->papers().replace_paper(paper));
  paper.sealed = "also two";
  EXPECT_EQ(stores_->papers().replace_paper(paper).error().code, ErrorCode::kConflict);
  const auto found = stores_->papers().paper(paper.kind, paper.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->version, 2);
  EXPECT_EQ(found->sealed, "two");
  const SealedPaper nobodys{PaperKind::kAuthorisation, next_id(), 2, "x"};
  EXPECT_EQ(stores_->papers().replace_paper(nobodys).error().code, ErrorCode::kConflict);
}

}  // namespace bas::testkit
