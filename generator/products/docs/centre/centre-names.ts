// The ids, classes and data attributes that the page of the error centre and its script share. The page writes the values; the
// script is checked against their types, so that it need not carry them.

/** Ids begin with a hyphen, which no id of a code does. */
export const ID = { data: "-data", errors: "-errors", paste: "-paste", search: "-search" } as const;

export const CLASS = {
  badge: "badge",
  candidates: "candidates",
  /** A case of an error within its article. */
  case: "case",
  cause: "cause",
  chapter: "chapter",
  clear: "clear",
  count: "count",
  /** The part of the page that decodes. */
  decode: "decode",
  filters: "filters",
  /** The first words of an error without a message, which only its closed article shows. */
  first: "first",
  index: "index",
  languages: "languages",
  /** The statuses and badges of an error or a case. */
  marks: "marks",
  nearest: "nearest",
  reset: "reset",
  /** The article of a retired code. */
  retired: "gone",
  /** Articles that a browser lays out together. */
  rows: "rows",
  solution: "solution",
  status: "status",
  verdict: "verdict",
} as const;

export const DATA = {
  /** The code of an article, where its id is another text. */
  code: "data-code",
  /** The text that a button copies, with places that the script fills in. */
  copy: "data-copy",
  /** The label that an element shows. */
  label: "data-t",
  /** The numbers of the languages in which an element is shown; style rules read it. */
  languages: "data-l",
} as const;

type ValueOf<Names> = Names[keyof Names];
type Name = `#${ValueOf<typeof ID>}` | `.${ValueOf<typeof CLASS>}` | `[${ValueOf<typeof DATA>}]`;
type Tag = "a" | "article" | "button" | "details" | "footer" | "input" | "summary" | "template" | "textarea";

/** The selectors by which the script finds elements of the page. */
export type Selector =
  | (Name | `${Name} ${Tag}` | `${Name}, ${Name}` | `summary, header, samp, ${Name}, ${Name}`)
  /** A direct part of the facts of the error or the case that is searched. */
  | `:scope > dl > ${Name}`
  | `:scope > details > summary > ${Name}, :scope > header > ${Name}`
  | (Tag | `${Tag} ${Tag}`);

export type ClassName = ValueOf<typeof CLASS>;
export type DataName = ValueOf<typeof DATA>;

/** Each filter is a data attribute of articles, the name of its checkboxes, and a parameter of the address. */
export const FILTERS = ["status", "group", "retry", "tags"] as const;

export type Filter = (typeof FILTERS)[number];

/**
 * The places in the text that a button copies, in braces: the address and the code of an error, an example of its body, and
 * its code as it travels as a string and as a value of TypeScript.
 */
export type CopyPlace = "link" | "code" | "example" | "text" | "wire";
