// The list of languages that errtable has words in. A new language is a file here, and its line in the list.
import { de } from "./de.ts";
import { en, WESTERN_MARKS } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { CentreLabels, Label, Labels, Language, ScriptMessages } from "./language.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";
import { zhHant } from "./zh-hant.ts";

/** The first whose tags match is taken. */
export const LANGUAGES: readonly Language[] = [en, zhHant, zh, ja, ko, de, fr, es, pt, ru];

export interface LabelSet {
  readonly labels: Labels;
  /** The labels that are English although the locale is not. */
  readonly english: ReadonlySet<Label>;
}

/** The labels of a locale: the configuration's, else errtable's in that language, else the English ones. */
export function labelsFor(locale: string, configured: Partial<Labels> = {}): LabelSet {
  const own = { ...languageOf(locale)?.labels, ...configured };
  const missing = Object.keys(en.labels).filter((label) => !(label in own || label in WESTERN_MARKS)) as Label[];
  return { labels: { ...en.labels, ...own }, english: new Set(missing) };
}

export function centreLabelsFor(locale: string): CentreLabels & { readonly script: ScriptMessages } {
  const { centre, script } = languageOf(locale) ?? en;
  return { ...en.centre, ...centre, script: { ...en.script, ...script } };
}

/** The name of a locale's language in that language, or its tag where the name is not known. */
export function languageName(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  return languageOf(locale)?.name ?? OTHER_NAMES[language] ?? locale;
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!.*-latn)|-(?:arab|hebr|thaa|nkoo|syrc)\b/i.test(locale)
    ? "rtl"
    : "ltr";
}

function languageOf(locale: string): Language | undefined {
  return LANGUAGES.find(({ tags }) => tags.test(locale));
}

/** The names of languages that errtable has no words in. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  he: "עברית",
  hi: "हिन्दी",
  id: "Bahasa Indonesia",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  th: "ไทย",
  tr: "Türkçe",
  uk: "Українська",
  vi: "Tiếng Việt",
};
