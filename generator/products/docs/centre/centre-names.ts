// The ids, classes and data attributes that the page of the error centre and its script share. The page writes the values; the
// script is checked against their types, so that it need not carry them.

/** Ids begin with a hyphen, which no id of a code does. */
export const ID = { data: "-data", errors: "-errors", paste: "-paste", search: "-search" } as const;

export const CLASS = {
  candidates: "candidates",
  /** A case of an error within its article. */
  case: "case",
  cause: "cause",
  chapter: "chapter",
  clear: "clear",
  count: "count",
  filters: "filters",
  index: "index",
  languages: "languages",
  nearest: "nearest",
  reset: "reset",
  /** The article of a retired code. */
  retired: "gone",
  solution: "solution",
  status: "status",
  verdict: "verdict",
} as const;

export const DATA = {
  /** The code of an article, where its id is another text. */
  code: "data-code",
  /** The text that a button copies. */
  copy: "data-copy",
  /** The label that an element shows. */
  label: "data-t",
  /** The numbers of the languages in which an element is shown; style rules read it. */
  languages: "data-l",
} as const;

type ValueOf<Names> = Names[keyof Names];
type Name = `#${ValueOf<typeof ID>}` | `.${ValueOf<typeof CLASS>}` | `[${ValueOf<typeof DATA>}]`;
type Tag = "article" | "details" | "input" | "li" | "template";

/** The selectors by which the script finds elements of the page. */
export type Selector =
  | (Name | `${Name} ${Tag}` | `${Name}, ${Name}` | `header, samp, ${Name}, ${Name}`)
  /** A direct part of the facts, or of the header, of the error or the case that is searched. */
  | `:scope > ${"dl" | "header"} > ${Name}`
  | (Tag | `${Tag} ${Tag}` | `[data-copy=${Copy}]`);

export type ClassName = ValueOf<typeof CLASS>;
export type DataName = ValueOf<typeof DATA>;

/** Each filter is a data attribute of articles, the name of its checkboxes, and a parameter of the address. */
export const FILTERS = ["status", "group", "retry", "tags"] as const;

export type Filter = (typeof FILTERS)[number];

export const COPIES = ["link", "code", "example", "guard"] as const;

export type Copy = (typeof COPIES)[number];
