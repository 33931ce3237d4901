// Tells the code that stands for no error from the others: zero, with words that say so.

export function isSuccess(code: string, text: string | undefined): boolean {
  return (
    /^0+$/.test(code) &&
    text !== undefined &&
    /^(?:(?:http )?ok|success\w*|no error|none)\b|^(?:操作|请求)?成功/i.test(text.trim())
  );
}

/** A place of a code: whether its words say that it stands for no error; undefined where there are no words. */
export interface ToldCode {
  readonly code: string;
  readonly isSuccess: boolean | undefined;
}

/** The codes of which every place with words says so. */
export function successCodes(places: readonly ToldCode[]): ReadonlySet<string> {
  const failing = new Set(places.filter((place) => place.isSuccess === false).map(({ code }) => code));
  const successes = places.filter((place) => place.isSuccess === true).map(({ code }) => code);
  return new Set(successes.filter((code) => !failing.has(code)));
}
