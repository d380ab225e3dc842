// The words of the public page in the four languages.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace bas::api {

enum class PageLanguage { kDutch, kFrench, kGerman, kEnglish };
inline constexpr std::array<std::string_view, 4> kPageLanguages{"nl", "fr", "de", "en"};

// What is said in `key`, such as "title" or the name of a field, category, purpose or verdict; the
// key itself where nobody has words for it.
std::string_view page_word(std::string_view key, PageLanguage language);

// "12 months" of a regime, in words of the page.
std::string page_term(std::string_view term, PageLanguage language);

// Of `Accept-Language`: the first that the page speaks, else Dutch.
PageLanguage page_language(std::string_view accepted);

}  // namespace bas::api
