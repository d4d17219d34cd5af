import { englishSayVerb, type Frame, type Opening, pastOf, type SayVerbs } from './frame.ts';

/** French verbs of saying by their beginnings, and the English verb that the desk reads. */
const SAY_VERBS: SayVerbs = [
  [/^(?:pens|estim|croi|cru|jug|consid)/i, 'think'],
  [/^(?:expliqu)/i, 'explain'],
  [/^(?:soulign|insist)/i, 'stress'],
  [/^(?:averti|alert|préven|prévien|mis|met)/i, 'warn'],
  [/^(?:réagi)/i, 'react'],
  [/^(?:répon)/i, 'respond'],
  [/^(?:comment)/i, 'comment'],
  [/^(?:mention|évoqu|cit)/i, 'mention'],
  [/^(?:propos|suggèr|suggér)/i, 'suggest'],
  [/^(?:recommand|préconis|conseill)/i, 'recommend'],
  [/^(?:prévo|prévu|prédi)/i, 'predict'],
  [/^(?:écri)/i, 'write'],
  [/^(?:reconn|admet|admis)/i, 'acknowledge'],
  [/^(?:prétend)/i, 'claim'],
  [/^(?:décri|qualifi)/i, 'describe'],
];

const SAID =
  '(?:dit|déclaré|affirmé|assuré|indiqué|précisé|expliqué|souligné|pensé|estimé|jugé|averti|alerté|prévenu|mis en garde|répondu|commenté|évoqué|mentionné|proposé|suggéré|recommandé|préconisé|prédit|prévu|écrit|raconté|confié|reconnu|admis|prétendu|rappelé|ajouté|insisté|parlé|exprimé|réagi|décrit|fait savoir)';
const SAYS =
  '(?:dit|disent|disait|déclare|déclarent|affirme|affirment|assure|assurent|indique|indiquent|explique|expliquent|souligne|soulignent|pense|pensent|estime|estiment|croit|croient|juge|jugent|avertit|prévient|alerte|répond|répondent|commente|commentent|évoque|évoquent|mentionne|mentionnent|propose|proposent|suggère|suggèrent|recommande|recommandent|préconise|préconisent|prédit|prévoit|écrit|écrivent|reconnaît|admet|prétend|prétendent|rappelle|ajoute|insiste|parle|parlent)';
const ABOUT =
  "(?:au sujet des?|au sujet du|au sujet d'|à propos des?|à propos du|à propos d'|en ce qui concerne|concernant|quant à|quant au|quant aux|sur|de(?! (?:la |l' ?)?\\p{Lu})|du(?! \\p{Lu})|des(?! \\p{Lu})|d'|contre|face à|face au|face aux|envers|à|au|aux)";
const STRONG_ABOUT =
  "(?:au sujet des?|au sujet du|au sujet d'|à propos des?|à propos du|à propos d'|en ce qui concerne|concernant|quant à|quant au|quant aux|sur)";
const HE = '-(?:t-)?(?:il|elle|ils|elles|on)';
const VIEW =
  "(?:l' ?)?(?:la |le |les )?(?<view>avis|opinion|opinions|position|positions|réaction|réactions|point de vue|vision|analyse|commentaires?|réponse|critiques?|avertissement|mise en garde|déclarations?|attitude)";
const OUTLET =
  "(?: (?:à|au|aux|à la|à l'|dans|auprès de|auprès du) ?(?<outlet>(?:Le |La |Les )?\\p{Lu}[\\p{L}\\p{N}.&-]*(?: \\p{Lu}[\\p{L}\\p{N}.&-]*)*))?";
const CLASSES =
  '(?<class>analystes|experts|expertes|responsables politiques|responsables|politiques|ministres|députés|élus|chercheurs|économistes|entreprises|fournisseurs|dirigeants|fondateurs|patrons|juristes|avocats|critiques|personnes)';
const AUX = '(?:a|ont|avait|avaient)';

