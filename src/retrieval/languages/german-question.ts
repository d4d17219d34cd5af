import { englishSayVerb, type Frame, type Opening, pastOf, type SayVerbs } from './frame.ts';

/** German verbs of saying by their beginnings, and the English verb that the desk reads. */
const SAY_VERBS: SayVerbs = [
  [/^(?:denk|dach|gedach|mein|gemein|glaub|geglaub|find|fand|gefunden|h[äi]lt|halten|hielt|gehalten)/i, 'think'],
  [/^(?:erläuter)/i, 'explain'],
  [/^(?:beton|unterstr)/i, 'stress'],
  [/^(?:warn|gewarn|mahn|gemahn)/i, 'warn'],
  [/^(?:reagier)/i, 'react'],
  [/^(?:antwort|geantwort)/i, 'respond'],
  [/^(?:kommentier)/i, 'comment'],
  [/^(?:erwähn)/i, 'mention'],
  [/^(?:schlägt|schlug|vorgeschlagen)/i, 'suggest'],
  [/^(?:empf)/i, 'recommend'],
  [/^(?:prognost|vorherges|sagt voraus)/i, 'predict'],
  [/^(?:erwart)/i, 'expect'],
  [/^(?:schr|geschr)/i, 'write'],
  [/^(?:bericht)/i, 'report'],
  [/^(?:behaup)/i, 'claim'],
  [/^(?:räum|eingeräum)/i, 'concede'],
  [/^(?:beschr|bewert|beurteil)/i, 'describe'],
  [/^(?:spr|gespr|red|gered)/i, 'speak'],
];

const SAYS =
  '(?:sagt|sagte|sagten|sagen|erklärt|erklärte|erklärten|erklären|meint|meinte|meinten|meinen|denkt|denken|dachte|glaubt|glauben|glaubte|betont|betonte|betonten|warnt|warnte|warnten|mahnt|mahnte|berichtet|berichtete|behauptet|behauptete|behaupten|schreibt|schrieb|schrieben|empfiehlt|empfahl|empfehlen|prognostiziert|prognostizierte|erwartet|erwartete|erwarten|erwähnt|erwähnte|erläutert|erläuterte|antwortet|antwortete|kommentiert|kommentierte|kommentierten|kommentieren|spricht|sprach|sprachen|sprechen|räumt|räumte)';
const SAID =
  '(?:gesagt|geäußert|erklärt|gemeint|gedacht|geglaubt|betont|gewarnt|gemahnt|berichtet|behauptet|geschrieben|empfohlen|prognostiziert|erwartet|erwähnt|erläutert|geantwortet|kommentiert|gesprochen|mitgeteilt|eingeräumt|vorhergesagt|verlauten lassen|vorgeschlagen|gehalten)';
const ABOUT = '(?:zu|zum|zur|über|bezüglich|hinsichtlich|von|vom|gegen|in Bezug auf|angesichts|mit Blick auf|vor|auf)';
const OUTLET = '(?: gegenüber (?:der |dem |den )?(?<outlet>\\p{Lu}[\\p{L}\\p{N}.&-]*(?: \\p{Lu}[\\p{L}\\p{N}.&-]*)*))?';
const VIEW =
  '(?<view>Meinung|Haltung|Position|Ansicht|Auffassung|Reaktion|Kritik|Einschätzung|Stellungnahme|Standpunkt|Sicht|Bewertung|Äußerung|Äußerungen|Aussage|Aussagen|Warnung)';
const CLASSES =
  '(?<class>Analysten|Analystinnen|Experten|Expertinnen|Fachleute|Politiker|Minister|Abgeordnete|Forscher|Wissenschaftler|Ökonomen|Unternehmen|Firmen|Anbieter|Manager|Gründer|Chefs|Juristen|Anwälte|Kritiker|Personen|Leute|Beamte|Regulierer)';

const frame = (pattern: string, english: Frame['english']): Frame => ({ pattern: new RegExp(pattern, 'u'), english });

type Slots = Readonly<Record<string, string | undefined>>;
type Of = (text: string | undefined) => string;

