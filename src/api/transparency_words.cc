#include "api/transparency_words.h"

#include <algorithm>

namespace bas::api {

namespace {

struct PageWord {
  std::string_view key;
  std::array<std::string_view, 4> texts;  // nl, fr, de, en
};

constexpr PageWord kPageWords[] = {
    {"title",
     {"Gebruik van de nummerplaatcamera's", "Utilisation des caméras de reconnaissance de plaques",
      "Nutzung der Kennzeichenkameras", "Use of the number-plate cameras"}},
    {"intro",
     {"Cijfers van één maand. Zonder nummerplaten, personen of plaatsen.",
      "Chiffres d'un mois. Sans plaques, sans personnes et sans lieux.",
      "Zahlen eines Monats. Ohne Kennzeichen, Personen oder Orte.",
      "Numbers of one month. Without plates, people or places."}},
    {"month", {"Maand", "Mois", "Monat", "Month"}},
    {"made_at", {"Opgemaakt op", "Établi le", "Erstellt am", "Made at"}},
    {"kept_for",
     {"Bewaartermijn van aflezingen", "Durée de conservation des lectures",
      "Aufbewahrungsfrist der Lesungen", "How long reads are kept"}},
    {"without_authorisation",
     {"Daarvan te raadplegen zonder beslissing van de procureur",
      "Dont consultables sans décision du procureur",
      "Davon ohne Entscheidung des Staatsanwalts einsehbar",
      "Of that, open without a decision of the prosecutor"}},
    {"law", {"Regels (versie)", "Règles (version)", "Regeln (Fassung)", "Rules (version)"}},
    {"not_told", {"niet vermeld", "non communiqué", "nicht angegeben", "not told"}},
    {"why_not_told",
     {"Kleinere getallen dan hieronder, en getallen waaruit ze zouden volgen, worden niet vermeld:",
      "Les nombres inférieurs à celui-ci, et ceux dont ils découleraient, ne sont pas "
      "communiqués :",
      "Kleinere Zahlen als diese, und solche, aus denen sie folgen würden, werden nicht angegeben:",
      "Numbers smaller than this, and those from which they would follow, are not told:"}},
    {"not_counted",
     {"niet geteld door dit systeem", "non compté par ce système",
      "von diesem System nicht gezählt", "not counted by this system"}},
    {"total", {"totaal", "total", "gesamt", "total"}},
    {"field", {"Gegeven", "Donnée", "Angabe", "Field"}},
    {"number", {"Aantal", "Nombre", "Anzahl", "Number"}},
    {"languages", {"Talen", "Langues", "Sprachen", "Languages"}},
    {"cameras",
     {"Camera's in gebruik", "Caméras en service", "Kameras in Betrieb", "Cameras in use"}},
    {"reads", {"Aflezingen per dag", "Lectures par jour", "Lesungen pro Tag", "Reads a day"}},
    {"hits_by_category",
     {"Treffers per categorie", "Correspondances par catégorie", "Treffer nach Kategorie",
      "Hits by category"}},
    {"validated",
     {"Treffers bevestigd", "Correspondances validées", "Treffer bestätigt", "Hits validated"}},
    {"false_hits",
     {"Treffers verworpen", "Correspondances rejetées", "Treffer verworfen", "Hits found false"}},
    {"stops", {"Staandehoudingen", "Interceptions", "Anhaltungen", "Stops"}},
    {"outcomes", {"Resultaten", "Suites", "Ergebnisse", "Outcomes"}},
    {"searches_by_purpose",
     {"Opzoekingen per doel", "Recherches par finalité", "Abfragen nach Zweck",
      "Searches by purpose"}},
    {"tier2_decisions",
     {"Beslissingen van de procureur", "Décisions du procureur", "Entscheidungen des Staatsanwalts",
      "Decisions of the prosecutor"}},
    {"refusals",
     {"Geweigerde aanvragen", "Demandes refusées", "Abgelehnte Anfragen", "Refused requests"}},
    {"audits",
     {"Gecontroleerde raadplegingen (steekproef)", "Consultations contrôlées (échantillon)",
      "Geprüfte Einsichten (Stichprobe)", "Audited consultations (sample)"}},
    {"violations", {"Inbreuken", "Infractions", "Verstöße", "Violations"}},
    {"complaints", {"Klachten", "Plaintes", "Beschwerden", "Complaints"}},
    {"grants",
     {"Toestemmingen tussen zones", "Autorisations d'accès entre zones", "Freigaben zwischen Zonen",
      "Grants between zones"}},
    {"retention", {"Bewaring", "Conservation", "Aufbewahrung", "Retention"}},
    {"open", {"nog te beoordelen", "à examiner", "noch offen", "open"}},
    {"fine", {"in orde", "en ordre", "in Ordnung", "fine"}},
    {"questioned", {"vragen gesteld", "questionnées", "hinterfragt", "questioned"}},
    {"wrong", {"onterecht", "injustifiées", "unrechtmäßig", "wrong"}},
    {"stolen", {"gestolen voertuig", "véhicule volé", "gestohlenes Fahrzeug", "stolen vehicle"}},
    {"stolen-plate", {"gestolen plaat", "plaque volée", "gestohlenes Kennzeichen", "stolen plate"}},
    {"wanted", {"gezocht", "recherché", "gesucht", "wanted"}},
    {"missing", {"vermist", "disparu", "vermisst", "missing"}},
    {"escape", {"ontsnapping", "évasion", "Flucht", "escape"}},
    {"child-alert", {"child alert", "alerte enlèvement", "Kinderalarm", "child alert"}},
    {"life-at-risk", {"levensgevaar", "vie en danger", "Lebensgefahr", "life at risk"}},
    {"uninsured", {"niet verzekerd", "non assuré", "nicht versichert", "uninsured"}},
    {"uninspected", {"niet gekeurd", "non contrôlé", "nicht geprüft", "uninspected"}},
    {"disqualified", {"rijverbod", "déchu du droit de conduire", "Fahrverbot", "disqualified"}},
    {"convoy", {"konvooi", "convoi", "Konvoi", "convoy"}},
    {"test", {"test", "test", "Test", "test"}},
    {"other", {"andere", "autre", "andere", "other"}},
    {"jp_crime",
     {"misdrijven (gerechtelijk)", "infractions pénales (judiciaire)", "Straftaten (gerichtlich)",
      "crimes (judicial)"}},
    {"jp_traffic_art62",
     {"verkeersmisdrijven (gerechtelijk)", "infractions routières (judiciaire)",
      "Verkehrsdelikte (gerichtlich)", "traffic offences (judicial)"}},
    {"jp_missing_person",
     {"onrustwekkende verdwijningen", "disparitions inquiétantes", "beunruhigende Vermisstenfälle",
      "worrying disappearances"}},
    {"ap_44_5_2to5",
     {"bestuurlijke politie", "police administrative", "Verwaltungspolizei",
      "administrative police"}},
    {"month_one", {"maand", "mois", "Monat", "month"}},
    {"month_many", {"maanden", "mois", "Monate", "months"}},
    {"day_one", {"dag", "jour", "Tag", "day"}},
    {"day_many", {"dagen", "jours", "Tage", "days"}},
};

}  // namespace

std::string_view page_word(std::string_view key, PageLanguage language) {
  const auto* found = std::ranges::find(kPageWords, key, &PageWord::key);
  if (found == std::end(kPageWords)) return key;
  return found->texts[static_cast<std::size_t>(language)];
}

std::string page_term(std::string_view term, PageLanguage language) {
  const std::size_t space = term.find(' ');
  if (space == term.npos) return std::string(term);
  std::string_view unit = term.substr(space + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  const bool is_one = term.substr(0, space) == "1";
  const std::string key = std::string(unit) + (is_one ? "_one" : "_many");
  const std::string_view word = page_word(key, language);
  if (word == key) return std::string(term);
  return std::string(term.substr(0, space + 1)) + std::string(word);
}

PageLanguage page_language(std::string_view accepted) {
  while (!accepted.empty()) {
    const std::size_t comma = std::min(accepted.find(','), accepted.size());
    std::string_view one = accepted.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    const auto* found = std::ranges::find(kPageLanguages, one.substr(0, 2));
    const bool is_whole = one.size() < 3 || one[2] == '-' || one[2] == ';' || one[2] == ' ';
    if (found != kPageLanguages.end() && is_whole) {
      return static_cast<PageLanguage>(found - kPageLanguages.begin());
    }
    accepted.remove_prefix(std::min(comma + 1, accepted.size()));
  }
  return PageLanguage::kDutch;
}

}  // namespace bas::api