const frame = (pattern: string, english: Frame['english']): Frame => ({ pattern: new RegExp(pattern, 'u'), english });

/** Questions about speakers and comparisons, the most particular first. A topic may be missing: then nothing stands for it. */
export const FRENCH_FRAMES: readonly Frame[] = [
  // Both sides, or the sources among themselves.
  frame(
    `^(?:est-ce que )?(?:les |ces |toutes les )?(?:sources|articles|documents|textes|médias)(?: (?:s' accordent|sont|divergent|concordent|diffèrent|se contredisent|s' opposent))?(?:-(?:elles|ils))?(?: d' accord)? (?:sur|à propos de|quant à|concernant) (?<topic>.+)$`,
    ({ topic }, of) => `Do the sources agree on ${of(topic)}?`,
  ),
  frame(
    `^(?:en quoi|sur quoi|comment|où) (?<a>\\p{Lu}.+?) et (?<b>\\p{Lu}.+?) (?:diffèrent|divergent|s' opposent|sont en désaccord|se distinguent)(?:${HE})?(?: ${ABOUT} ?(?<topic>.+))?$`,
    ({ a, b, topic }, of) => `How do ${of(a)} and ${of(b)} differ${topic === undefined ? '' : ` on ${of(topic)}`}?`,
  ),
  frame(
    `^compare[rz]? (?:ce que (?:disent|pensent|ont dit) |les positions de |les avis de )?(?<a>.+?) (?:et|avec|à) (?:de |d' )?(?<b>.+?) (?:${ABOUT}) ?(?<topic>.+)$`,
    ({ a, b, topic }, of) => `Compare ${of(a)} and ${of(b)} on ${of(topic)}`,
  ),
  // "Selon X, …" and "… selon X".
  frame(
    `^(?:selon|d' après) (?<speaker>[^,]+), ?(?<rest>.+)$`,
    ({ speaker, rest }, of, whole) =>
      `According to ${of(speaker)}, ${whole(rest).replace(/^\p{Lu}/u, (first) => first.toLowerCase())}`,
  ),
  frame(
    `^(?<rest>.+?),? (?:selon|d' après) (?<speaker>.+)$`,
    ({ speaker, rest }, of, whole) => `${whole(rest).replace(/\?$/, '')} according to ${of(speaker)}?`,
  ),
  frame(
    `^et (?:sur|pour|concernant|au sujet de|à propos de) (?<topic>.+)$`,
    ({ topic }, of) => `What about ${of(topic)}?`,
  ),
  frame(`^et (?<who>(?:le |la |les |l' ?)?\\p{Lu}[^,]*)$`, ({ who }, of) => `And ${of(who)}?`),
  frame(
    `^(?<ask>quand|où) (?:a|aura|ont|auront|a eu|avait) lieu (?<what>.+)$`,
    ({ ask, what }, of) => `${ask === 'où' ? 'Where' : 'When'} is ${of(what)}?`,
  ),
  frame(
    `^(?<ask>quand|où) (?:se tient|se tiendra|se tiennent|s' est tenu|s' est tenue) (?<what>.+)$`,
    ({ ask, what }, of) => `${ask === 'où' ? 'Where' : 'When'} is ${of(what)}?`,
  ),
  // "Que pense X de Y ?"
  frame(
    `^qu' en (?:${AUX} )?(?<verb>${SAID}|${SAYS}) (?<speaker>.+)$`,
    ({ speaker }, of) => `What did ${of(speaker)} say?`,
  ),
  // With a plain "on" or "about" the speaker may hold "de": "la présidente de la Commission".
  frame(
    `^(?:et |mais )?(?:qu'|que|quoi) ?(?:${AUX} )?(?<verb>${SAID}|${SAYS})(?: exactement| précisément)? (?<speaker>.+?)${OUTLET} ${STRONG_ABOUT} ?(?<topic>.+)$`,
    said,
  ),
  frame(
    `^(?:et |mais )?(?:qu'|que|quoi) ?(?:${AUX})(?: aussi| exactement)? (?<verb>${SAID})(?: exactement| précisément| d' autre)? (?<speaker>.+?)${OUTLET}(?: ${ABOUT} ?(?<topic>.+))?$`,
    said,
  ),
  frame(`^(?:et |mais )?(?:qu'|que) ?(?<verb>${SAYS}) (?<speaker>.+?)${OUTLET}(?: ${ABOUT} ?(?<topic>.+))?$`, said),
  frame(
    `^qu' est-ce que? '? ?(?<speaker>.+?) (?:${AUX} )?(?<verb>${SAID}|${SAYS})${OUTLET}(?: ${ABOUT} ?(?<topic>.+))?$`,
    said,
  ),
  frame(`^(?:que|qu') ?(?<speaker>.+?) (?:a|ont)${HE} (?<verb>${SAID})${OUTLET}(?: ${ABOUT} ?(?<topic>.+))?$`, said),
  frame(`^(?:que|qu') ?(?<speaker>.+?) (?<verb>${SAYS})${HE}${OUTLET}(?: ${ABOUT} ?(?<topic>.+))?$`, said),
  frame(
    `^(?:quel(?:le)?s? (?:est|sont|était|étaient|a été|fut) )${VIEW} (?:de |du |des |d' ?)(?<speaker>.+?)(?: (?:sur|à propos de|à propos du|à propos des|au sujet de|au sujet du|concernant|quant à|à l' égard de|face à|face au|envers|contre|à|au|aux) (?<topic>.+))?$`,
    ({ speaker, topic }, of) => `What is the view of ${of(speaker)}${topic === undefined ? '' : ` on ${of(topic)}`}?`,
  ),
  // "Comment X a-t-il réagi à Y ?"
  frame(
    `^comment (?:(?<speaker>.+?) (?:a|ont)${HE} réagi|(?:a|ont) réagi (?<other>.+?)|réagi(?:t|ssent) (?<third>.+?))(?: (?:à|au|aux|face à) (?:la |le |l' )?(?<topic>.+))?$`,
    ({ speaker, other, third, topic }, of) =>
      `How did ${of(speaker ?? other ?? third)} react${topic === undefined ? '' : ` to ${of(topic)}`}?`,
  ),
  frame(
    `^comment (?<speaker>.+?) (?:(?:juge|décrit|qualifie|voit|perçoit|évalue)(?:-t)?-(?:il|elle|ils|elles)|(?:jugent|décrivent|qualifient|voient)-(?:ils|elles)|(?:a|ont)${HE} (?:jugé|décrit|qualifié)) (?<topic>.+)$`,
    ({ speaker, topic }, of) => `How did ${of(speaker)} describe ${of(topic)}?`,
  ),
  frame(
    `^pourquoi (?:est-ce que )?(?<speaker>.+?) (?:(?:a|ont)${HE} (?<verb>${SAID})|(?<says>${SAYS})(?:${HE})?|(?:a|ont) (?<simple>${SAID})) qu(?:e|') ?(?<topic>.+)$`,
    ({ speaker, verb, says, simple, topic }, of) =>
      `Why did ${of(speaker)} ${sayVerb(verb ?? says ?? simple)} that ${of(topic)}?`,
  ),
  // "Qui a dit que …", "Qui a commenté …"
  frame(
    `^(?:et )?qui (?:d' autre )?(?:(?:a|ont|avait) (?<verb>${SAID})|(?<says>${SAYS})) qu(?:e|') ?(?<topic>.+)$`,
    ({ verb, says, topic }, of) => `Who ${pastOf(sayVerb(verb ?? says))} that ${of(topic)}?`,
  ),
  frame(
    `^qui (?:d' autre )?(?:a|ont) (?:averti|prévenu|mis en garde|alerté)(?: (?:contre|de|du|des|d'|sur) ?(?<topic>.+))?$`,
    ({ topic }, of) => `Who warned about ${of(topic)}?`,
  ),
  frame(
    `^qui (?:d' autre )?(?:s' est exprimé|s' exprime|a parlé|parle|a commenté|commente|a réagi|réagit|a évoqué|a dit quelque chose|dit quelque chose)(?: ${ABOUT})? ?(?<topic>.+)$`,
    ({ topic }, of) => `Who commented on ${of(topic)}?`,
  ),
  frame(
    `^qui (?:est|sont|a été) (?:cité|citée|cités)(?: ${ABOUT})? ?(?<topic>.+)$`,
    ({ topic }, of) => `Who is quoted on ${of(topic)}?`,
  ),
  frame(
    `^quel(?:le)?s (?:[\\p{L}-]+ )?${CLASSES} (?:ont|se sont|s' est|a)? ?(?:${SAID}|${SAYS}|s' exprim\\p{L}+)(?: (?:qu(?:e|')|${ABOUT}))? ?(?<topic>.+)$`,
    ({ class: group, topic }, of) => `Which ${of(group)} commented on ${of(topic)}?`,
  ),
  // "X a-t-il parlé de Y ?"
  frame(
    `^est-ce qu(?:e|') ?(?<speaker>.+?) (?:a|ont|s' est|se sont|s' exprime)(?: déjà| jamais)? ?(?:${SAID})?(?: quelque chose| quoi que ce soit)?(?: ${ABOUT} ?(?<topic>.+))$`,
    did,
  ),
  frame(
    `^est-ce qu(?:e|') ?(?<speaker>.+?) (?:a|ont) (?:commenté|évoqué|mentionné|critiqué|abordé) (?<topic>.+)$`,
    did,
  ),
  frame(
    `^(?<speaker>.+?) (?:s' )?(?:a|ont|est|sont|avait)${HE} (?:déjà |jamais |également )?(?:${SAID})(?: quelque chose| quoi que ce soit)?(?: (?:qu(?:e|')|${ABOUT}))? ?(?<topic>.+)$`,
    did,
  ),
  frame(
    `^(?<speaker>.+?) (?:parle|évoque|mentionne|commente|dit)-t-(?:il|elle)(?: quelque chose)?(?: ${ABOUT})? ?(?<topic>.+)$`,
    did,
  ),
];

