// The decoder's table as a page carries it: lists instead of objects, without what goes without saying.
import type { Part, ValueType } from "../runtime/messages.ts";
import type { DecoderTable } from "./decoder-table.ts";

export interface PackedTable extends Pick<DecoderTable, "places" | "retired"> {
  readonly errors: readonly PackedError[];
}

type PackedError = readonly [
  code: string,
  status: number,
  names: readonly string[],
  messages: readonly PackedMessage[],
  /** Left out where all are texts. */
  types?: readonly ValueType[],
];

/** A number is the place of a param that `%s` prints. */
type PackedMessage = readonly [locale: string, ...parts: (Part | number)[]];

export function packTable({ errors, ...others }: DecoderTable): PackedTable {
  return {
    ...others,
    errors: errors.map(({ code, status, names, types, messages }): PackedError => {
      const packed = messages.map(
        ([locale, parts]): PackedMessage => [
          locale,
          ...parts.map((part) => (part[1] === "%s" ? Number(part[0]) : part)),
        ],
      );
      const isText = types.every((type) => type === "string");
      return isText ? [code, status, names, packed] : [code, status, names, packed, types];
    }),
  };
}

export function unpackTable({ errors, ...others }: PackedTable): DecoderTable {
  return {
    ...others,
    errors: errors.map(([code, status, names, messages, types = names.map(() => "string" as const)]) => ({
      code,
      status,
      names,
      types,
      messages: messages.map(([locale, ...parts]) => [
        locale,
        parts.map((part) => (typeof part === "number" ? [part, "%s"] : part)),
      ]),
    })),
  };
}
