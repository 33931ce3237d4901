// A code becomes text of a program: a literal in the quotes of another one, or the name of a member.

/** The name itself where a member can be called so. */
export function memberText(name: string): string | undefined {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name) ? name : undefined;
}

/** `literal` begins with the quote that the new text gets, too. */
export function quotedAs(literal: string, text: string): string {
  const quote = literal.charAt(0);
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  const escaped = inner.replaceAll(quote, `\\${quote}`);
  return quote + (quote === "`" ? escaped.replaceAll("${", "\\${") : escaped) + quote;
}
