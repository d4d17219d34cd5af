/** Words that only join others, as written in lower case, and what stands for them in English; '' where nothing does. */
export const SMALL_WORDS: Readonly<Record<'fr' | 'de', ReadonlyMap<string, string>>> = {
  fr: readPairs(`
    l the|le the|la the|les the|un a|une a|de of|d of|du of the|des of the|à in|au at the|aux at the|en in|dans in|sur on
    sous under|avec with|pour for|par by|chez at|vers towards|depuis since|avant before|après after|pendant during
    durant during|lors during|entre between|jusque until|jusqu until|et and|ou or|mais but|que that|qu that|qui who
    dont of which|ne|n|se|s|y|pas not|ce this|cet this|cette this|ces these|son its|sa its|ses its|leur their|leurs their
    il he|elle she|ils they|elles they|on|c it|j I|je I|nous we|vous you|est is|sont are|était was|étaient were|fut was
    sera will be|seront will be|été been|être be|a has|ont have|avait had|avaient had|aura will have|avoir have|va will
    vont will|peut can|peuvent can|doit must|doivent must|devrait should|devraient should|plus more|moins less|très very
    comme as|si whether|aussi also|tout all|toute all|tous all|toutes all|quel which|quelle which|quels which|quelles which
    quoi what|où where|quand when|comment how|pourquoi why|combien how much|parce because|car because|deux two|trois three
    quatre four|cinq five|six six|sept seven|huit eight|dix ten|onze eleven|douze twelve|vingt twenty|non no|oui yes
    aucun no|aucune no|autre other|autres other|même same|celui that|celle that|ceux those|t|m|me me|te you|lui him|eux them
  `),
  de: readPairs(`
    der the|die the|das the|den the|dem the|des the|ein a|eine a|einen a|einem a|einer a|eines a|in in|im in the|ins in the
    am on the|an at|ans to the|auf on|aus from|bei at|beim at the|mit with|nach after|von of|vom of the|zu to|zum to the
    zur to the|für for|fürs for the|über about|unter under|vor before|seit since|bis until|während during|zwischen between
    durch by|um|und and|oder or|aber but|dass that|daß that|ob whether|weil because|wenn if|als as|wie as|auch also
    nicht not|kein no|keine no|keinen no|keiner no|keinem no|es it|er he|sie they|ihr their|ihre their|ihren their
    ihrer their|ihrem their|sein its|seine its|seinen its|seiner its|seinem its|ist is|sind are|war was|waren were
    wird will|werden will|wurde was|wurden were|würde would|würden would|worden been|geworden become|gewesen been|hat has
    haben have|hatte had|hatten had|habe has|kann can|können can|könnte could|könnten could|soll should|sollen should
    sollte should|sollten should|muss must|müssen must|darf may|dürfen may|sich|mehr more|weniger less|sehr very|so so
    denn|eigentlich|man|dies this|diese this|dieser this|dieses this|diesen this|diesem this|welche which|welcher which
    welches which|welchen which|welchem which|was what|wer who|wem whom|wen whom|wessen whose|wann when|wo where|wohin where
    woher where|warum why|weshalb why|wieso why|etwas anything|alle all|allen all|aller all|viel much|viele many|vielen many
    zwei two|drei three|vier four|fünf five|sechs six|sieben seven|acht eight|neun nine|zehn ten|elf eleven|zwölf twelve
    zwanzig twenty|dreißig thirty|nein no|ja yes|wir we|ich I|mir me|mich me|uns us|ihnen them|ihm him|ihn him|da there
    dort there|hier here|dazu about it|davon of it|dabei|damit with it|darüber about it|dafür for it|dagegen against it
    also so|doch|mal|bitte|anderen other|andere other|anderer other
  `),
};

function readPairs(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(/[|\n]/).flatMap((one): [string, string][] => {
    const [word = '', ...english] = one.trim().split(' ');
    return word === '' ? [] : [[word, english.join(' ')]];
  });
  return new Map(pairs);
}
