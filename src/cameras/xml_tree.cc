#include "cameras/xml_tree.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/text.h"
#include "cameras/json_document.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace {

// Comments and processing instructions are dropped; a document type is kept to be refused.
constexpr unsigned kParseFlags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                 pugi::parse_doctype | pugi::parse_trim_pcdata;

tl::unexpected<Error> too_many_nodes() {
  return fail(ErrorCode::kTooLarge, "the event has more than 20,000 elements or attributes");
}

tl::unexpected<Error> too_deep() {
  return fail(ErrorCode::kTooLarge, "the event is nested deeper than 32 levels");
}

// Every element takes a '<' and every attribute a '=', so their count bounds the tree before it is
// built.
Result<> check_node_count(std::string_view text) {
  const auto opening = std::count(text.begin(), text.end(), '<');
  const auto equals = std::count(text.begin(), text.end(), '=');
  if (static_cast<std::size_t>(opening + equals) > kXmlNodesMax) return too_many_nodes();
  return {};
}

// The next node in order of the document, keeping `depth`; an empty one behind the last.
pugi::xml_node next_node(pugi::xml_node node, const pugi::xml_node& top, int& depth) {
  if (pugi::xml_node first = node.first_child()) {
    ++depth;
    return first;
  }
  while (node != top && !node.next_sibling()) {
    node = node.parent();
    --depth;
  }
  return node == top ? pugi::xml_node{} : node.next_sibling();
}

Result<> check_shape(const pugi::xml_document& document) {
  int depth = 0;
  for (pugi::xml_node node = document.first_child(); node;
       node = next_node(node, document, depth)) {
    if (node.type() == pugi::node_doctype) {
      return fail(ErrorCode::kBadInput, "the XML declares a document type, which is refused");
    }
    if (depth >= kXmlDepthMax) return too_deep();
  }
  return {};
}

// Builds elements from parsed JSON; recursion is bounded by the parser's depth limit.
class JsonToXml {
 public:
  Result<> add(pugi::xml_node parent, std::string_view name, const JsonValue& value) {
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      for (const JsonValue inner : array) TRY(add(parent, name, inner));
      return {};
    }
    if (++nodes_ > kXmlNodesMax) return too_many_nodes();
    pugi::xml_node element = parent.append_child(std::string(name).c_str());
    JsonObject object;
    if (value.get(object) == simdjson::SUCCESS) return add_all(element, object);
    element.append_child(pugi::node_pcdata).set_value(text_of(value).c_str());
    return {};
  }

  Result<> add_all(pugi::xml_node parent, const JsonObject& object) {
    for (const auto& [key, value] : object) TRY(add(parent, key, value));
    return {};
  }

 private:
  std::size_t nodes_ = 0;
};

}  // namespace

Result<XmlTree> parse_xml(std::string_view text) {
  TRY(check_node_count(text));
  auto tree = std::make_unique<pugi::xml_document>();
  const auto result = tree->load_buffer(text.data(), text.size(), kParseFlags, pugi::encoding_auto);
  if (!result) {
    return fail(ErrorCode::kBadInput,
                std::string("the XML cannot be read: ") + result.description());
  }
  TRY(check_shape(*tree));
  return tree;
}

Result<XmlTree> parse_json_as_xml(std::string_view text) {
  const JsonDocument document = TRY(JsonDocument::parse(text));
  auto tree = std::make_unique<pugi::xml_document>();
  JsonToXml builder;
  const JsonObject object = TRY(document.object());
  TRY(builder.add_all(*tree, object));
  return tree;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([name](const pugi::xml_node& candidate) {
    return equal_ignoring_case(local_name(candidate), name);
  });
}

std::string_view child_text(const pugi::xml_node& node, std::string_view name) {
  return trimmed(child(node, name).text().get());
}

void visit_elements(const pugi::xml_node& node,
                    const std::function<void(const pugi::xml_node&)>& visit) {
  int depth = 0;
  for (pugi::xml_node inner = node.first_child(); inner; inner = next_node(inner, node, depth)) {
    if (inner.type() == pugi::node_element) visit(inner);
  }
}

}  // namespace bas::cameras
