/** What the readers of French and German share: speakers' nouns and the small words of both languages. */

export type ForeignLanguage = 'fr' | 'de';

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns for people who speak in a role. Lower case, without elided articles. */
const FRENCH_ROLE =
  /^(?:(?:vice-|co-|ex-|sous-|éco-)?(?:président|présidente|directeur|directrice|fondateur|fondatrice|secrétaire|ministre|rapporteur|rapporteure|procureur|procureure)|cofondateur|cofondatrice|premier|première|analyste|porte-parole|pdg|dg|ceo|commissaire|patron|patronne|dirigeant|dirigeante|responsable|eurodéputé|eurodéputée|député|députée|sénateur|sénatrice|chercheur|chercheuse|économiste|avocat|avocate|maire|préfet|préfète|chef|cheffe|délégué|déléguée|expert|experte|juriste|professeur|professeure|consultant|consultante|ingénieur|ingénieure|juge|magistrat|magistrate|conseiller|conseillère|gouverneur|gouverneure|chancelier|chancelière|numéro|patronat|entrepreneur|entrepreneuse|historien|historienne|politologue|sociologue|spécialiste|journaliste|élu|élue|syndicaliste|militant|militante|coordinateur|coordinatrice|associé|associée|gérant|gérante|administrateur|administratrice|ambassadeur|ambassadrice|universitaire|médiateur|défenseur|haut-commissaire)s?$/;
const GERMAN_ROLE =
  /^[\p{L}-]*(?:chef|chefin|chefs|minister|ministerin|sprecher|sprecherin|präsident|präsidentin|vorstand|vorständin|kanzler|kanzlerin|gründer|gründerin|direktor|direktorin|leiter|leiterin|experte|expertin|kommissar|kommissarin|führer|führerin|professor|professorin|vorsitzende|vorsitzender|analyst|analystin|beauftragte|beauftragter|ökonom|ökonomin|politiker|politikerin|abgeordnete|abgeordneter|manager|managerin|sekretär|sekretärin|staatssekretär|richter|richterin|anwalt|anwältin|forscher|forscherin|wissenschaftler|wissenschaftlerin|berater|beraterin|unternehmer|unternehmerin|referent|referentin|geschäftsführer|geschäftsführerin|ceo|cto|cfo|bürgermeister|bürgermeisterin|senator|senatorin|rat|rätin|ratin|historiker|historikerin|jurist|juristin|aktivist|aktivistin|journalist|journalistin|verantwortliche|verantwortlicher|inhaber|inhaberin|partner|partnerin|vize|obmann|obfrau|landrat|mitglied|koordinator|koordinatorin|botschafter|botschafterin|mitarbeiter|mitarbeiterin|vertreter|vertreterin)$/u;
/** Bodies that end in "-rat" are no persons. */
const GERMAN_BODY =
  /(?:kommission|ministerium|ministeriums|amt|amts|amtes|verband|verbands|verbandes|bundesrat|stadtrat|gemeinderat|aufsichtsrat|europarat|betriebsrat|ethikrat|sachverständigenrat|normenkontrollrat|beirat|regierung|behörde|gericht|gerichts|gerichtshof|bank|partei|fraktion|union|gesellschaft|stiftung|institut|instituts|agentur|konzern|konzerns|unternehmen|unternehmens|bundestag|bundestags|parlament|parlaments|landtag|senat|kartellamt|polizei|staatsanwaltschaft|gewerkschaft|universität|hochschule|kammer|allianz|verein|bündnis|organisation|koalition|regulierer|aufsicht|zentrale|firma|hersteller|anbieter|betreiber|startup|start-up|dienst|club|rechnungshof|vereinigung|gruppe|initiative|zeitung|magazin|nachrichtenagentur|verlag)$/u;
const FRENCH_BODY =
  /^(?:commission|ministère|gouvernement|parlement|sénat|assemblée|conseil|cour|autorité|agence|groupe|entreprise|société|association|fédération|syndicat|parquet|préfecture|police|région|mairie|parti|union|tribunal|cabinet|institut|université|banque|fondation|collectif|ong|organisation|régulateur|élysée|matignon|direction|constructeur|éditeur|opérateur|hébergeur|fournisseur|géant|startup|start-up|confédération|chambre|comité|observatoire|centre|musée|hôpital|ligue|alliance|coalition|firme|filiale|maison-mère|enseigne|marque|plateforme|réseau|bureau|office|collectivité|ville|métropole|département|quotidien|journal|magazine|hebdomadaire|agence|chaîne|site|média)s?$/;
/** Documents and groups that are named as a source, without a name of their own. */
const FRENCH_SOURCE =
  /^(?:étude|rapport|sondage|communiqué|chiffres?|données|estimations?|analyse|sources?|autorités|experts|analystes|enquête|document|documents|presse|médias|observateurs|baromètre|bilan|note|avis|critiques|opposants|avocats|enquêteurs|associations|syndicats|organisateurs|témoins|spécialistes|chercheurs|économistes|élus|députés|proches?|entourage|informations|calculs|décompte|prévisions|projections|statistiques|texte|décret|billet|courrier|lettre|mail|courriel|mémo|classement|plainte)$/;
const GERMAN_SOURCE =
  /^[\p{L}-]*(?:studie|bericht|berichte|berichten|umfrage|mitteilung|angaben|analyse|insider|insidern|kreise|kreisen|experten|fachleute|kritiker|beobachter|analysten|dokument|papier|gutachten|medien|medienberichten|zahlen|daten|erhebung|prognose|statistik|schreiben|entwurf|entwurfs|untersuchung|befragung|report|blogbeitrag|pressemitteilung|behörden|forscher|forschern|statement|erklärung|medienbericht)$/u;

