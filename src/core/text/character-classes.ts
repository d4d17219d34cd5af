/** Classes of single characters, by UTF-16 code unit; ASCII by comparison because the splitter asks for each character. */

const UPPER = /^[\p{Lu}\p{Lt}]$/u;
const LOWER = /^[\p{Ll}\p{Lm}\p{M}]$/u;
const LETTER = /^[\p{L}\p{M}]$/u;

export function isWhiteSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x205f ||
    (code >= 0x2000 && code <= 0x200a)
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(String.fromCharCode(code));
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return UPPER.test(String.fromCharCode(code));
}

/** A small letter; letters of scripts without case are none. */
export function isLower(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return LOWER.test(String.fromCharCode(code));
}

/** Line feed, carriage return and the Unicode separators of lines and paragraphs. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}
