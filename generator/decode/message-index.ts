// Many templates are found in a text at once, by an index of the beginnings of their words.
import { groupBy } from "../diagnostic/group-by.ts";
import type { Hit, Wanted } from "./message-search.ts";

const KEY_LENGTH = 8;

/** Finds templates by the rarest beginning of a word in each, in time linear in the text. */
export function messageIndex<Template extends Wanted>(
  templates: readonly Template[],
): (text: string) => Generator<Hit<Template>> {
  const all = templates.map(keysOf);
  const byKey = groupBy(all.flat(), ({ key }) => key);
  const rarity = ({ key }: Key<Template>): number =>
    key.length - (byKey.get(key)?.length ?? 0) / (templates.length + 1);
  const rarest = groupBy(
    all.flatMap((keys) => keys.sort((a, b) => rarity(b) - rarity(a)).slice(0, 1)),
    ({ key }) => key,
  );
  const lengths = new Set(Array.from(rarest.keys(), ({ length }) => length));
  return function* (text) {
    for (let index = 0; index < text.length; index += 1)
      for (const length of lengths)
        for (const { key, ...hit } of rarest.get(text.slice(index, index + length)) ?? [])
          yield { ...hit, at: index - hit.at };
  };
}

/** The beginning of a word in a template, with its position in the literal text. */
interface Key<Template> extends Hit<Template> {
  readonly key: string;
}

function keysOf<Template extends Wanted>(template: Template): Key<Template>[] {
  return template.words.flatMap((text, word) =>
    Array.from(text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu), ({ index: at }) => ({
      key: text.slice(at, at + KEY_LENGTH),
      template,
      word,
      at,
    })),
  );
}