export function isRoleNoun(word: string, language: ForeignLanguage): boolean {
  return kindsOf(word, language).role;
}

export function isBodyNoun(word: string, language: ForeignLanguage): boolean {
  return kindsOf(word, language).body;
}

export function isSourceNoun(word: string, language: ForeignLanguage): boolean {
  return kindsOf(word, language).source;
}

interface NounKinds {
  readonly role: boolean;
  readonly body: boolean;
  readonly source: boolean;
}

/** The readers ask for the same words again and again, and the lists are long. */
const kinds: Readonly<Record<ForeignLanguage, Map<string, NounKinds>>> = { fr: new Map(), de: new Map() };
/** Words kept; beyond it the cache starts anew. */
const KEPT_WORDS = 20_000;
/** No noun of the lists is longer; encoded data is. Characters. */
const LONGEST_NOUN = 60;
const NO_NOUN: NounKinds = { role: false, body: false, source: false };

function kindsOf(word: string, language: ForeignLanguage): NounKinds {
  if (word.length > LONGEST_NOUN) return NO_NOUN;
  const known = kinds[language].get(word);
  if (known !== undefined) return known;
  const bare = bareWord(word).toLowerCase();
  const read =
    language === 'fr'
      ? { role: FRENCH_ROLE.test(bare), body: FRENCH_BODY.test(bare), source: FRENCH_SOURCE.test(bare) }
      : readGermanKinds(bare);
  if (kinds[language].size > KEPT_WORDS) kinds[language].clear();
  kinds[language].set(word, read);
  return read;
}

function readGermanKinds(bare: string): NounKinds {
  const body = GERMAN_BODY.test(bare);
  return { role: !body && GERMAN_ROLE.test(bare), body, source: GERMAN_SOURCE.test(bare) };
}

/** Without an elided article or preposition: "l'AFP", "d'OVHcloud", "qu'Anne". */
export function bareWord(word: string): string {
  return word.replace(/^(?:l|d|qu|s|n|j|m|t|c|jusqu|lorsqu|puisqu)['’](?=[\p{L}\p{N}])/iu, '');
}

/** Whether a word begins with a capital behind its elided article. */
export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(bareWord(word));
}

export const FRENCH_DETERMINERS = words(
  `le la les un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs certains certaines deux trois quatre cinq l'un l'une
  d'autres aucun chaque`,
);
export const GERMAN_DETERMINERS = words(
  `der die das ein eine einer eines einem einen dem den des dieser diese dieses diesem diesen sein seine seines seiner ihr ihre ihres
  ihrer unser unsere unseres mehrere viele einige beide`,
);
/** Forms that a German subject can begin with. */
export const GERMAN_NOMINATIVE = words(
  `der die das ein eine dieser diese dieses sein seine ihr ihre unser unsere mehrere viele einige beide`,
);

/** Words that stand with a capital at a sentence's start and name nobody. */
const NO_NAMES: Readonly<Record<ForeignLanguage, ReadonlySet<string>>> = {
  fr: words(
    `le la les un une des ce cet cette ces son sa ses leur leurs notre nos votre vos il elle ils elles on nous vous je tu mais et ou or car donc
    ni dans en sur sous pour par avec sans chez vers depuis pendant selon d'après après avant lors à au aux de du si comme quand lorsque alors
    puis ainsi enfin aussi même très plus moins tout toute tous toutes rien ici là hier lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre cependant toutefois pourtant néanmoins interrogé
    interrogée contacté contactée sollicité sollicitée oui non pourquoi qui que quoi dont où y entre parmi malgré outre voilà c'est s'il
    face concernant côté aujourd'hui autre autres quant quelques plusieurs certains certaines chaque aucun aucune bien merci invité invitée`,
  ),
  de: words(
    `der die das dem den des ein eine einen einem einer eines er sie es wir ihr ich man und oder aber doch denn sondern in im an am auf aus bei beim
    mit nach seit von vom vor zu zum zur über unter gegen für um durch ohne laut gemäß wie wenn weil da dass ob als auch nur noch schon so dann
    dort hier heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
    september oktober november dezember jedoch zudem außerdem dennoch allerdings dagegen dabei damit darum deshalb daher zuvor später bisher
    nun jetzt ja nein nicht kein keine keinen was wer wo warum wann dieser diese dieses diesen diesem mehrere viele einige alle beide jeder
    jede sein seine ihre unser unsere gegenüber anlässlich inzwischen unterdessen mittlerweile gleichzeitig ferner schließlich letztlich konkret
    statt bereits erst seither derzeit aktuell kurz vielmehr vielleicht offenbar nachdem obwohl bevor falls sobald sowohl weder entweder manche
    weitere weiter zusätzlich ebenfalls indes dazu hinzu wörtlich zugleich zuletzt erneut sogar etwa rund gut knapp fast künftig daraufhin somit
    angesichts trotz wegen während zwar neben anders ebenso ähnlich entsprechend insgesamt demnach danach`,
  ),
};

export function isNameWord(word: string, language: ForeignLanguage): boolean {
  const bare = bareWord(word);
  return /^\p{Lu}/u.test(bare) && !NO_NAMES[language].has(bare.toLowerCase());
}