/** Questions about speakers and comparisons, the most particular first. */
export const GERMAN_FRAMES: readonly Frame[] = [
  frame(
    `^(?:stimmen|sind sich|widersprechen sich) (?:die |diese |alle )?(?:Quellen|Artikel|Dokumente|Texte|Berichte|Medien)(?: sich)? (?:einig |uneinig )?(?:bei|beim|über|in|zu|zur|zum|hinsichtlich|bezüglich|was) (?<topic>.+?)(?: überein| einig| uneinig)?$`,
    ({ topic }, of) => `Do the sources agree on ${of(topic)}?`,
  ),
  frame(
    `^(?:worin|wie|wo|in welchem Punkt) (?:unterscheiden sich|widersprechen sich|weichen) (?<a>.+?) und (?<b>.+?)(?: (?:bei|beim|in|über|zu|zur|zum|hinsichtlich|bezüglich) (?<topic>.+?))?(?: voneinander ab)?$`,
    ({ a, b, topic }, of) => `How do ${of(a)} and ${of(b)} differ${topic === undefined ? '' : ` on ${of(topic)}`}?`,
  ),
  frame(
    `^vergleich(?:e|en Sie) (?:die (?:Positionen|Aussagen|Haltungen) von |was )?(?<a>.+?) (?:und|mit) (?<b>.+?) (?:zu|zum|zur|über|bei|beim)(?: der| den| dem)? (?<topic>.+?)(?: sagen)?$`,
    ({ a, b, topic }, of) => `Compare ${of(a)} and ${of(b)} on ${of(topic)}`,
  ),
  frame(
    `^(?:laut|nach Angaben (?:von|vom|des|der)|nach Ansicht (?:von|vom|des|der)|nach Meinung (?:von|des|der)|gemäß) (?<speaker>[^,]+), ?(?<rest>.+)$`,
    ({ speaker, rest }, of, whole) =>
      `According to ${of(speaker)}, ${whole(rest).replace(/^\p{Lu}/u, (first) => first.toLowerCase())}`,
  ),
  frame(
    `^(?<rest>.+?),? (?:laut|nach Angaben (?:von|vom|des|der)|nach Ansicht (?:von|vom|des|der)|nach Meinung (?:von|des|der)) (?<speaker>(?:der |dem |den |des )?\\p{Lu}[\\p{L}\\p{N}.&-]*(?: \\p{Lu}[\\p{L}\\p{N}.&-]*)*)(?<more>(?: \\p{Ll}.*)?)$`,
    ({ rest, speaker, more }, of, whole) =>
      `${whole(`${rest ?? ''}${more ?? ''}`).replace(/\?$/, '')} according to ${of(speaker)}?`,
  ),
  frame(
    `^und (?:zu|zum|zur|über|bei|beim|für|was ist mit) (?<topic>.+)$`,
    ({ topic }, of) => `What about ${of(topic)}?`,
  ),
  frame(`^und (?<who>(?:der |die |das )?\\p{Lu}[^,]*)$`, ({ who }, of) => `And ${of(who)}?`),
  frame(
    `^(?<ask>wann|wo) (?:findet|finden|fand|fanden) (?<what>.+?) statt$`,
    ({ ask, what }, of) => `${ask === 'wo' ? 'Where' : 'When'} is ${of(what)}?`,
  ),
  frame(`^(?<ask>seit wann) (?:gibt|gab) es (?<what>.+)$`, ({ what }, of) => `Since when is ${of(what)}?`),
  // "Was hält X von Y?"
  frame(
    `^(?:und )?was (?:hält|halten|hielt|hielten) (?<speaker>.+?) (?:von|vom) (?<topic>.+)$`,
    ({ speaker, topic }, of) => `What does ${of(speaker)} think of ${of(topic)}?`,
  ),
  frame(
    `^(?:und |aber )?(?:was|worüber|wovor|wovon) (?:hat|haben|hatte|hatten) (?:sich )?(?:denn )?(?<speaker>.+?)${OUTLET}(?: ${ABOUT} (?<topic>.+?))? (?<verb>${SAID})$`,
    said,
  ),
  frame(
    `^(?:und |aber )?(?:was|worüber|wovor|wovon) (?<verb>${SAYS}) (?:denn )?(?:sich )?(?<speaker>[^,]+?)${OUTLET}(?: ${ABOUT} (?<topic>.+?)|, (?:dass|ob|wenn|falls|sobald|warum|wie) (?<clause>.+))?(?: voraus| ein| vor)?$`,
    (slots, of) => said({ ...slots, topic: slots.topic ?? slots.clause }, of),
  ),
  frame(
    `^wie (?:äußert|äußerte|äußerten|äußern) sich (?<speaker>.+?)${OUTLET}(?: ${ABOUT} (?<topic>.+))?$`,
    (slots, of) => said({ ...slots, verb: 'sagt' }, of),
  ),
  frame(`^wie (?:hat|haben) sich (?<speaker>.+?)(?: ${ABOUT} (?<topic>.+?))? geäußert$`, (slots, of) =>
    said({ ...slots, verb: 'sagt' }, of),
  ),
  frame(
    `^(?:was|wie) (?:ist|war|waren|sind|lautet|lautete) (?:die |der |das )?${VIEW} (?:von |vom |der |des )(?<speaker>.+?)(?: (?:zu|zum|zur|über|bezüglich|gegenüber|auf|an|am|gegen) (?<topic>.+))?$`,
    view,
  ),
  frame(
    `^(?:was|wie) (?:ist|war|lautet) (?<speaker>\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)*?)(?:s|'|’) ${VIEW}(?: (?:zu|zum|zur|über|auf|an|gegen) (?<topic>.+))?$`,
    view,
  ),
  frame(
    `^welche ${VIEW} (?:hat|haben|vertritt|vertreten|äußert|äußerte) (?<speaker>.+?)(?: (?:zu|zum|zur|über|an|am|gegen) (?<topic>.+))?$`,
    view,
  ),
  frame(`^wie (?:steht|stehen|stand) (?<speaker>.+?) (?:zu|zum|zur) (?<topic>.+)$`, view),
  frame(
    `^wie (?:reagiert|reagierte|reagierten|reagieren) (?<speaker>.+?)(?: auf (?<topic>.+))?$`,
    ({ speaker, topic }, of) => `How did ${of(speaker)} react${topic === undefined ? '' : ` to ${of(topic)}`}?`,
  ),
  frame(
    `^wie (?:hat|haben) (?<speaker>.+?)(?: auf (?<topic>.+?))? reagiert$`,
    ({ speaker, topic }, of) => `How did ${of(speaker)} react${topic === undefined ? '' : ` to ${of(topic)}`}?`,
  ),
  frame(
    `^wie (?:beschreibt|beschrieb|bewertet|bewertete|beurteilt|beurteilte|sieht|sehen|schätzt|nennt|nannte|bezeichnet|bezeichnete) (?<speaker>\\p{Lu}[\\p{L}\\p{N}.-]*(?: \\p{Lu}[\\p{L}\\p{N}.-]*)*|(?:der|die|das) \\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]*)*) (?<topic>.+?)(?: ein)?$`,
    ({ speaker, topic }, of) => `How did ${of(speaker)} describe ${of(topic)}?`,
  ),
  frame(
    `^(?:warum|weshalb|wieso) (?:(?:hat|haben) (?<a>.+?) (?<said>${SAID})|(?<says>${SAYS}) (?<b>.+?)),? (?:dass|daß) (?<topic>.+)$`,
    ({ a, b, said: pp, says, topic }, of) => `Why did ${of(a ?? b)} ${sayVerb(pp ?? says)} that ${of(topic)}?`,
  ),
  // "Wer sagte, dass …", "Wer äußerte sich zu …"
  frame(
    `^(?:und )?wer (?:noch )?(?:(?:hat|haben|hatte) (?:davor |darauf )?(?<said>${SAID})|(?<says>${SAYS})(?: davor| darauf)?),? (?:dass|daß|ob) (?<topic>.+)$`,
    ({ said: pp, says, topic }, of) => `Who ${pastOf(sayVerb(pp ?? says))} that ${of(topic)}?`,
  ),
  frame(
    `^wer (?:(?:warnt|warnte|mahnt|mahnte) (?:vor|zu)|hat (?:vor|zu)) (?<topic>.+?)(?: gewarnt| gemahnt)?$`,
    ({ topic }, of) => `Who warned about ${of(topic)}?`,
  ),
  frame(
    `^wer (?:noch )?(?:(?:äußert|äußerte|äußern) sich|spricht|sprach|redet|reagiert|reagierte|sagt etwas|sagte etwas) (?:${ABOUT}) (?<topic>.+)$`,
    ({ topic }, of) => `Who commented on ${of(topic)}?`,
  ),
  frame(
    `^wer (?:noch )?(?:hat sich|hat etwas|hat) (?:${ABOUT} )?(?<topic>.+?) (?:geäußert|gesprochen|kommentiert|reagiert|gesagt)$`,
    ({ topic }, of) => `Who commented on ${of(topic)}?`,
  ),
  frame(`^wer (?:kommentiert|kommentierte) (?<topic>.+)$`, ({ topic }, of) => `Who commented on ${of(topic)}?`),
  frame(`^wer wird (?:${ABOUT} )?(?<topic>.+?) zitiert$`, ({ topic }, of) => `Who is quoted on ${of(topic)}?`),
  frame(
    `^welche ${CLASSES} (?:haben sich|haben|äußern sich|äußerten sich|sprechen|sprachen|sagen etwas|sagten etwas|kommentieren|kommentierten|reagierten|reagieren|warnen|warnten)(?: etwas)?(?: ${ABOUT})? (?<topic>.+?)(?: ${SAID}| geäußert| reagiert)?$`,
    ({ class: group, topic }, of) => `Which ${of(group)} commented on ${of(topic)}?`,
  ),
  // "Hat sich X zu Y geäußert?"
  frame(
    `^(?:hat|haben|hatte|hatten) (?:sich )?(?<speaker>.+?)(?: sich)?(?: jemals| schon| bereits| auch)?(?: etwas| was)? ${ABOUT} (?<topic>.+?)(?: etwas| was)? ${SAID}$`,
    did,
  ),
  frame(
    `^(?:hat|haben) (?<speaker>(?:der |die |das )?\\p{Lu}[\\p{L}\\p{N}.-]*(?: \\p{Lu}[\\p{L}\\p{N}.-]*)*) (?<topic>.+?) (?:kommentiert|erwähnt|angesprochen)$`,
    did,
  ),
  frame(
    `^(?:äußert|äußerte|äußerten|spricht|sprach|sprachen|sagt|sagte|redet) (?:sich )?(?<speaker>.+?)(?: sich)?(?: etwas| was| auch)? ${ABOUT} (?<topic>.+)$`,
    did,
  ),
];

