// The sample file and the reference, made from the table of fields.
#include "config/config.h"
#include "config/fields.h"

namespace bas::config {

namespace {

constexpr std::size_t kColumns = 96;

// As comment lines, broken between words.
std::string as_comment(std::string_view text) {
  std::string lines;
  std::string line = "#";
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (line.size() + 1 + word.size() > kColumns) {
      lines += line + '\n';
      line = "#";
    }
    line.append(" ").append(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines + line + '\n';
}

std::string table_of(const Field& field) {
  const auto dot = field.key.find('.');
  return std::string(dot == std::string_view::npos ? "" : field.key.substr(0, dot));
}

std::string for_a_table_cell(std::string_view text) {
  std::string cell;
  for (const char letter : text)
    cell += letter == '|' ? std::string("\\|") : std::string(1, letter);
  return cell;
}

}  // namespace

std::string sample_toml() {
  std::string toml =
      "# Every setting of BAS at its default. Take away the # in front of a line to change it.\n"
      "# Stronger than this file: variables (BAS_LISTEN, BAS_INGEST__LATE_AFTER), then flags.\n"
      "# `bas config check` tells what is wrong with a file. Generated: see "
      "src/config/fields.cc.\n";
  std::string table;
  const Settings defaults;
  for (const Field& field : fields()) {
    if (table_of(field) != table) {
      table = table_of(field);
      toml += "\n[" + table + "]\n";
    }
    const auto name = table.empty() ? field.key : field.key.substr(table.size() + 1);
    toml += '\n' + as_comment(field.meaning);
    if (!field.trade.empty()) toml += as_comment(field.trade);
    toml += as_comment("Takes " + expected(field) + ".");
    toml.append("#").append(name).append(" = ").append(show(field, defaults)).append("\n");
  }
  return toml;
}

std::string reference_markdown() {
  std::string page =
      "# Settings\n\n"
      "Generated from `src/config/fields.cc`; a test compares. `config.sample.toml` says the same "
      "as a file.\n\n"
      "| setting | default | takes | meaning and trade | variable |\n|---|---|---|---|---|\n";
  const Settings defaults;
  for (const Field& field : fields()) {
    page.append("| `").append(field.key).append("` | `").append(show(field, defaults));
    page.append("` | ").append(expected(field)).append(" | ");
    page.append(for_a_table_cell(field.meaning)).append(field.trade.empty() ? "" : " ");
    page.append(for_a_table_cell(field.trade)).append(" | `").append(variable_of(field));
    page.append("` |\n");
  }
  return page;
}

}  // namespace bas::config
