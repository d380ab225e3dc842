#include "model/country.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace bas {

namespace {

// Alpha-2 and alpha-3 glued together, in order of alpha-2, a blank behind each.
constexpr std::string_view kCodes =
    "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW "
    "AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN "
    "BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG "
    "CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE "
    "DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN "
    "FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL "
    "GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV "
    "HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM "
    "JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO "
    "LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE "
    "MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS "
    "MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL "
    "NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI "
    "PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN "
    "SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV "
    "SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON "
    "TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN "
    "VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE ";
constexpr std::size_t kCodeWidth = 6;
static_assert(kCodes.size() % kCodeWidth == 0);

// Which pairs of letters are codes: an import asks for every line.
constexpr std::size_t kLetters = 26;
constexpr std::size_t pair_number(char first, char second) {
  return static_cast<std::size_t>(first - 'A') * kLetters + static_cast<std::size_t>(second - 'A');
}
constexpr std::array<bool, kLetters * kLetters> kIsCode = [] {
  std::array<bool, kLetters * kLetters> is_code{};
  for (std::size_t row = 0; row < kCodes.size(); row += kCodeWidth) {
    is_code[pair_number(kCodes[row], kCodes[row + 1])] = true;
  }
  return is_code;
}();
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

using Row = std::pair<std::string_view, std::string_view>;

// Signs that are not the country's alpha-2 or alpha-3 code and no other country's either.
constexpr std::array kSigns = std::to_array<Row>({
    {"A", "AT"},   {"B", "BE"},   {"D", "DE"},   {"E", "ES"},   {"F", "FR"},   {"H", "HU"},
    {"I", "IT"},   {"J", "JP"},   {"L", "LU"},   {"M", "MT"},   {"N", "NO"},   {"P", "PT"},
    {"S", "SE"},   {"V", "VA"},   {"UK", "GB"},  {"EL", "GR"},  {"FL", "LI"},  {"SLO", "SI"},
    {"NMK", "MK"}, {"RSM", "SM"}, {"RKS", "XK"}, {"GBA", "GG"}, {"GBG", "GG"}, {"GBJ", "JE"},
    {"GBM", "IM"}, {"GBZ", "GI"}, {"SCG", "RS"},
});

// ASCII letters in lower case.
constexpr std::array kNames = std::to_array<Row>({
    {"albania", "AL"},         {"allemagne", "DE"},
    {"andorra", "AD"},         {"armenia", "AM"},
    {"austria", "AT"},         {"azerbaijan", "AZ"},
    {"belarus", "BY"},         {"belgie", "BE"},
    {"belgien", "BE"},         {"belgique", "BE"},
    {"belgium", "BE"},         {"belgië", "BE"},
    {"bosnia", "BA"},          {"bosnia and herzegovina", "BA"},
    {"britain", "GB"},         {"bulgaria", "BG"},
    {"crna gora", "ME"},       {"croatia", "HR"},
    {"cyprus", "CY"},          {"czech", "CZ"},
    {"czech republic", "CZ"},  {"czechia", "CZ"},
    {"danmark", "DK"},         {"denmark", "DK"},
    {"deutschland", "DE"},     {"duitsland", "DE"},
    {"eesti", "EE"},           {"england", "GB"},
    {"espagne", "ES"},         {"espana", "ES"},
    {"españa", "ES"},          {"estonia", "EE"},
    {"faroe islands", "FO"},   {"finland", "FI"},
    {"france", "FR"},          {"frankreich", "FR"},
    {"frankrijk", "FR"},       {"georgia", "GE"},
    {"germany", "DE"},         {"gibraltar", "GI"},
    {"great britain", "GB"},   {"greece", "GR"},
    {"guernsey", "GG"},        {"hellas", "GR"},
    {"holland", "NL"},         {"hrvatska", "HR"},
    {"hungary", "HU"},         {"iceland", "IS"},
    {"ireland", "IE"},         {"isle of man", "IM"},
    {"italia", "IT"},          {"italy", "IT"},
    {"jersey", "JE"},          {"kazakhstan", "KZ"},
    {"kosovo", "XK"},          {"latvia", "LV"},
    {"latvija", "LV"},         {"liechtenstein", "LI"},
    {"lietuva", "LT"},         {"lithuania", "LT"},
    {"luxembourg", "LU"},      {"luxemburg", "LU"},
    {"lëtzebuerg", "LU"},      {"macedonia", "MK"},
    {"magyarország", "HU"},    {"malta", "MT"},
    {"moldova", "MD"},         {"monaco", "MC"},
    {"montenegro", "ME"},      {"morocco", "MA"},
    {"nederland", "NL"},       {"netherlands", "NL"},
    {"niederlande", "NL"},     {"norge", "NO"},
    {"north macedonia", "MK"}, {"norway", "NO"},
    {"pays-bas", "NL"},        {"poland", "PL"},
    {"polska", "PL"},          {"portugal", "PT"},
    {"romania", "RO"},         {"românia", "RO"},
    {"russia", "RU"},          {"russian federation", "RU"},
    {"san marino", "SM"},      {"schweiz", "CH"},
    {"serbia", "RS"},          {"shqipëria", "AL"},
    {"slovakia", "SK"},        {"slovenia", "SI"},
    {"slovenija", "SI"},       {"slovensko", "SK"},
    {"spain", "ES"},           {"srbija", "RS"},
    {"suisse", "CH"},          {"suomi", "FI"},
    {"sverige", "SE"},         {"svizzera", "CH"},
    {"sweden", "SE"},          {"switzerland", "CH"},
    {"the netherlands", "NL"}, {"turkey", "TR"},
    {"turkiye", "TR"},         {"türkiye", "TR"},
    {"ukraine", "UA"},         {"united kingdom", "GB"},
    {"united states", "US"},   {"vatican", "VA"},
    {"vatican city", "VA"},    {"Éire", "IE"},
    {"Ísland", "IS"},          {"Österreich", "AT"},
    {"Česko", "CZ"},           {"Ελλάδα", "GR"},
    {"България", "BG"},        {"Россия", "RU"},
    {"Україна", "UA"},
});

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view alpha2_of(std::string_view alpha3) {
  for (std::size_t row = 0; row < kCodes.size(); row += kCodeWidth) {
    if (kCodes.substr(row + 2, alpha3.size()) == alpha3) return kCodes.substr(row, 2);
  }
  return {};
}

template <typename Table>
std::string_view find_row(const Table& table, std::string_view key) {
  const auto row = std::find_if(table.begin(), table.end(),
                                [key](const Row& candidate) { return candidate.first == key; });
  return row == table.end() ? std::string_view{} : row->second;
}

}  // namespace

std::string country_from_text(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 40) return {};
  std::string key(text);
  std::transform(key.begin(), key.end(), key.begin(), upper);
  if (is_country(key)) return key;
  std::string_view country;
  if (key.size() == 3) country = alpha2_of(key);
  if (country.empty() && key.size() <= 3) country = find_row(kSigns, key);
  if (country.empty() && key.size() > 3) {
    std::transform(key.begin(), key.end(), key.begin(), lower);
    country = find_row(kNames, key);
  }
  return std::string(country);
}

bool is_country(std::string_view alpha2) {
  return alpha2.size() == 2 && is_capital(alpha2[0]) && is_capital(alpha2[1]) &&
         kIsCode[pair_number(alpha2[0], alpha2[1])];
}

}  // namespace bas
