// A model becomes what a decoder needs of it: plain data, small enough to be carried by a page.
import type { Model } from "../model/model.ts";
import type { Part, ValueType } from "../runtime/messages.ts";
import { partsOf } from "../template/read-template.ts";

export interface DecoderTable {
  /** Where a body has its code and its message, as reference tokens; the table's own place first. */
  readonly places: readonly Place[];
  readonly errors: readonly DecoderError[];
  /** Codes that left the table. */
  readonly retired: readonly string[];
}

export interface Place {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

export interface DecoderError {
  readonly code: string;
  readonly status: number;
  /** In the order of the arguments. */
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  /** The table's own message first, then the translated ones that differ from it. */
  readonly messages: readonly DecoderMessage[];
}

export type DecoderMessage = readonly [locale: string, parts: readonly Part[]];

export function decoderTable(model: Model, locales: readonly string[] = model.locales): DecoderTable {
  const { body, errors, retired } = model;
  return {
    places: [body, ...body.aliases].map(({ code, message }) => ({ code, message })),
    errors: errors.map(({ code, status, params, template, texts }) => {
      const others = locales.flatMap((locale): readonly DecoderMessage[] => {
        const translated = locale === model.locale ? undefined : texts[locale]?.template;
        return translated === undefined || translated.text === template?.text ? [] : [[locale, partsOf(translated)]];
      });
      return {
        code,
        status,
        names: params.map(({ name }) => name),
        types: params.map(({ type }) => type),
        messages: template === undefined ? others : [[model.locale, partsOf(template)], ...others],
      };
    }),
    retired: retired.map(({ code }) => code),
  };
}