function said(slots: Readonly<Record<string, string | undefined>>, of: (text: string | undefined) => string): string {
  const { verb, speaker, outlet, topic } = slots;
  const link = sayVerb(verb) === 'think' ? 'of' : 'about';
  const about = topic === undefined ? '' : ` ${link} ${of(topic)}`;
  return outlet === undefined
    ? `What did ${of(speaker)} ${sayVerb(verb)}${about}?`
    : `What did ${of(speaker)} tell ${outlet}${about.replace(/^ of/, ' about')}?`;
}

function did(slots: Readonly<Record<string, string | undefined>>, of: (text: string | undefined) => string): string {
  return `Did ${of(slots.speaker?.replace(/ s'$/, ''))} say anything about ${of(slots.topic)}?`;
}

function sayVerb(verb: string | undefined): string {
  return englishSayVerb(verb, SAY_VERBS);
}

/** Question words and what they are in English, the most particular first; the rest of the question follows. */
export const FRENCH_OPENINGS: readonly Opening[] = [
  ...opening(`(?:combien|depuis combien|pendant combien) de temps`, 'How long'),
  ...opening(`combien (?:d' argent|de (?:millions|milliards)(?: d' euros| de dollars)?)`, 'How much money'),
  ...opening(`combien (?:de |d' )`, 'How many', true),
  ...opening(`combien coût\\p{L}+`, 'How much cost'),
  ...opening(`combien`, 'How much'),
  ...opening(`(?:depuis quand|depuis quelle (?:date|année)|à partir de quand)`, 'Since when'),
  ...opening(`jusqu' ?(?:à quand|en quelle année)`, 'Until when'),
  ...opening(
    `(?:pour )?quand|à quel moment|à quelle date|quel jour|en quelle année|quelle (?:est|était|sera) la date`,
    'When',
  ),
  ...opening(`(?:d' )?où|dans quelle ville|à quel endroit`, 'Where'),
  ...opening(`(?:dans|de|en) quel(?:s)? pays`, 'In which country'),
  ...opening(
    `pourquoi|pour quelles? raisons?|quelle est la raison|quelles sont les raisons|qu' est-ce qui explique`,
    'Why',
  ),
  ...opening(`comment`, 'How'),
  ...opening(`(?:à|de|avec|pour|par|chez|contre) qui`, 'Who'),
  ...opening(`qui est-ce qui|qui`, 'Who'),
  ...opening(
    `quel(?:le)? (?:est|était|sera|serait|fut) (?:la part|la proportion|le pourcentage|le taux)`,
    'What percentage is',
  ),
  ...opening(`quel(?:le)? (?:part|proportion|pourcentage)`, 'What percentage of'),
  ...opening(`quel(?:le)? est la durée`, 'How long is'),
  ...opening(
    `quel(?:le)? (?:est|était|sera|serait|fut|a été) (?=(?:le montant|la somme|le prix|le coût|le budget|le chiffre d' affaires|le bénéfice|l' amende|le salaire))`,
    'How much is',
  ),
  ...opening(`(?:quel(?:le)?s? )(?:est|sont|était|étaient|sera|seront|serait|fut|a été|ont été)`, 'What is'),
  ...opening(`(?:(?:à|de|avec|pour|par|dans|sur|contre|chez) )?(?:les)?quel(?:le)?s?`, 'Which', true),
  ...opening(`(?:de |à |avec |sur )?(?:qu' est-ce qu(?:e|i|')|quoi)|que|qu'`, 'What'),
  ...opening(`est-ce qu(?:e|')`, 'Does'),
];