function said({ verb, speaker, outlet, topic }: Slots, of: Of): string {
  const english = englishSayVerb(verb, SAY_VERBS);
  const about = topic === undefined ? '' : ` about ${of(topic)}`;
  return outlet === undefined
    ? `What did ${of(speaker)} ${english}${about}?`
    : `What did ${of(speaker)} tell ${outlet}${about}?`;
}

function view({ speaker, topic }: Slots, of: Of): string {
  return `What is the view of ${of(speaker)}${topic === undefined ? '' : ` on ${of(topic)}`}?`;
}

function did({ speaker, topic }: Slots, of: Of): string {
  return `Did ${of(speaker)} say anything about ${of(topic)}?`;
}

function sayVerb(verb: string | undefined): string {
  return englishSayVerb(verb, SAY_VERBS);
}

/** Question words and what they are in English, the most particular first; the rest of the question follows. */
export const GERMAN_OPENINGS: readonly Opening[] = [
  opening(
    'wie viel(?:e)? (?:Geld|Millionen|Milliarden)(?: Euro| Dollar)?|wieviel(?:e)? (?:Geld|Millionen|Milliarden)(?: Euro| Dollar)?',
    'How much money',
  ),
  opening('wie viele|wieviele', 'How many', true),
  opening(
    '(?:für |um )?(?:wie viel|wieviel) kost\\p{L}*|was kost\\p{L}*|wie teuer (?:ist|sind|war|wird)',
    'How much cost',
  ),
  opening('(?:wie viel|wieviel) Prozent', 'What percentage of'),
  opening('(?:um |für )?(?:wie viel|wieviel)', 'How much'),
  opening(
    'wie hoch (?:ist|war|sind|waren|liegt|wird|fällt|fielen) der (?:Anteil|Prozentsatz|Marktanteil)',
    'What percentage is',
  ),
  opening('(?:um )?wie hoch (?:ist|war|sind|waren|liegt|lag|wird|fällt|fielen)', 'How much is'),
  opening('wie hoch', 'How high'),
  opening('wie lange', 'How long'),
  opening('wie oft', 'How often'),
  opening('wie groß', 'How large'),
  opening('seit wann', 'Since when'),
  opening('bis wann', 'Until when'),
  opening('(?:ab |zu )?wann|an welchem (?:Tag|Datum)|in welchem (?:Jahr|Monat)|welches Datum', 'When'),
  opening('in welche[mnr] (?:Land|Ländern|Staat)', 'In which country'),
  opening('wo|wohin|woher|in welcher Stadt|an welchem Ort|an welchem Standort', 'Where'),
  opening('warum|weshalb|wieso|aus welche[mn] (?:Grund|Gründen)|was (?:ist|war) der Grund|was sind die Gründe', 'Why'),
  opening('wie', 'How'),
  opening('(?:mit |von |für |an |bei |gegen )?(?:wem|wen|wer|wessen)', 'Who'),
  opening('welche[rsmn]? (?=(?:Betrag|Summe|Preis|Kosten|Budget|Umsatz|Gewinn))', 'How much'),
  opening('welche[rsmn]? (?:Anteil|Prozentsatz)', 'What percentage of'),
  opening(
    '(?:mit |von |für |an |bei |gegen |in |zu |aus |auf |über |durch |unter |nach )?welche[rsmn]?',
    'Which',
    true,
  ),
  opening('was für (?:ein|eine|einen|einem|einer)', 'Which', true),
  opening('was|womit|wofür|worüber|woran|worauf|wogegen|wovor|wovon|wodurch|woraus|wozu', 'What'),
  opening('ist|sind', 'Is'),
  opening('war|waren', 'Was'),
  opening('hat|haben|hatte|hatten', 'Has'),
  opening('wird|werden|will|wollen', 'Will'),
  opening('wurde|wurden', 'Was'),
  opening('kann|können|darf|dürfen', 'Can'),
  opening('soll|sollen|muss|müssen|sollte|sollten', 'Should'),
  opening('gibt es|gab es', 'Is there'),
];

