/**
 * Lines of a web page that are not part of the article. Each pattern must match a whole line; the list is short on
 * purpose, as dropping a line of an article is worse than keeping one of the page.
 */
const FURNITURE_ANYWHERE: readonly RegExp[] = [
  /^(?:no|\d[\d.,]*) (?:comments?|replies|shares)$/,
  /^(?:leave|post|add|write) a (?:comment|reply)$/,
  /^(?:log in|sign in|register) to (?:leave a )?comment$/,
  /^loading comments$/,
  /^share (?:this|the) (?:article|story|post|page)$/,
  /^share (?:on|via) (?:facebook|twitter|x|linkedin|whatsapp|reddit|telegram|e-?mail|bluesky|mastodon)$/,
  /^(?:subscribe|sign up) (?:to|for) (?:our|the) (?:free )?(?:daily |weekly |monthly )?newsletters?(?: (?:now|today|here))?$/,
  /^(?:print|save|bookmark) this (?:article|story|page)$/,
  /^(?:we|this (?:web)?site) uses? cookies(?: and similar technologies)?(?: (?:to (?:improve|enhance|personalise|personalize|give|offer|provide|ensure)|on) .{1,80})?$/,
  /^(?:accept|reject|allow) (?:all )?cookies$/,
  /^(?:cookie settings|cookie preferences|manage cookies|manage cookie preferences)$/,
  /^by (?:continuing to use|using) this (?:web)?site,? you (?:agree|consent) to .{0,40}\bcookies$/,
  /^(?:advertisement|article continues below|story continues below advertisement|continue reading below)$/,
  /^(?:skip to (?:main )?content|back to top|jump to content)$/,
  /^(?:keine|\d+) kommentare?$/,
  /^(?:artikel|beitrag) (?:teilen|drucken)$/,
  /^(?:aucun|\d+) commentaires?$/,
  /^partager (?:cet|l')article$/,
];

/** Lines that are furniture only where nothing of the article follows. */
const FURNITURE_AT_END: readonly RegExp[] = [
  /^(?:comments?|kommentare|commentaires)$/,
  /^(?:share|print|e-?mail|tweet|copy link|teilen|partager)$/,
  /^(?:related|read more|more from us|you may also like|recommended for you)$/,
  /^(?:related|recommended) (?:articles|posts|stories|content)$/,
];

/** No line of the lists is longer; also keeps the matching cheap. */
const LONGEST_FURNITURE_LINE = 160;

/**
 * Drops page furniture from a text whose spaces are tidy. The first line always stays where it is only furniture at
 * the end, so that a text is not lost whole for one word.
 */
export function dropPageFurniture(text: string): string {
  const lines = text.split('\n').filter((line) => !isFurniture(line, FURNITURE_ANYWHERE));
  let end = lines.length;
  while (end > 1 && (lines[end - 1] === '' || isFurniture(lines[end - 1] ?? '', FURNITURE_AT_END))) end -= 1;
  return lines.slice(0, end).join('\n');
}

function isFurniture(line: string, patterns: readonly RegExp[]): boolean {
  if (line === '' || line.length > LONGEST_FURNITURE_LINE) return false;
  const folded = line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s.!:…]+$/, '');
  return patterns.some((pattern) => pattern.test(folded));
}