function opening(pattern: string, english: string, takesNoun = false): Opening[] {
  return [
    { pattern: new RegExp(`^(?:et |mais |donc )?(?:${pattern})(?<![\\p{L}](?=[\\p{L}-]))`, 'u'), english, takesNoun },
  ];
}

/** Polite openings before the question itself, and orders that are no question, by their beginnings. */
export const FRENCH_COURTESY =
  /^(?:(?:bonjour|salut|bonsoir|merci|svp|s' il (?:vous|te) plaît)[ ,!.]*)*(?:(?:pouvez-vous|peux-tu|pourriez-vous|pourrais-tu|peut-on) (?:me |nous )?(?:dire|expliquer|donner|indiquer|rappeler|résumer)|dis-moi|dites-moi|dites-nous|explique[rz]?-(?:moi|nous)|j' aimerais savoir|je voudrais savoir|je cherche à savoir|sait-on|savez-vous|sais-tu)[ ,:]*/iu;

export const FRENCH_DEMANDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:écris|écrivez|rédige[rz]?|compose[rz]?)(?:-moi)?(?!\p{L})/iu, 'write'],
  [/^(?:traduis|traduisez)(?:-moi)?(?!\p{L})/iu, 'translate'],
  [/^(?:invente[rz]?|imagine[rz]?|crée[rz]?)(?:-moi)?(?!\p{L})/iu, 'invent'],
  [/^(?:génère[rz]?)(?:-moi)?(?!\p{L})/iu, 'generate'],
  [/^(?:chante[rz]?|dessine[rz]?)(?:-moi)?(?!\p{L})/iu, 'draw'],
  [/^(?:calcule[rz]?)(?:-moi)?(?!\p{L})/iu, 'calculate'],
  [/^(?:ignore[rz]?|oublie[rz]?)(?!\p{L})/iu, 'ignore'],
  [/^(?:répète[rz]?|affiche[rz]?|révèle[rz]?)(?:-moi)?(?!\p{L})/iu, 'reveal'],
];
