// Finds the templates that are a message.

export type Matcher<Key> = ReadonlyMap<string, readonly Key[]>;

/** A template without any text matches nothing. */
export function makeMatcher<Key>(templates: readonly (readonly [key: Key, text: string])[]): Matcher<Key> {
  const byText = new Map<string, Key[]>();
  for (const [key, text] of templates) {
    const keys = byText.get(text);
    if (keys !== undefined) keys.push(key);
    else if (text !== "") byText.set(text, [key]);
  }
  return byText;
}

/** The keys of the templates with this text, in their own order. */
export function findTemplates<Key>(matcher: Matcher<Key>, message: string): readonly Key[] {
  return matcher.get(message) || [];
}
