// A table in one language: its texts there, and where there are none its own texts, marked with their language.
import { type Authored, type Block, bold, type Inline, type Words, words } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import { compareText } from "../../diagnostic.ts";
import type { ErrorModel, LinkModel, Model, TableTexts } from "../../model/model.ts";
import { type Labels, labelsFor } from "./labels.ts";

export interface Edition {
  readonly model: Model;
  readonly locale: string;
  readonly labels: Labels;
  /** One object per text, whichever editions and formats show it. */
  readonly author: (markdown: string) => Authored;
  /** The languages of texts that were shown for want of a translation; filled while blocks are made. */
  readonly foreign: Set<string>;
  /** A label, which is one object wherever it stands. */
  readonly bold: (label: string) => Inline;
}

/** A maker of editions that share the texts that they have in common. */
export function editionsOf(model: Model): (locale: string) => Edition {
  const known = new Map<string, Authored>();
  const labels = new Map<string, Inline>();
  return (locale) => ({
    model,
    locale,
    labels: labelsFor(locale),
    foreign: new Set(),
    author(markdown) {
      const source = known.get(markdown) ?? { markdown };
      known.set(markdown, source);
      return source;
    },
    bold(label) {
      const made = labels.get(label) ?? bold(label);
      labels.set(label, made);
      return made;
    },
  });
}

/** A text and, where it is not the edition's, its language. */
export interface Shown<Value = string> {
  readonly value: Value;
  readonly language?: string;
}

/** The translation, or what the table itself says. */
export function shown<Value>(edition: Edition, own: Value | undefined, translated?: Value): Shown<Value> | undefined {
  if (edition.locale === edition.model.locale) return own === undefined ? undefined : { value: own };
  if (translated !== undefined) return { value: translated };
  if (own === undefined) return undefined;
  edition.foreign.add(edition.model.locale);
  return { value: own, language: edition.model.locale };
}

export function descriptionOf(edition: Edition, error: ErrorModel): Shown | undefined {
  return shown(edition, error.description, error.texts[edition.locale]?.description);
}

export function solutionOf(edition: Edition, error: ErrorModel): Shown | undefined {
  return shown(edition, error.solution, error.texts[edition.locale]?.solution);
}

export function linksOf(edition: Edition, error: ErrorModel): Shown<readonly LinkModel[]> | undefined {
  return shown(edition, error.links.length > 0 ? error.links : undefined, error.texts[edition.locale]?.links);
}

/** A message without a translation travels as it is, in whatever language; it is no gap. */
export function messageOf(edition: Edition, error: ErrorModel): string | undefined {
  return (error.texts[edition.locale]?.template ?? error.template)?.text;
}

/** Words with a note on their language, where one is due. */
export function noted({ language }: Shown<unknown>, parts: Words): Words {
  return language === undefined ? parts : [{ kind: "foreign", language, content: words(parts) }];
}

/** An author's text as blocks. */
export function authored(edition: Edition, { value, language }: Shown, lead: Words = []): Block {
  const block = { kind: "authored", source: edition.author(value), lead: words(lead) } as const;
  return language === undefined ? block : { ...block, language };
}

/** The texts of an edition that are Markdown. */
export function authoredTexts(edition: Edition): Iterable<Authored> {
  const { model, author } = edition;
  const sources = new Set<Authored>();
  const add = (text: string | undefined): void => {
    if (text !== undefined) sources.add(author(text));
  };
  for (const group of model.groups)
    add(shown(edition, group.description, groupTexts(edition, group.name)?.description)?.value);
  for (const error of model.errors) {
    add(descriptionOf(edition, error)?.value);
    add(solutionOf(edition, error)?.value);
    add(error.deprecated?.reason);
  }
  return sources;
}

/** Errors under a heading of their own; without a title where the table has no groups. */
export interface Chapter {
  readonly title?: Shown;
  readonly description?: Shown;
  readonly errors: readonly ErrorModel[];
}

/** The groups in the order of the table, then the errors that belong to none. */
export function chaptersOf(edition: Edition, order: DocsOptions["order"]): readonly Chapter[] {
  const { model, labels } = edition;
  const sorted = model.errors.toSorted(ORDERS[order ?? "status"]);
  const members = new Map<string, ErrorModel[]>();
  for (const error of sorted) {
    if (error.group === undefined) continue;
    const group = members.get(error.group);
    if (group === undefined) members.set(error.group, [error]);
    else group.push(error);
  }
  const chapters = model.groups.flatMap((group): readonly Chapter[] => {
    const errors = members.get(group.name);
    if (errors === undefined) return [];
    const texts = groupTexts(edition, group.name);
    const title = shown(edition, group.title, texts?.title) ?? { value: group.name };
    const description = shown(edition, group.description, texts?.description);
    return [{ title, ...(description === undefined ? {} : { description }), errors }];
  });
  const known = new Set(model.groups.map((group) => group.name));
  const others = sorted.filter((error) => error.group === undefined || !known.has(error.group));
  if (chapters.length === 0) return [{ errors: others }];
  return others.length === 0 ? chapters : [...chapters, { title: { value: labels.others }, errors: others }];
}

function groupTexts({ model, locale }: Edition, name: string): TableTexts["groups"][string] | undefined {
  return model.texts[locale]?.groups[name];
}

const ORDERS: Readonly<Record<NonNullable<DocsOptions["order"]>, (a: ErrorModel, b: ErrorModel) => number>> = {
  status: (a, b) => a.status - b.status || compareText(a.code, b.code),
  code: (a, b) => compareText(a.code, b.code),
  table: (a, b) => a.order - b.order,
};
