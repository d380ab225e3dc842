#include "plates/shown.h"

#include <vector>

namespace bas::plates {

namespace {

// Glyphs of one sort, letters or digits, that stand together.
struct Run {
  bool is_digits = false;
  std::vector<Glyph> glyphs;
};

// A separator stands before the glyph `at` of the run `run`.
struct Separator {
  std::size_t run = 0;
  std::size_t at = 0;
  char sign = ' ';
};

struct Example {
  std::vector<Run> runs;
  std::vector<Separator> separators;
};

void append(std::vector<Run>& runs, Glyph glyph) {
  if (runs.empty() || runs.back().is_digits != is_digit(glyph))
    runs.push_back({is_digit(glyph), {}});
  runs.back().glyphs.push_back(glyph);
}

Example example_of(std::string_view shown) {
  Example example;
  char pending = 0;
  while (!shown.empty()) {
    const auto next = first_glyph(shown);
    if (!next) {
      pending = shown[0];
      shown.remove_prefix(1);
      continue;
    }
    append(example.runs, next->glyph);
    if (pending != 0) {
      const std::size_t run = example.runs.size() - 1;
      example.separators.push_back({run, example.runs[run].glyphs.size() - 1, pending});
    }
    pending = 0;
    shown.remove_prefix(next->bytes);
  }
  return example;
}

std::vector<Run> runs_of(PackedPlate plate) {
  std::vector<Run> runs;
  for (int place = 0; place < plate.length(); ++place) append(runs, plate.at(place));
  return runs;
}

bool have_one_shape(const std::vector<Run>& a, const std::vector<Run>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].is_digits != b[i].is_digits) return false;
  }
  return true;
}

// Within a run a separator holds only for runs as long as the example's.
std::string written(const std::vector<Run>& runs, const Example& example) {
  std::string text;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const bool is_as_long = runs[run].glyphs.size() == example.runs[run].glyphs.size();
    for (std::size_t at = 0; at < runs[run].glyphs.size(); ++at) {
      for (const Separator& one : example.separators) {
        if (one.run == run && one.at == at && (at == 0 || is_as_long)) text += one.sign;
      }
      text += text_of(runs[run].glyphs[at]);
    }
  }
  return text;
}

// The form that most vehicles of such a text bear.
const Form* likeliest(const std::vector<const Form*>& forms) {
  const Form* best = nullptr;
  for (const Form* form : forms) {
    if (best == nullptr || form->density > best->density) {
      best = form;
    }
  }
  return best;
}

}  // namespace

std::string shown_as(const Grammars& grammars, std::string_view canonical,
                     std::string_view country) {
  const auto plate = PackedPlate::of(canonical);
  if (!plate || plate->length() == 0 || !grammars.knows(country)) return std::string(canonical);
  const Form* form = likeliest(grammars.forms_of(*plate, country));
  if (form == nullptr) return std::string(canonical);
  const Example example = example_of(form->shown);
  const auto runs = runs_of(*plate);
  return have_one_shape(runs, example.runs) ? written(runs, example) : std::string(canonical);
}

}  // namespace bas::plates
