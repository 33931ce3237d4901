// The texts of an error or a table in two versions become the names of those that differ.
import type { BodyModel } from "../../model/body-model.ts";
import { pick } from "../../model/fields.ts";
import { type ErrorModel, type Model, type NameTexts, TEXT_FIELDS } from "../../model/model.ts";
import type { CasePair, ErrorPair } from "../pairs/comparison.ts";
import { headerPairs } from "../pairs/header-pairs.ts";
import { paramPairs } from "../pairs/param-pairs.ts";
import { memberNotes, schemaNotes } from "./schema-notes.ts";

/**
 * Texts for people, and other facts that hit no program. Parts that come or go as a whole are differences of their own.
 * A row without cases is its own case.
 */
export function changedTexts(pair: ErrorPair): readonly string[] {
  const own = differing(textsOf(pair.old, pair), textsOf(pair.new, pair));
  const ofRow = pair.cases.filter((each) => each.old.name === undefined && each.new.name === undefined);
  return [...new Set([...own, ...ofRow.flatMap(differingOfCase)])];
}

/** Of a case with a name. The first texts of a code's cases are not another version of those of the code. */
export function changedCaseTexts(pair: CasePair): readonly string[] {
  return pair.old.name === undefined || pair.new.name === undefined ? [] : differingOfCase(pair);
}

export function changedTableTexts(old: Model, after: Model): readonly string[] {
  return differing(tableTexts(old, after), tableTexts(after, old));
}

function differingOfCase(pair: CasePair): readonly string[] {
  return differing(caseTexts(pair, "old"), caseTexts(pair, "new"));
}

type Texts = Readonly<Record<string, unknown>>;

function textsOf(error: ErrorModel, { old, new: after, isRenamed }: ErrorPair): Texts {
  const { links, group, since, deprecated, documentation, extensions } = error;
  const isDeprecated = old.deprecated !== undefined && after.deprecated !== undefined;
  return {
    ...pick(error, ...TEXT_FIELDS),
    links,
    group,
    since,
    ...(isDeprecated ? { deprecated } : {}),
    // The address may hold the code.
    ...(isRenamed ? {} : { documentation }),
    ...extensions,
  };
}

function caseTexts(pair: CasePair, side: "old" | "new"): Texts {
  const { links, examples, details, extensions } = pair[side];
  const otherDetails = pair[side === "old" ? "new" : "old"].details;
  const { pairs } = paramPairs(pair);
  // Values of others may be made up of their names and types.
  const kept = new Set(
    pairs.flatMap(({ old, new: after }) => (old.name === after.name && old.type === after.type ? [old.name] : [])),
  );
  const others = new Set(pair[side === "old" ? "new" : "old"].examples.map(({ name }) => name));
  return {
    ...pick(pair[side], ...TEXT_FIELDS),
    links,
    params: pairs.map(({ old, new: after }) => {
      const { description: text, example, format, extensions: own } = side === "old" ? old : after;
      // Another type asks for another example.
      return [text, format, ...(old.type === after.type ? [example] : []), own];
    }),
    headers: headerPairs(pair).flatMap(({ old, new: after }) => {
      if (old === undefined || after === undefined) return [];
      const [header, other] = side === "old" ? [old, after] : [after, old];
      return [header.description ?? null, header.extensions, ...schemaNotes(header.schema, other.schema)];
    }),
    details:
      details === undefined || otherDetails === undefined ? [] : schemaNotes(details.schema, otherDetails.schema),
    examples: examples
      .filter(({ name }) => others.has(name))
      .map(({ name, summary, params: values }) => [
        name,
        summary,
        // The order of the params is no text.
        [...kept].map((param) => values[param]),
      ]),
    ...extensions,
  };
}

function tableTexts(model: Model, other: Model): Texts {
  const { title, description, groups, tags, source, extensions, name } = model;
  return {
    title: title === name ? undefined : title,
    description,
    groups: shared(groups, other.groups),
    tags: shared(tags, other.tags),
    source,
    body: bodyTexts(model.body, other.body),
    ...extensions,
  };
}

/** Parts that only one version has are differences of their own. */
function bodyTexts({ code, message, members, retryAfter, list, extensions }: BodyModel, other: BodyModel): unknown {
  return [
    extensions,
    code.extensions,
    other.message && message?.extensions,
    other.retryAfter && retryAfter?.extensions,
    other.list && list?.extensions,
    memberNotes(members, other.members),
    memberNotes(list?.members ?? [], other.list?.members ?? []),
  ];
}

type Named = NameTexts & { readonly name: string };

function shared(own: readonly Named[], others: readonly Named[]): readonly unknown[] {
  const names = new Set(others.map(({ name }) => name));
  return own
    .filter(({ name }) => names.has(name))
    .map(({ name, title, description }) => JSON.stringify([name, title, description]))
    .toSorted();
}

function differing(old: Texts, after: Texts): readonly string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(after)]);
  return [...names].filter(
    (name) => old[name] !== after[name] && JSON.stringify(old[name]) !== JSON.stringify(after[name]),
  );
}
