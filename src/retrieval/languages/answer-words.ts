import type { Language } from '../../core/translated-term.ts';

/** Words that tell a reason, a stretch of time or a place in French and German sentences; English has its own. */
export interface AnswerWords {
  readonly reason: RegExp;
  readonly duration: RegExp;
  readonly place: RegExp;
}

const between = (words: string): string => `(?<![\\p{L}])(?:${words})(?![\\p{L}])`;
const FRENCH_TIME = 'secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|décennies?|siècles?|trimestres?';
const GERMAN_TIME =
  'Sekunden?|Minuten?|Stunden?|Tag(?:e|en)?|Wochen?|Monat(?:e|en)?|Jahr(?:e|en)?|Jahrzehnt(?:e|en)?|Jahrhundert(?:e|en)?|Quartal(?:e|en)?';
const FRENCH_NUMBER =
  '\\d[\\d.,]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|plusieurs|quelques|demi';
const GERMAN_NUMBER =
  '\\d[\\d.,]*|ein(?:e|en|em|er)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dreißig|mehrere|wenige|einige|halbe[nrs]?';

const WORDS: Readonly<Record<Exclude<Language, 'en'>, AnswerWords>> = {
  fr: {
    reason: new RegExp(
      `${between("parce qu(?:e|['’])|car|puisqu(?:e|['’])|en raison d(?:e|es|u|['’])|à cause d(?:e|es|u|['’])|grâce (?:à|au|aux)|faute d(?:e|['’])|du fait d(?:e|u|es)|étant donné|afin d(?:e|['’])|afin que|pour (?:que|éviter|garantir|réduire|protéger|assurer|limiter|permettre|ne)|dans le but d(?:e|['’])|c['’]est pourquoi|raisons?|motifs?|craint\\p{L}*|craignant|par crainte|entraîn\\p{L}*|provoqu\\p{L}*|conséquence|résult\\p{L}*|en réponse|suite (?:à|au|aux)|après|motiv\\p{L}*|justifi\\p{L}*|s['’]expliqu\\p{L}*|dû|due|dus")}`,
      'iu',
    ),
    duration: new RegExp(`${between(`(?:${FRENCH_NUMBER}) (?:${FRENCH_TIME})`)}`, 'iu'),
    place: /(?<!\p{L})(?:à|au|aux|en|dans|près de|depuis|vers) (?:la |le |les |l['’])?\p{Lu}/u,
  },
  de: {
    reason: new RegExp(
      between(
        'weil|da|denn|wegen|aufgrund|auf Grund|infolge|dank|damit|um|deshalb|deswegen|daher|darum|zumal|nachdem|angesichts|aus (?:Sorge|Angst|Furcht|Gründen|Protest)|Gr(?:und|ünde|ünden)|Ursachen?|Anlass|führ(?:t|te|ten) (?:zu|dazu)|bedingt|begründe\\p{L}*|verantwortlich|Folge|durch|als Reaktion',
      ),
      'iu',
    ),
    duration: new RegExp(between(`(?:${GERMAN_NUMBER}) (?:${GERMAN_TIME})`), 'iu'),
    place: /(?<!\p{L})(?:in|im|bei|beim|aus|nach|an|am|auf|nahe|vor) (?:der |dem |den |das |die )?\p{Lu}/u,
  },
};

/** Absent for English. */
export function answerWordsOf(language: Language): AnswerWords | undefined {
  return language === 'en' ? undefined : WORDS[language];
}
