// A table in one language: its texts there, and where there are none its own texts, marked with their language.

import type { ErrorModel, LinkModel, Model, TableTexts } from "../../../model/model.ts";
import { type Authored, type Block, type Inline, text, type Words, words } from "../../../text/blocks.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { type LabelSet, labelsFor } from "../languages/index.ts";
import type { Label, Labels } from "../languages/language.ts";
import { anchorsOf } from "./anchors.ts";

export interface Edition {
  readonly model: Model;
  readonly options: DocsOptions;
  readonly locale: string;
  readonly labels: Labels;
  /** What links to an error end in, by code; none where there are no anchors. */
  readonly anchors: ReadonlyMap<string, string>;
  /** One object per text, whichever editions and formats show it. */
  readonly author: (markdown: string) => Authored;
  /** The languages of texts that were shown for want of a translation; filled while blocks are made. */
  readonly foreign: Set<string>;
  /** Whether labels are English for want of words in the edition's language. */
  readonly hasEnglishLabels: boolean;
  /** A label as words, and as strong ones, which are one object wherever they stand. */
  readonly say: (label: Label) => Inline;
  readonly bold: (label: Label) => Inline;
}

/** A maker of editions that share the texts that they have in common. */
export function editionsOf(model: Model, options: DocsOptions): (locale: string) => Edition {
  const known = new Map<string, Authored>();
  const anchors = anchorsOf(model, options.anchors ?? "code");
  return (locale) => {
    const set = labelsFor(locale, options.labels?.[locale]);
    const bolds = new Map<Label, Inline>();
    return {
      model,
      options,
      locale,
      labels: set.labels,
      anchors,
      foreign: new Set(),
      hasEnglishLabels: set.english.size > 0,
      author(markdown) {
        const source = known.get(markdown) ?? { markdown };
        known.set(markdown, source);
        return source;
      },
      say: (label) => labelled(set, label, text(set.labels[label])),
      bold(label) {
        const made = bolds.get(label) ?? labelled(set, label, { kind: "strong", content: [text(set.labels[label])] });
        bolds.set(label, made);
        return made;
      },
    };
  };
}

/** The note at the end tells of labels in another language; none of them has a mark of its own. */
function labelled({ english }: LabelSet, label: Label, inline: Inline): Inline {
  return english.has(label) ? { kind: "foreign", language: "en", quiet: true, content: [inline] } : inline;
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
  for (const retired of model.retired) add(retired.reason);
  for (const error of model.errors) {
    add(descriptionOf(edition, error)?.value);
    add(solutionOf(edition, error)?.value);
    add(error.deprecated?.reason);
  }
  return sources;
}

export function groupTexts({ model, locale }: Edition, name: string): TableTexts["groups"][string] | undefined {
  return model.texts[locale]?.groups[name];
}
