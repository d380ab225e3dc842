#include "cameras/xml_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace bas::cameras {
namespace {

std::string nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += "<a>";
  for (std::size_t i = 0; i < depth; ++i) text += "</a>";
  return text;
}

TEST(ParseXml, finds_children_by_local_name_in_any_case) {
  const auto tree = parse_xml("<x:Root xmlns:x='u'><x:ANPR><Y> 5 </Y></x:ANPR></x:Root>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(child_text(child(child(**tree, "root"), "anpr"), "y"), "5");
  EXPECT_EQ(child_text(child(**tree, "root"), "absent"), "");
}

TEST(ParseXml, takes_undeclared_prefixes_and_a_byte_order_mark) {
  EXPECT_TRUE(parse_xml("\xEF\xBB\xBF<a:b><c:d/></a:b>"));
}

TEST(ParseXml, refuses_a_document_type_wherever_it_stands_and_however_it_is_written) {
  for (const char* text :
       {"<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!doctype a><a/>", "<!DOCTYPE a SYSTEM 'http://192.0.2.1/'><a/>", "<!ENTITY b 'c'><a/>",
        "<a><!DOCTYPE b></a>"}) {
    EXPECT_FALSE(parse_xml(text)) << text;
  }
}

TEST(ParseXml, expands_only_the_five_entities_of_xml_itself) {
  const auto tree = parse_xml("<a>&lt;&amp;&bomb;&#65;</a>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(child_text(**tree, "a"), "<&&bomb;A");
}

TEST(ParseXml, takes_a_document_type_inside_character_data_as_text) {
  const auto tree = parse_xml("<a><![CDATA[<!DOCTYPE x>]]></a>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(child_text(**tree, "a"), "<!DOCTYPE x>");
}

TEST(ParseXml, bounds_depth_and_number_of_nodes) {
  EXPECT_TRUE(parse_xml(nested(kXmlDepthMax)));
  EXPECT_EQ(parse_xml(nested(kXmlDepthMax + 1)).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(parse_xml(nested(100'000)).error().code, ErrorCode::kTooLarge);
  std::string wide = "<a>";
  for (std::size_t i = 0; i < kXmlNodesMax; ++i) wide += "<b/>";
  EXPECT_EQ(parse_xml(wide + "</a>").error().code, ErrorCode::kTooLarge);
  std::string attributes = "<a";
  for (std::size_t i = 0; i < kXmlNodesMax; ++i) attributes += " b='c'";
  EXPECT_EQ(parse_xml(attributes + "/>").error().code, ErrorCode::kTooLarge);
}

TEST(ParseXml, refuses_what_is_no_xml) {
  for (const char* text : {"", " ", "text", "<a>", "<a></b>", "<a", "<>", "{}"}) {
    EXPECT_FALSE(parse_xml(text)) << text;
  }
}

TEST(ParseJsonAsXml, makes_keys_elements_and_repeats_them_for_arrays) {
  const auto tree = parse_json_as_xml(R"({"a":{"b":[1,"two",{"c":true}],"d":null}})");
  ASSERT_TRUE(tree);
  const pugi::xml_node a = child(**tree, "a");
  EXPECT_EQ(child_text(a, "b"), "1");
  EXPECT_EQ(child_text(child(a, "b").next_sibling().next_sibling(), "c"), "true");
  EXPECT_EQ(child_text(a, "d"), "");
}

TEST(ParseJsonAsXml, bounds_depth_and_number_of_nodes) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "{\"a\":";
  EXPECT_FALSE(parse_json_as_xml(deep + "1" + std::string(100, '}')));
  std::string wide = "{\"a\":[1";
  for (std::size_t i = 0; i < kXmlNodesMax; ++i) wide += ",1";
  EXPECT_EQ(parse_json_as_xml(wide + "]}").error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(parse_json_as_xml("[1]"));
}

TEST(VisitElements, sees_every_element_below_and_none_beside) {
  const auto tree = parse_xml("<r><a><b/><c><d/></c></a><e/></r>");
  ASSERT_TRUE(tree);
  std::string seen;
  visit_elements(child(child(**tree, "r"), "a"),
                 [&seen](const pugi::xml_node& node) { seen += local_name(node); });
  EXPECT_EQ(seen, "bcd");
}

}  // namespace
}  // namespace bas::cameras
