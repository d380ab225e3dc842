// One event as a tree of elements, from XML or from the same tree written as JSON. Names are
// compared by their local part and without case: firmware differs in prefix, namespace and case.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace bas::cameras {

inline constexpr std::size_t kXmlNodesMax = 20'000;
inline constexpr int kXmlDepthMax = 32;

// Owns the nodes of one document.
using XmlTree = std::unique_ptr<pugi::xml_document>;

// Document types and entity declarations are refused, so nothing expands and nothing is fetched.
// Errors: kBadInput what is no XML or declares a document type, kTooLarge over a limit.
// Memory: some 10 times the text, bounded by the number of nodes.
Result<XmlTree> parse_xml(std::string_view text);

// An object becomes an element with a child per key, an array a child per value. Errors as above.
Result<XmlTree> parse_json_as_xml(std::string_view text);

// The name without its prefix.
std::string_view local_name(const pugi::xml_node& node);

// The first child of that local name; an empty node when there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

// The text of the first child of that name, without blanks at its ends; empty when there is none.
std::string_view child_text(const pugi::xml_node& node, std::string_view name);

// Calls `visit` with every element below `node`, in order of the document.
void visit_elements(const pugi::xml_node& node,
                    const std::function<void(const pugi::xml_node&)>& visit);

}  // namespace bas::cameras
