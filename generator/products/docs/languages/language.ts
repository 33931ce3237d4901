// A BCP 47 tag becomes the language that errtable has words in.

export type Language = "en" | "zh-Hant" | "zh" | "ja" | "ko" | "de" | "fr" | "es" | "pt" | "ru";

export function languageOf(locale: string): Language | undefined {
  return LANGUAGES.find(([tag]) => tag.test(locale))?.[1];
}

/** The first that fits. */
const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/^en\b/i, "en"],
  [/^zh\b.*-(?:hant|tw|hk|mo)\b/i, "zh-Hant"],
  [/^(?:zh|cmn)\b/i, "zh"],
  [/^ja\b/i, "ja"],
  [/^ko\b/i, "ko"],
  [/^de\b/i, "de"],
  [/^fr\b/i, "fr"],
  [/^es\b/i, "es"],
  [/^pt\b/i, "pt"],
  [/^ru\b/i, "ru"],
];
