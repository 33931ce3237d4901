// The tool's own words in docs, per language; where a language has none, the English ones, which are told to be English.
import { CHINESE, CHINESE_TRADITIONAL, JAPANESE, KOREAN } from "./labels-asia.ts";
import { FRENCH, GERMAN, PORTUGUESE, RUSSIAN, SPANISH } from "./labels-europe.ts";
import { type Language, languageOf } from "./language.ts";

export interface Labels {
  readonly status: string;
  readonly code: string;
  readonly message: string;
  readonly description: string;
  readonly solution: string;
  readonly cause: string;
  readonly group: string;
  readonly retry: string;
  readonly retryNever: string;
  readonly retryBackoff: string;
  readonly retryThrottled: string;
  readonly since: string;
  readonly params: string;
  readonly headers: string;
  readonly details: string;
  readonly example: string;
  /** Before an example within brackets. */
  readonly forExample: string;
  readonly seeAlso: string;
  readonly documentation: string;
  readonly required: string;
  readonly deprecated: string;
  /** {since} is a version. */
  readonly deprecatedSince: string;
  /** The heading of the codes that are not used any more. */
  readonly retired: string;
  readonly retiredNotice: string;
  readonly retiredSince: string;
  /** {code} is a link. */
  readonly replacedBy: string;
  /** The heading of the errors that belong to no group. */
  readonly others: string;
  /** {locale} is a language tag. */
  readonly untranslated: string;
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between the items of a line. */
  readonly comma: string;
  /** Around a remark. */
  readonly openBracket: string;
  readonly closeBracket: string;
}

export type Label = keyof Labels;

export interface LabelSet {
  readonly labels: Labels;
  /** The labels that are English although the language is another one. */
  readonly english: ReadonlySet<Label>;
}

/** The words for a BCP 47 tag: those that a configuration gives, its own, those of its script or language, or English. */
export function labelsFor(locale: string, given: Partial<Labels> = {}): LabelSet {
  const language = languageOf(locale);
  const own = language && LANGUAGES[language];
  const missing = own === undefined ? (Object.keys(ENGLISH) as Label[]).filter((label) => !(label in given)) : [];
  return { labels: { ...(own ?? ENGLISH), ...given }, english: new Set(missing.filter((label) => !MARKS.has(label))) };
}

/** Said in English, where the labels are. */
export const ENGLISH_NOTE = "Headings and labels are in English.";

const ENGLISH: Labels = {
  status: "Status",
  code: "Code",
  message: "Message",
  description: "Description",
  solution: "Solution",
  cause: "Cause",
  group: "Group",
  retry: "Retry",
  retryNever: "no, the same request fails again",
  retryBackoff: "yes, after a growing delay",
  retryThrottled: "yes, after the time that the response names or a growing delay",
  since: "Since",
  params: "Parameters",
  headers: "Headers",
  details: "Details",
  example: "Example",
  forExample: "for example ",
  seeAlso: "See also",
  documentation: "Documentation",
  required: "required",
  deprecated: "Deprecated.",
  deprecatedSince: "Deprecated since {since}.",
  retired: "Retired codes",
  retiredNotice: "No longer used.",
  retiredSince: "No longer used since {since}.",
  replacedBy: "Use {code} instead.",
  others: "Other errors",
  untranslated: "Texts marked {locale} are not translated yet.",
  colon: ": ",
  comma: ", ",
  openBracket: " (",
  closeBracket: ")",
};

/** Labels that are no words of any language. */
const MARKS: ReadonlySet<Label> = new Set(["colon", "comma", "openBracket", "closeBracket"]);

const LANGUAGES: Readonly<Record<Language, Labels>> = {
  en: ENGLISH,
  "zh-Hant": CHINESE_TRADITIONAL,
  zh: CHINESE,
  ja: JAPANESE,
  ko: KOREAN,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  ru: RUSSIAN,
};
