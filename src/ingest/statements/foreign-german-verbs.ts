/**
 * How a German verb attributes: `c` a clause, a quotation or an inverted tag ("sagte, dass", "so X"); `o` an object
 * ("forderte mehr Geld"); `q` only a quotation or a clause with "dass" ("nannte ... „...“"). With `particle` the verb
 * counts only when that word stands later in its clause ("teilte ... mit").
 */
export interface GermanVerb {
  readonly form: 'finite' | 'participle';
  readonly frames: string;
  readonly particle?: RegExp;
}

/** Finite singular and plural, participle, frames. */
const VERBS: readonly (readonly [finite: string, participles: string, frames: string])[] = [
  ['sagt sagte sagen sagten sage', 'gesagt', 'c'],
  ['erklärt erklärte erklären erklärten', 'erklärt', 'c'],
  ['betont betonte betonen betonten', 'betont', 'c'],
  ['meint meinte meinen meinten', 'gemeint', 'c'],
  ['findet fand finden', '', 'c'],
  ['kritisiert kritisierte kritisieren kritisierten', 'kritisiert', 'c'],
  ['warnt warnte warnen warnten', 'gewarnt', 'cw'],
  ['fordert forderte fordern forderten', 'gefordert', 'co'],
  ['verlangt verlangte verlangen verlangten', 'verlangt', 'co'],
  ['schreibt schrieb schreiben schrieben', 'geschrieben', 'c'],
  ['berichtet berichtete berichten berichteten', 'berichtet', 'c'],
  ['bestätigt bestätigte bestätigen bestätigten', 'bestätigt', 'co'],
  ['behauptet behauptete behaupten behaupteten', 'behauptet', 'c'],
  ['ergänzt ergänzte ergänzen', 'ergänzt', 'c'],
  ['argumentiert argumentierte argumentieren argumentierten', 'argumentiert', 'c'],
  ['erläutert erläuterte erläutern erläuterten', 'erläutert', 'c'],
  ['unterstreicht unterstrich', 'unterstrichen', 'c'],
  ['versichert versicherte versichern versicherten', 'versichert', 'c'],
  ['lobt lobte loben lobten', 'gelobt', 'cq'],
  ['begrüßt begrüßte begrüßen begrüßten', 'begrüßt', 'cq'],
  ['schätzt schätzte schätzen schätzten', 'geschätzt', 'c'],
  ['glaubt glaubte glauben glaubten', '', 'c'],
  ['hofft hoffte hoffen hofften', '', 'c'],
  ['fürchtet fürchtete befürchtet befürchtete befürchten', 'befürchtet', 'c'],
  ['mahnt mahnte mahnen mahnten', 'gemahnt', 'c'],
  ['urteilt urteilte', 'geurteilt', 'c'],
  ['resümiert resümierte bilanziert bilanzierte', 'resümiert', 'c'],
  ['antwortet antwortete antworten', 'geantwortet', 'c'],
  ['fragt fragte fragen fragten', 'gefragt', 'c'],
  ['prognostiziert prognostizierte', 'prognostiziert', 'c'],
  ['beklagt beklagte beklagen beklagten', 'beklagt', 'c'],
  ['bedauert bedauerte bedauern', 'bedauert', 'c'],
  ['verspricht versprach versprechen versprachen', 'versprochen', 'co'],
  ['dementiert dementierte', 'dementiert', 'c'],
  ['verkündet verkündete verkünden verkündeten', 'verkündet', 'co'],
  ['erwidert erwiderte entgegnet entgegnete kontert konterte', 'erwidert entgegnet', 'c'],
  ['erzählt erzählte erzählen', 'erzählt', 'c'],
  ['vermutet vermutete', 'vermutet', 'c'],
  ['erwartet erwartete erwarten', '', 'c'],
  ['empfiehlt empfahl empfehlen', 'empfohlen', 'c'],
  ['konstatiert konstatierte', 'konstatiert', 'c'],
  ['moniert monierte bemängelt bemängelte', 'moniert bemängelt', 'c'],
  ['äußert äußerte', 'geäußert', 'q'],
  ['denkt dachte', '', 'c'],
  ['weiß', '', 'q'],
  ['rät riet', 'geraten', 'c'],
  ['beteuert beteuerte', 'beteuert', 'c'],
  ['freut freute', 'gefreut', 'q'],
  ['nennt nannte nennen nannten', 'genannt', 'n'],
  ['bezeichnet bezeichnete bezeichnen bezeichneten', 'bezeichnet', 'n'],
  ['zitiert', '', ''],
  ['plädiert plädierte plädieren plädierten', 'plädiert', 'w'],
  ['signalisiert signalisierte', 'signalisiert', 'c'],
  ['präzisiert präzisierte', 'präzisiert', 'c'],
  ['scherzt scherzte spottet spottete', '', 'c'],
  ['appelliert appellierte', 'appelliert', 'c'],
];

