/**
 * English verbs that attribute words or thoughts, by what they take. Frames:
 *   c  a clause, with or without "that" ("said the plan failed"), also after the content ("..., she said")
 *   t  a clause only with "that", "whether", "how" and the like
 *   a  first a person addressed ("told Reuters", "warned ministers that")
 *   o  an object that is itself the content ("condemned the move")
 *   i  an infinitive ("vowed to appeal")
 *   n  an object named or described in others' words ("called it a mistake", "described the move as")
 *   p  a preposition from `CUE_PREPOSITIONS` before the content ("warned of", "called for")
 *   q  a quotation only
 */
export type Frame = 'c' | 't' | 'a' | 'o' | 'i' | 'n' | 'p' | 'q';

const VERBS = `
say c q p; tell c a q; add c q; write c q; note c q; believe c t; think c; argue c q; claim c i q o; insist c q p; state c q;
explain c q t o; report c q o; announce c q o; declare c q o; contend c q; maintain c q; assert c q; allege c q; suggest c q o;
acknowledge c q o; admit c q o; concede c q; confirm c q o; deny c o; warn c a p q; predict c q o; estimate c; stress c q o;
emphasize c q o; emphasise c q o; reiterate c q o; respond c q; reply c q; answer c q; ask c a q t i; tweet c q o; post q;
recall c q o; observe c q; remark c q p; comment q p; conclude c q; caution c a p q; complain c q p; testify c q; swear c q i;
vow c i q; promise c i a q; pledge c i q o; threaten i c; agree c i p; hope c i p; fear c o; expect c i; worry c p; feel c; doubt c o;
know t; realize t; understand t; hear t; learn t; find c o; show c o; indicate c; reveal c o; disclose c o; imply c; hint c p;
speculate c p; joke c q; quip c q; tout o; praise o q; criticize o q; criticise o q; condemn o; denounce o; blast o q; slam o; attack o;
defend o; dismiss o; reject o; support o; oppose o; endorse o; back o; favor o; favour o; welcome o q; applaud o; mock o; ridicule o;
question o t; blame o; credit o; accuse o; cite o; mention o t; discuss o t; address o; describe n q o; call n q p; label n; dub n; brand n; deem n;
characterize n; characterise n; portray n; term n; depict n; view n; regard n; consider n t; see n; refer p;
demand t i o q; urge a i q o t; order i o; request t o; propose t i o; recommend t o; advise a t; encourage i; instruct i; beg i; implore i;
plan i o; intend i; want i o; seek i o; refuse i; decline i; decide i t; aim i; offer i; prefer i o; wish i; need i; opt i; consent i; volunteer i;
write c q; read q; continue q; shout c q; yell q; scream q; chant q; exclaim q; mutter q; whisper q; cry q; muse q; lament c q o; boast c p q;
brag c p; bemoan o; decry o; deplore o; deride o; assail o; rebuke o; rap o; fault o; scold q; chide q; tease q; urge c; believe p; grouse c q; groan q; vent q; explode q;
remind a; assure a; inform a; notify a; convince a; persuade a; brief a; teach t; prove t; point p; signal c; guess c; suspect c; assume c;
suppose c; figure c; imagine t; wonder t q; remember t; forget t; notice t; discover t; decide t; determine t; rule t; argue p; speak p;
talk p; complain p; apologize p; apologise p; advocate o p; press p; push p; lobby p; campaign p; plead i p; appeal i p; object p q; protest c q;
retort c q; counter c q; rebut q; shoot q; fire q; interject q; interrupt q; quote n; paraphrase o; echo o; affirm c q o; aver c; opine c q;
posit c; hypothesize c; theorize c; hypothesise c; elaborate c q p; clarify c q o; specify t; outline o; detail o; spell p; lay p;
highlight o t; underscore o t; underline o t; tell n; love o; like o i; hate o; trust o; appreciate o; prefer t; value o; admire o; respect o;
justify n o; assess o c; foresee o c; forecast c o; project c; calculate c; reckon c q; judge c n; anticipate c o; envision o; envisage o c;
tell p; begin q; start q; open q; finish q; sum p q; summarize q; summarise q; put q; go q; muse c; proclaim c q; profess i; attest c p; cheer q;
suggest p; thank o q; congratulate o q; hail n o q; salute o; slap o; knock o; rip o; hammer o; lambast o; lambaste o; castigate o; chastise o; skewer o;
sneer q; snap q; grumble c q; gripe c q; fret c q; marvel q; gush q; enthuse q; bark q; hiss q; deadpan q; wisecrack q; crow q; intone q; laugh q; sigh q; nod q; smile q;
remember c q; surmise c q; retaliate q; point q; figure q; wonder c; drawl q; plead q; growl q; shrug q; seem i; appear i; look q; pretend i c; decree c; stipulate c; mandate t; certify c; vote i p; rate n; rank n; poll o; rail p; inveigh p; caution c; counsel a t; concur c q;
disagree p q; dispute o c; contest o; challenge o; contradict o; refute o; disavow o; renounce o; repudiate o; downplay o; minimize o; overstate o; exaggerate o;
`;

