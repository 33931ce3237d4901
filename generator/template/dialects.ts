// The dialects in which messages mark their values, as data that one reader follows.

/** As a table names its dialect: printf, or one placeholder in the form of all. */
export type Placeholders = "printf" | NamedPlaceholders;

export type NamedPlaceholders = "{name}" | "{{name}}" | "${name}" | "%{name}" | "<name>" | ":name" | "$name" | "%name%";

export interface Dialect {
  readonly opener: string;
  /** Empty where the name itself ends the placeholder. */
  readonly closer: string;
  /** The opener, or its first character, as literal text. It begins with the first character of the opener. */
  readonly escaped?: { readonly written: string; readonly read: string };
  /** Whether spaces may stand around the name. */
  readonly isSpaced?: boolean;
  /** Whether a placeholder touches no word before it, as in "https:x". */
  readonly isApart?: boolean;
}

export const DIALECTS: Readonly<Record<NamedPlaceholders, Dialect>> = {
  "{name}": { opener: "{", closer: "}", escaped: { written: "{{", read: "{" } },
  "{{name}}": { opener: "{{", closer: "}}", isSpaced: true },
  "${name}": { opener: "${", closer: "}", escaped: { written: "$${", read: "${" } },
  "%{name}": { opener: "%{", closer: "}", escaped: { written: "%%", read: "%" } },
  "<name>": { opener: "<", closer: ">" },
  ":name": { opener: ":", closer: "", isApart: true },
  $name: { opener: "$", closer: "", escaped: { written: "$$", read: "$" } },
  "%name%": { opener: "%", closer: "%", escaped: { written: "%%", read: "%" } },
};
