// The words that only the error centre's page has, per language; a language without words of its own gets the English ones.
import { CHINESE, CHINESE_TRADITIONAL, JAPANESE, KOREAN } from "./centre-labels-asia.ts";
import { FRENCH, GERMAN, PORTUGUESE, RUSSIAN, SPANISH } from "./centre-labels-europe.ts";
import { type Language, languageOf } from "./language.ts";

export interface CentreLabels {
  /** {title} is the title of the table. */
  readonly heading: string;
  readonly skip: string;
  readonly language: string;
  readonly search: string;
  readonly searchHint: string;
  readonly filters: string;
  readonly reset: string;
  readonly choices: { readonly never: string; readonly backoff: string; readonly throttled: string };
  readonly index: string;
  readonly version: string;
  readonly source: string;
  /** {date} is the day on which the source was read. */
  readonly retrieved: string;
  readonly internal: string;
  /** {count} and {total} are numbers. */
  readonly all: string;
  readonly some: string;
  readonly none: string;
  /** {code} is what a link asked for. */
  readonly unknown: string;
  readonly nearest: string;
  readonly decode: string;
  readonly paste: string;
  readonly stays: string;
  readonly clear: string;
  /** {count} is a number, {code} the best of what was found. */
  readonly decoded: string;
  readonly undecoded: string;
  readonly sameStatus: string;
  /** {list} holds words for what agreed. */
  readonly matched: string;
  readonly matches: { readonly code: string; readonly status: string; readonly message: string };
  readonly ambiguous: string;
  readonly cut: string;
  readonly request: string;
  readonly copyLink: string;
  readonly copyCode: string;
  readonly copyExample: string;
  readonly copyGuard: string;
  readonly copied: string;
  readonly uncopied: string;
}

export function centreLabelsFor(locale: string): CentreLabels {
  const language = languageOf(locale);
  return language === undefined ? ENGLISH : LANGUAGES[language];
}

/** What a language calls itself; others are called by their tag. */
export function languageName(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  return NAMES[language] ?? locale;
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!.*-latn)|-(?:arab|hebr|thaa|nkoo|syrc)\b/i.test(locale)
    ? "rtl"
    : "ltr";
}

const NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  de: "Deutsch",
  en: "English",
  es: "Español",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  id: "Bahasa Indonesia",
  it: "Italiano",
  ja: "日本語",
  ko: "한국어",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  ru: "Русский",
  th: "ไทย",
  tr: "Türkçe",
  uk: "Українська",
  vi: "Tiếng Việt",
  zh: "中文",
};

const ENGLISH: CentreLabels = {
  heading: "{title} errors",
  skip: "Skip to the errors",
  language: "Language",
  search: "Search",
  searchHint: "Code, message, meaning or solution",
  filters: "Filters",
  reset: "Reset",
  choices: { never: "No", backoff: "After a delay", throttled: "When the limit allows" },
  index: "All errors",
  version: "Version",
  source: "Source",
  retrieved: "as of {date}",
  internal: "Internal",
  all: "{total} errors",
  some: "{count} of {total} errors",
  none: "No error matches.",
  unknown: "There is no error called {code}.",
  nearest: "Did you mean:",
  decode: "Decode an error",
  paste: "Paste a response, a log line or a message",
  stays: "Nothing you paste leaves this page.",
  clear: "Clear",
  decoded: "Best match: {code}. Matches: {count}.",
  undecoded: "Nothing in this text is an error of this table.",
  sameStatus: "Errors with this status:",
  matched: "Matched on {list}",
  matches: { code: "code", status: "status", message: "message" },
  ambiguous: "The message does not tell its values apart.",
  cut: "Only the beginning was looked at.",
  request: "Request",
  copyLink: "Copy link",
  copyCode: "Copy code",
  copyExample: "Copy JSON",
  copyGuard: "Copy TypeScript",
  copied: "Copied.",
  uncopied: "The browser forbids copying.",
};

const LANGUAGES: Readonly<Record<Language, CentreLabels>> = {
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
