/** News outlets by the names that texts use for them, without "the". Lower case. Extend freely: one name an entry. */
const OUTLETS = `
reuters|associated press|ap|afp|agence france-presse|dpa|bloomberg|bloomberg news|dow jones|upi|kyodo|xinhua|tass|interfax|pa media|press association|
new york times|times|washington post|wall street journal|journal|usa today|los angeles times|chicago tribune|boston globe|new york post|daily news|
financial times|ft|guardian|observer|daily telegraph|telegraph|independent|daily mail|mail on sunday|evening standard|sunday times|daily mirror|sun|economist|
bbc|bbc news|bbc radio|sky news|itv|channel 4|channel 4 news|cnn|cnbc|msnbc|fox news|fox news channel|fox business|nbc|nbc news|abc|abc news|cbs|cbs news|pbs|npr|
c-span|al jazeera|euronews|france 24|france info|franceinfo|rfi|rtl|bfm tv|bfmtv|bfm business|tf1|lci|europe 1|france inter|deutsche welle|dw|ard|zdf|
tagesschau|deutschlandfunk|n-tv|welt|die welt|die zeit|zeit|spiegel|der spiegel|stern|focus|faz|frankfurter allgemeine zeitung|frankfurter allgemeine|
süddeutsche zeitung|sueddeutsche zeitung|handelsblatt|wirtschaftswoche|tagesspiegel|taz|bild|heise|heise online|golem|golem.de|rheinische post|rnd|redaktionsnetzwerk deutschland|funke mediengruppe|bild am sonntag|welt am sonntag|bild-zeitung|stuttgarter zeitung|augsburger allgemeine|heute journal|netzpolitik|netzpolitik.org|t3n|
le monde|le figaro|figaro|les echos|les échos|le parisien|la croix|l'opinion|l'humanité|ouest-france|sud ouest|la voix du nord|20 minutes|rmc|france télévisions|france culture|libération|liberation|la tribune|l'express|le point|l'usine digitale|l'usine nouvelle|mediapart|contexte|next|numerama|zdnet|
la repubblica|corriere della sera|il sole 24 ore|el país|el pais|el mundo|expansión|nrc|de volkskrant|het financieele dagblad|de standaard|de tijd|le soir|
irish times|rte|politico|politico europe|euractiv|euobserver|axios|the hill|hill|atlantic|new yorker|time|newsweek|forbes|fortune|business insider|insider|
huffington post|huffpost|breitbart|breitbart news|daily beast|daily caller|vox|vice|slate|salon|buzzfeed|buzzfeed news|gawker|national review|weekly standard|
mother jones|new republic|nation|rolling stone|people|vanity fair|esquire|gq|wired|techcrunch|verge|register|ars technica|engadget|venturebeat|cnet|
zdnet|the information|information|computerworld|computer weekly|infoworld|cio|techradar|tom's hardware|sifted|tech.eu|protocol|semafor|puck|quartz|
nikkei|nikkei asia|south china morning post|japan times|straits times|times of india|hindu|economic times|caixin|globe and mail|toronto star|cbc|
sydney morning herald|age|australian|abc australia|haaretz|jerusalem post|kommersant|moscow times|novaya gazeta|meduza|kyiv independent|ukrinform|
wedoany|western journalism|wikinews|data center dynamics|datacenterdynamics|dcd|light reading|the next web|next web|meet the press|face the nation|
face the nation|this week|state of the union|fox news sunday|morning joe|fox & friends|good morning america|today show|hannity|60 minutes|newshour|squawk box|
jerusalem post|des moines register|miami herald|tampa bay times|arizona republic|denver post|dallas morning news|houston chronicle|detroit news|
detroit free press|seattle times|san francisco chronicle|mercury news|philadelphia inquirer|baltimore sun|star tribune|cleveland.com|plain dealer|
las vegas review-journal|union leader|concord monitor|sun-sentinel|orlando sentinel|palm beach post|talking points memo|tpm|propublica|marketwatch|barron's|
journal du dimanche|jdd|challenges|capital|silicon.fr|maddyness|tagesschau.de|manager magazin|börsen-zeitung|nzz|neue zürcher zeitung|der standard|orf|die presse|
`;

const NAMES: ReadonlySet<string> = new Set(
  OUTLETS.split('|')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);

/** Outlets whose name has the article. */
const WITH_ARTICLE = new Set(
  `register|guardian|verge|hill|information|atlantic|economist|times|telegraph|independent|sun|observer|new york times|washington post|
  wall street journal|financial times|new yorker|associated press|daily telegraph|nation|intercept|daily beast|huffington post|boston globe|irish times|
  los angeles times|chicago tribune|sunday times|daily mail|times of india|hindu|economic times|globe and mail|next web`
    .split('|')
    .map((name) => name.trim()),
);

/** The outlet's name as one cites it: without a possessive, with the article that belongs to it. */
export function citeOutlet(name: string): string {
  const bare = name
    .trim()
    .replace(/[’']s$/u, '')
    .replace(/^the\s+/iu, '');
  return WITH_ARTICLE.has(bare.toLowerCase()) ? `The ${bare}` : bare;
}

/** Words of which one in a name shows an outlet: "Springfield Gazette", "Radio Berlin". */
const OUTLET_WORD =
  /\b(?:news|newspaper|gazette|tribune|herald|courier|chronicle|daily|weekly|journal|magazine|radio|televisi?on|tv|broadcasting|zeitung|rundschau|tageblatt|anzeiger|nachrichten|gazetta|post|times|observer|examiner|inquirer|dispatch|sentinel|newswire|press agency|news agency)\b/iu;
const NOT_OUTLET =
  /\b(?:conference|release|secretary|group|corporation|corps|office|service|university|school|college)\b/iu;

/** Whether a name is that of a news outlet. Short common words ("Times", "Sun") count only as written with a capital. */
export function isOutlet(name: string): boolean {
  const bare = name
    .trim()
    .replace(/^(?:the|le|la|der|die|das)\s+(?=\p{Lu})/iu, '')
    .replace(/[’']s$/u, '')
    .replaceAll('’', "'");
  if (bare === '' || !/^[\p{Lu}\d]/u.test(bare)) return false;
  const lower = bare.toLowerCase();
  if (
    NAMES.has(lower) ||
    NAMES.has(
      name
        .trim()
        .toLowerCase()
        .replace(/^the\s+/, ''),
    )
  )
    return true;
  return bare.includes(' ') && OUTLET_WORD.test(bare) && !NOT_OUTLET.test(bare);
}
