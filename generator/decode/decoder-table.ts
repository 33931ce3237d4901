// A model becomes the plain data that the decoder reads, which is small enough for a web page to carry.
import { type Model, mainCase } from "../model/model.ts";
import type { Part, ValueType } from "../runtime/messages.ts";
import { partsOf } from "../template/read-template.ts";

export interface DecoderTable {
  /** The table's own place comes first. */
  readonly places: readonly BodyPlace[];
  readonly errors: readonly DecoderError[];
  /** Retired codes. */
  readonly retired: readonly string[];
}

/** The positions of code and message in a body, as JSON Pointer tokens. */
export interface BodyPlace {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

export interface DecoderError {
  readonly code: string;
  readonly statuses: readonly number[];
  /** The names and types of the params, in the order of the template's arguments. */
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  /** The table's own message comes first, then each translation that differs from it. */
  readonly messages: readonly DecoderMessage[];
}

export type DecoderMessage = readonly [locale: string, parts: readonly Part[]];

export function decoderTable({ body, errors, retired, locale: own, locales }: Model): DecoderTable {
  return {
    places: [
      { code: body.code.at, message: body.message?.at ?? [] },
      ...body.aliases.map(({ code, message = [] }) => ({ code, message })),
    ],
    errors: errors
      .map((error) => ({ error, main: mainCase(error) }))
      .map(({ error: { code, statuses }, main: { params, template, texts } }) => ({
        code,
        statuses,
        names: params.map(({ name }) => name),
        types: params.map(({ type }) => type),
        messages: [own, ...locales.filter((locale) => locale !== own)].flatMap((locale): readonly DecoderMessage[] => {
          const shown = locale === own ? template : texts[locale]?.template;
          const isRepeated = locale !== own && shown?.text === template?.text;
          return shown === undefined || isRepeated ? [] : [[locale, partsOf(shown)]];
        }),
      })),
    retired: retired.map(({ code }) => code),
  };
}