function opening(pattern: string, english: string, takesNoun = false): Opening {
  return {
    pattern: new RegExp(`^(?:und |aber |also )?(?:${pattern})(?<![\\p{L}](?=[\\p{L}-]))`, 'u'),
    english,
    takesNoun,
  };
}

export const GERMAN_COURTESY =
  /^(?:(?:hallo|hi|guten (?:tag|morgen|abend)|bitte|danke)[ ,!.]*)*(?:(?:können|könnten|kannst|könntest) (?:sie|du|ihr) (?:mir|uns)(?: bitte)? (?:sagen|erklären|nennen|mitteilen|zeigen)|sag(?:e|en sie)? (?:mir|uns)(?: bitte)?|erklär(?:e|en sie)? (?:mir|uns)|ich (?:möchte|würde gerne?) wissen|weißt du|wissen sie|weiß man)[ ,:]*/iu;

export const GERMAN_DEMANDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:schreib|schreibe|schreiben sie|verfasse?|verfassen sie|dichte)(?!\p{L})/iu, 'write'],
  [/^(?:übersetze?|übersetzen sie)(?!\p{L})/iu, 'translate'],
  [/^(?:erfinde?|erfinden sie|denk dir|stell dir)(?!\p{L})/iu, 'invent'],
  [/^(?:erzeuge|generiere?|generieren sie|erstelle?|erstellen sie)(?!\p{L})/iu, 'generate'],
  [/^(?:singe?|zeichne|male?)(?!\p{L})/iu, 'draw'],
  [/^(?:berechne|rechne|berechnen sie)(?!\p{L})/iu, 'calculate'],
  [/^(?:ignoriere?|ignorieren sie|vergiss|vergessen sie)(?!\p{L})/iu, 'ignore'],
  [/^(?:wiederhole|gib .{0,40}aus|verrate|zeige? deine)(?!\p{L})/iu, 'reveal'],
  [/^erzähl(?:e|en sie)? (?:mir |uns )?(?:einen |nen )?witz/iu, 'joke'],
];
