// The decoder's table becomes JSON that is short enough for a web page, and that JSON becomes the table again.
import type { Part, ValueType } from "../runtime/printf.ts";
import type { DecoderBody, DecoderError, DecoderTable } from "./decoder-table.ts";

/** The decoder's table with lists instead of objects, and without values that most errors have in common. */
export type PageTable = {
  readonly body: DecoderBody;
  readonly errors: readonly PageError[];
  readonly retired: readonly string[];
};

type PageError = readonly [
  /** With its case and the constants where it has any; a case without a name is null. */
  code: string | readonly [code: string, name: string | null, constants: DecoderError["constants"]],
  /** One status, or a list of any number of them. */
  statuses: number | readonly number[],
  names: readonly string[],
  messages: readonly PageMessage[],
  /** None where every param is a string. */
  ...types: readonly ValueType[],
];

/** A number is the position of a param that `%s` prints. */
type PageMessage = readonly [locale: string, ...parts: (Part | number)[]];

export function writePageTable({ body, errors, retired }: DecoderTable): PageTable {
  return {
    body,
    errors: errors.map(({ code, case: name, statuses, constants, names, types, messages }): PageError => {
      const pageMessages = messages.map(
        ([locale, parts]): PageMessage => [
          locale,
          ...parts.map((part) => (typeof part !== "string" && part[1] === "%s" ? part[0] : part)),
        ],
      );
      const isPlain = name === undefined && constants.length === 0;
      const isText = types.every((type) => type === "string");
      const [status] = statuses;
      const shown = statuses.length === 1 && status !== undefined ? status : statuses;
      return [isPlain ? code : [code, name ?? null, constants], shown, names, pageMessages, ...(isText ? [] : types)];
    }),
    retired,
  };
}

export function readPageTable({ body, errors, retired }: PageTable): DecoderTable {
  return {
    body,
    errors: errors.map(([head, statuses, names, messages, ...types]) => {
      const [code, name, constants] = typeof head === "string" ? [head, null, []] : head;
      return {
        code,
        ...(name === null ? {} : { case: name }),
        statuses: typeof statuses === "number" ? [statuses] : statuses,
        constants,
        names,
        types: types.length > 0 ? types : names.map(() => "string"),
        messages: messages.map(([locale, ...parts]) => [
          locale,
          parts.map((part) => (typeof part === "number" ? [part, "%s"] : part)),
        ]),
      };
    }),
    retired,
  };
}
