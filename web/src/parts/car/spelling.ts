// A plate as it is said over the radio: each letter by the word of the language's own spelling
// alphabet, each digit by itself. Pure.
//   nl, fr  the Belgian alphabets, as taught here for telephone and radio
//   de      DIN 5009:2022
//   en      ICAO Annex 10
import type { Language } from '../../api/problems';

const words = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((word, at) => [String.fromCodePoint(65 + at), word]));

export const ALPHABETS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  nl: words(
    'Arthur Brussel Carolina Désiré Emiel Frederik Gustaaf Hendrik Isidoor Jozef Kilogram ' +
      'Leopold Maria Napoleon Oscar Piano Quotiënt Robert Sofie Telefoon Ursula Victor Waterloo ' +
      'Xavier Yvonne Zola',
  ),
  fr: words(
    'Arthur Bruxelles César David Émile Frédéric Gustave Henri Isidore Joseph Kilogramme ' +
      'Léopold Marie Napoléon Oscar Piano Quiévrain Robert Simon Téléphone Ursule Victor Waterloo ' +
      'Xavier Yvonne Zoé',
  ),
  de: words(
    'Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln ' +
      'Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna ' +
      'Völklingen Wuppertal Xanten Ypsilon Zwickau',
  ),
  en: words(
    'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November ' +
      'Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu',
  ),
};

// Letters that plates here have beside A to Z.
const OTHERS: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  de: { Ä: 'Umlaut Aachen', Ö: 'Umlaut Offenbach', Ü: 'Umlaut Unna' },
};

// What is no letter of any alphabet (a hyphen, a space) is not said.
export function spell(plate: string, language: Language): string[] {
  return [...plate.toUpperCase()].flatMap((character) => {
    if (/\d/.test(character)) return [character];
    const word = ALPHABETS[language].get(character) ?? OTHERS[language]?.[character];
    if (word !== undefined) return [word];
    return /\p{L}/u.test(character) ? [character] : [];
  });
}