/** Forms that the rules below do not give: third person, past, participle, "-ing"; by the verb. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'says said said saying',
  tell: 'tells told told telling',
  write: 'writes wrote written writing',
  think: 'thinks thought thought thinking',
  know: 'knows knew known knowing',
  understand: 'understands understood understood understanding',
  hear: 'hears heard heard hearing',
  learn: 'learns learned learned learning',
  find: 'finds found found finding',
  show: 'shows showed shown showing',
  see: 'sees saw seen seeing',
  swear: 'swears swore sworn swearing',
  feel: 'feels felt felt feeling',
  read: 'reads read read reading',
  begin: 'begins began begun beginning',
  go: 'goes went gone going',
  put: 'puts put put putting',
  speak: 'speaks spoke spoken speaking',
  shoot: 'shoots shot shot shooting',
  seek: 'seeks sought sought seeking',
  teach: 'teaches taught taught teaching',
  beg: 'begs begged begged begging',
  brag: 'brags bragged bragged bragging',
  admit: 'admits admitted admitted admitting',
  quip: 'quips quipped quipped quipping',
  plan: 'plans planned planned planning',
  refer: 'refers referred referred referring',
  opt: 'opts opted opted opting',
  rap: 'raps rapped rapped rapping',
  slap: 'slaps slapped slapped slapping',
  slam: 'slams slammed slammed slamming',
  rip: 'rips ripped ripped ripping',
  rebut: 'rebuts rebutted rebutted rebutting',
  aver: 'avers averred averred averring',
  concur: 'concurs concurred concurred concurring',
  forget: 'forgets forgot forgotten forgetting',
  lay: 'lays laid laid laying',
  spell: 'spells spelled spelled spelling',
  foresee: 'foresees foresaw foreseen foreseeing',
  forecast: 'forecasts forecast forecast forecasting',
  recall: 'recalls recalled recalled recalling',
  snap: 'snaps snapped snapped snapping',
  nod: 'nods nodded nodded nodding',
  sum: 'sums summed summed summing',
  rail: 'rails railed railed railing',
  label: 'labels labeled labeled labeling labelled labelling',
  signal: 'signals signaled signaled signaling signalled signalling',
  counsel: 'counsels counseled counseled counseling',
  deadpan: 'deadpans deadpanned deadpanned deadpanning',
  dub: 'dubs dubbed dubbed dubbing',
  agree: 'agrees agreed agreed agreeing',
  decree: 'decrees decreed decreed decreeing',
  disagree: 'disagrees disagreed disagreed disagreeing',
};

export interface CueVerb {
  readonly lemma: string;
  readonly frames: ReadonlySet<Frame>;
  readonly form: 'base' | 'third' | 'past' | 'ing';
}

export const CUE_VERBS: ReadonlyMap<string, CueVerb> = inflectAll();

/** Prepositions that lead to what is said, by verb. */
export const CUE_PREPOSITIONS: Readonly<Record<string, readonly string[]>> = {
  warn: ['of', 'against', 'about'],
  caution: ['against', 'about'],
  call: ['for', 'on'],
  insist: ['on'],
  worry: ['about'],
  complain: ['about', 'of'],
  boast: ['about', 'of'],
  brag: ['about'],
  refer: ['to'],
  agree: ['with', 'on'],
  speak: ['about', 'of', 'out', 'against'],
  talk: ['about', 'of'],
  apologize: ['for'],
  apologise: ['for'],
  advocate: ['for'],
  push: ['for'],
  press: ['for'],
  lobby: ['for', 'against'],
  campaign: ['for', 'against'],
  plead: ['for'],
  appeal: ['for'],
  object: ['to'],
  comment: ['on'],
  remark: ['on'],
  speculate: ['about', 'on'],
  hint: ['at'],
  elaborate: ['on'],
  point: ['to', 'out'],
  spell: ['out'],
  lay: ['out'],
  argue: ['for', 'against'],
  believe: ['in'],
  hope: ['for'],
  tell: ['of', 'about'],
  vote: ['for', 'against'],
  rail: ['against'],
  inveigh: ['against'],
  disagree: ['with'],
  attest: ['to'],
  sum: ['up'],
};

function inflectAll(): Map<string, CueVerb> {
  const forms = new Map<string, CueVerb>();
  const frames = new Map<string, Set<Frame>>();
  for (const entry of VERBS.split(';')) {
    const [lemma = '', ...codes] = entry.trim().split(/\s+/);
    if (lemma === '') continue;
    const known = frames.get(lemma) ?? new Set<Frame>();
    for (const code of codes) known.add(code as Frame);
    frames.set(lemma, known);
  }
  for (const [lemma, known] of frames) {
    const [third = '', past = '', participle = '', ing = '', ...others] = inflect(lemma);
    const put = (form: string, kind: CueVerb['form']): void => {
      if (!forms.has(form)) forms.set(form, { lemma, frames: known, form: kind });
    };
    put(third, 'third');
    put(past, 'past');
    put(participle, 'past');
    put(ing, 'ing');
    for (const other of others) put(other, other.endsWith('ing') ? 'ing' : 'past');
    put(lemma, 'base');
  }
  return forms;
}

function inflect(lemma: string): string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined) return irregular.split(' ');
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${lemma}ing`];
  }
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (lemma.endsWith('e')) return [third, `${lemma}d`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  return [third, `${lemma}ed`, `${lemma}ed`, `${lemma}ing`];
}
