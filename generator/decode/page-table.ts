// The decoder's table becomes JSON that is short enough for a web page, and that JSON becomes the table again.
import type { Part, ValueType } from "../runtime/messages.ts";
import type { DecoderTable } from "./decoder-table.ts";

/** The decoder's table with lists instead of objects, and without values that most errors have in common. */
export type PageTable = {
  readonly places: readonly (readonly [code: readonly string[], message: readonly string[]])[];
  readonly errors: readonly PageError[];
  readonly retired: readonly string[];
};

type PageError = readonly [
  code: string,
  /** One status, or a list of any number of them. */
  statuses: number | readonly number[],
  names: readonly string[],
  messages: readonly PageMessage[],
  /** None where every param is a string. */
  ...types: readonly ValueType[],
];

/** A number is the position of a param that `%s` prints. */
type PageMessage = readonly [locale: string, ...parts: (Part | number)[]];

export function writePageTable({ places, errors, retired }: DecoderTable): PageTable {
  return {
    places: places.map(({ code, message }) => [code, message]),
    errors: errors.map(({ code, statuses, names, types, messages }): PageError => {
      const pageMessages = messages.map(
        ([locale, parts]): PageMessage => [
          locale,
          ...parts.map((part) => (typeof part !== "string" && part[1] === "%s" ? part[0] : part)),
        ],
      );
      const isText = types.every((type) => type === "string");
      const [status] = statuses;
      const shown = statuses.length === 1 && status !== undefined ? status : statuses;
      return [code, shown, names, pageMessages, ...(isText ? [] : types)];
    }),
    retired,
  };
}

export function readPageTable({ places, errors, retired }: PageTable): DecoderTable {
  return {
    places: places.map(([code, message]) => ({ code, message })),
    errors: errors.map(([code, statuses, names, messages, ...types]) => ({
      code,
      statuses: typeof statuses === "number" ? [statuses] : statuses,
      names,
      types: types.length > 0 ? types : names.map(() => "string"),
      messages: messages.map(([locale, ...parts]) => [
        locale,
        parts.map((part) => (typeof part === "number" ? [part, "%s"] : part)),
      ]),
    })),
    retired,
  };
}
