/**
 * Abbreviations of news prose, lower case, without the final full stop, by what may follow them.
 * English first, then what German and French copy needs.
 */

/** Always stand before more of the sentence: titles before a name, "e.g.", "vs.". */
export const NEVER_FINAL: ReadonlySet<string> = new Set(
  `mr mrs ms messrs mmes dr prof sen sens rep reps gov govs gen lt col capt cmdr adm maj sgt cpl pvt brig pres supt
  hon rev fr msgr st ste mt mts ft amb atty sec secy asst assoc dir insp det dist vp svp evp
  vs v e.g i.e eg ie cf viz approx ca resp al f.e incl
  hr hrn fru frau herr dipl ing z.b d.h u.a z.t s.o s.u i.d.r i.v.m o.g m.e v.a bzw ggf evtl usw.z sog vgl bspw
  dipl.-ing inkl exkl zzgl abzgl einschl ca geb verh
  mme mlle mmes mlles mgr pr p.ex env av svp m.m srta sra sr.a sig sig.ra lic skt`.split(/\s+/),
);

/** Stand before a number: "No. 5", "p. 55", "Art. 12"; else they are words and may end a sentence. */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  `no nos nr p pp pg para par sect sec art arts ch chap fig figs vol vols ed eq ex tab app n° nº abs ziff kap rs
  abb anm anh bd bde hs rn rz str nrn max min mind tél réf
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);

/** May end a sentence or not: they end it only before a word that clearly begins one. */
export const MAYBE_FINAL: ReadonlySet<string> = new Set(
  `inc corp co ltd plc llc bros mfg intl assn dept univ gmbh cie
  jr sr esq phd md ba ma mba jd cpa
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore
  pa penn tenn tex va vt wash wis wisc wyo dak
  ave blvd rd hwy rte sq bldg
  est dist min max no nos etc usw ff lb lbs oz hr hrs mi yd sec secs med bn mn tel op cit ibid ed eds trans et
  jh jhdt mio mrd tsd`.split(/\s+/),
);

/** Of these, the ones that are words, too: they abbreviate only when they have a capital ("Sat.", "Mar.", "Wash."). */
export const CAPITALISED_ONLY: ReadonlySet<string> = new Set(
  `sat sun mar fri wed del ill ind miss mass wash ore pa la ga ma ba mo no may min max hr mi dec ark ave med va tel`.split(
    /\s+/,
  ),
);

/** Of these, the ones that close an enumeration: a capital after them begins a sentence, in German, too. */
export const ENDS_BEFORE_CAPITAL: ReadonlySet<string> = new Set(['usw', 'ff', 'etc']);

/** German words before an ordinal number: "der 5. Senat", "am 1. Verhandlungstag". */
export const BEFORE_ORDINAL: ReadonlySet<string> = new Set(
  `der die das dem den des am im vom zum zur beim ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner jeder jede jedes jeden
  jedem einen einem einer dieser dieses diesem ersten vom`.split(/\s+/),
);

/** Words that begin a sentence far more often than they go on with a name. Lower case. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `the a an this that these those there here it its it's he she they we you i his her their our my your he's she's they're
  i'm we're i've we've don't didn't
  in on at by for from with without after before during since while when where who whom whose what which why how if
  as although though because until unless once despite according under over among amid between through to of
  and but or so yet nor however then thus still also meanwhile moreover instead perhaps maybe
  is are was were do does did has have had can could will would should may might must let
  some many most few several all both each every another other others no not none one two three more only even just
  now today yesterday tomorrow later earlier last next recently asked another such nearly about people officials
  thousands millions hundreds dozens billions nothing something everyone anyone everything please
  der die das er sie es ein eine dies diese dieser im am auch aber doch und wir ich nach seit für mit bei zu wie was
  le la les il elle ils elles ce cette ces un une des dans en au aux pour par mais et selon je nous vous qui que
  hun han det den de hvad`.split(/\s+/),
);

/** German names of months and the like, before which a number with a full stop is an ordinal ("12. Juni"). */
export const AFTER_ORDINAL: ReadonlySet<string> = new Set(
  `januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jh
  etage stock platz tag woche mal`.split(/\s+/),
);

/** What goes on after a time of day: "6 p.m. Tuesday", "9 a.m. Eastern". */
export const AFTER_TIME_OF_DAY: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
  january february march april may june july august september october november december
  eastern pacific central mountain et est edt ct pt pst pdt mt gmt utc bst cet cest local`.split(/\s+/),
);

/** Names that end in an exclamation or question mark of their own. Lower case, with the mark. */
export const NAMES_WITH_MARK: ReadonlySet<string> = new Set([
  'yahoo!',
  'jeb!',
  'y!j',
  'jeopardy!',
  'oklahoma!',
  'yum!',
]);

/** Words with which careless writers begin a sentence in lower case. */
export const SMALL_STARTERS: ReadonlySet<string> = new Set(
  `we i they you he she it i'm i've we're we've they're they've you're you've he's she's it's that's there's`.split(
    /\s+/,
  ),
);

/** Verbs that name who speaks after a quotation that ended in "?" or "!". Lower case. */
export const SPEECH_AFTER_MARK: ReadonlySet<string> = new Set(
  `said says asked asks wrote writes tweeted added adds replied replies shouted yelled exclaimed demanded wondered cried
  told continued responded answered joked declared quipped screamed mused snapped`.split(/\s+/),
);
