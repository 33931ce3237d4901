// A code in a response becomes its texts there, apart for each of the finer codes that come with it.
import type { Example, ReadResponse } from "./described-bodies.ts";
import { messageOf, type PlainTexts, type Texts } from "./described-texts.ts";
import type { FinerCodes } from "./finer-codes.ts";
import type { Places } from "./found-places.ts";
import { codeOf, shownAt } from "./place-values.ts";

/** One per message and finer code; the one of no finer code stands for those that neither schemas nor examples tell. */
export function describedTexts(
  code: string,
  codes: readonly string[],
  response: ReadResponse,
  places: Places | undefined,
  plainTexts: PlainTexts,
  finerCodes: FinerCodes,
): readonly Texts[] {
  const { bodies } = response;
  const finer = bodies === undefined || places === undefined ? [] : finerCodes(code, bodies);
  const textsWith = (examples: readonly Example[]): readonly Texts[] =>
    plainTexts(code, codes, bodies === undefined ? response : { ...response, bodies: { ...bodies, examples } });
  if (bodies === undefined || places === undefined || finer.length === 0) return textsWith(bodies?.examples ?? []);
  const others = bodies.examples.filter((example) => finer.every(({ examples }) => !examples.includes(example)));
  const isWhole = finer.every(({ isListed }) => isListed) && !others.some((one) => shows(one, code, places));
  const rest = textsWith(others);
  const told = finer.flatMap(({ constant, text, examples }): readonly Texts[] => {
    const [own = { marks: "none" }, ...more] = examples.length === 0 ? rest.slice(0, 1) : textsWith(examples);
    return [own, ...more].map(({ description: _, ...one }) => ({
      ...one,
      finer: constant,
      ...(text === undefined ? {} : { description: text }),
    }));
  });
  return [...told, ...(isWhole ? [] : rest.map((one) => ({ ...messageOf(sharedMessage(told)), ...one })))];
}

/** The message that all of the errors have. */
function sharedMessage([first, ...others]: readonly Texts[]): string | undefined {
  return others.every(({ message }) => message === first?.message) ? first?.message : undefined;
}

function shows({ value }: Example, code: string, { code: place }: Places): boolean {
  return shownAt(value, place).some((one) => codeOf(one.value, place) === code);
}