const WITH_PARTICLE: readonly (readonly [finite: string, particle: RegExp, participles: string, frames: string])[] = [
  ['teilt teilte teilen teilten', /^mit$/, 'mitgeteilt', 'c'],
  ['kündigt kündigte kündigen kündigten', /^an$/, 'angekündigt', 'co'],
  ['fügt fügte fügen fügten', /^hinzu$/, 'hinzugefügt', 'c'],
  ['weist wies weisen wiesen', /^(?:darauf|hin)$/, 'hingewiesen', 'c'],
  ['verweist verwies verwiesen', /^darauf$/, 'verwiesen', 'c'],
  ['räumt räumte räumten', /^ein$/, 'eingeräumt', 'c'],
  ['gibt gab gaben geben', /^(?:zu|bekannt|an)$/, 'zugegeben bekanntgegeben angegeben', 'c'],
  ['hebt hob hoben', /^hervor$/, 'hervorgehoben', 'c'],
  ['stellt stellte stellten', /^(?:klar|fest)$/, 'klargestellt festgestellt', 'c'],
  ['führt führte führten', /^aus$/, 'ausgeführt', 'c'],
  ['macht machte machten', /^(?:klar|deutlich)$/, '', 'c'],
  [
    'zeigt zeigte zeigten',
    /^(?:überzeugt|überrascht|zuversichtlich|besorgt|enttäuscht|optimistisch|erfreut|sicher)$/,
    '',
    'c',
  ],
  ['geht ging gehen gingen', /^davon$/, '', 'c'],
  ['rechnet rechnete rechnen', /^damit$/, '', 'c'],
  ['spricht sprach sprechen sprachen', /^(?:von|vom)$/, '', 'n'],
  ['ist sei war sind', /^(?:überzeugt|sicher)$/, '', 'c'],
  ['wirft warf werfen warfen', /^vor$/, 'vorgeworfen', 'c'],
  ['ruft rief rufen riefen', /^(?:auf|dazu)$/, 'aufgerufen', 'c'],
  ['lässt ließ', /^(?:wissen|mitteilen|verlauten|ausrichten)$/, '', 'c'],
  ['drückt drückte', /^aus$/, '', 'q'],
  ['setzt setzte', /^(?:hinzu|voraus)$/, '', 'c'],
  ['schlägt schlug', /^vor$/, 'vorgeschlagen', 'c'],
  ['sieht sah', /^darin$/, '', 'c'],
  ['hält hielt', /^entgegen$/, '', 'c'],
];

export const GERMAN_VERBS: ReadonlyMap<string, GermanVerb> = buildVerbs();
/** Participles by themselves, as several are also finite forms ("erklärt", "betont"). */
export const GERMAN_PARTICIPLES: ReadonlySet<string> = new Set(
  [
    ...VERBS.flatMap(([, participles]) => participles.split(' ')),
    ...WITH_PARTICLE.flatMap(([, , participles]) => participles.split(' ')),
  ].filter((word) => word !== ''),
);

function buildVerbs(): Map<string, GermanVerb> {
  const verbs = new Map<string, GermanVerb>();
  const enter = (list: string, verb: GermanVerb): void => {
    for (const word of list.split(' ')) if (word !== '' && !verbs.has(word)) verbs.set(word, verb);
  };
  for (const [finite, , frames] of VERBS) enter(finite, { form: 'finite', frames });
  for (const [finite, particle, , frames] of WITH_PARTICLE) enter(finite, { form: 'finite', frames, particle });
  for (const [, participles, frames] of VERBS) enter(participles, { form: 'participle', frames });
  for (const [, , participles, frames] of WITH_PARTICLE) enter(participles, { form: 'participle', frames });
  return verbs;
}

/** Verbs of a clause that tells another's words: Konjunktiv I, and "würde", "hätte", "wäre" that stand in for it. */
export const SUBJUNCTIVE =
  /^(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|möge|gebe|gehe|komme|stehe|bleibe|brauche|lasse|halte|finde|wisse|sehe|nehme|führe|bringe|mache|bestehe|gelte|liege|bedeute|zeige|fehle|drohe|schaffe|bekomme|erhalte|arbeite|laufe|helfe|koste|setze|biete|verliere|zähle|gehöre|entstehe|verfüge)$/;
export const WEAK_SUBJUNCTIVE = /^(?:hätten?|wären?|würden?|könnten?|müssten?|sollten?|dürften?)$/;
