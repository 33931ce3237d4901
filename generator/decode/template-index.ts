// The templates of a table become an index by their first words, which a message is looked up in.

interface Worded {
  /** The literal texts before, between and after the slots, including empty texts. */
  readonly words: readonly string[];
}

/** The templates that begin and end as the message does; those with more literal text come first. */
export function templateIndex<Template extends Worded>(
  templates: readonly Template[],
): (message: string) => readonly Template[] {
  const byStart = new Map<string, Template[]>();
  for (const template of templates.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const [start = ""] = template.words;
    const others = byStart.get(start);
    if (others === undefined) byStart.set(start, [template]);
    else others.push(template);
  }
  const lengths = [...new Set([...byStart.keys()].map(({ length }) => length))];
  return (message) =>
    lengths
      .filter((length) => length <= message.length)
      .flatMap((length) => byStart.get(message.slice(0, length)) ?? [])
      .filter(({ words }) => (words.length === 1 ? words[0] === message : message.endsWith(words.at(-1) ?? "")))
      .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({ words }: Worded): number {
  return words.join("").length;
}
