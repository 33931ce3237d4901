// What is searched, filtered and chosen, as the fragment of the address holds it: "#q=alias&status=404,5xx".

export interface State {
  readonly query: string;
  /** By the name of the facet; an empty list lets everything pass. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
  /** Undefined: as it is. */
  readonly language: string | undefined;
}

export type Facet = "status" | "group" | "retry";

export const FACETS: readonly Facet[] = ["status", "group", "retry"];

export function isFiltering({ query, chosen }: State): boolean {
  return query.trim() !== "" || FACETS.some((facet) => chosen[facet].length > 0);
}

/** Undefined where the fragment is no state, but the name of an error. */
export function readState(fragment: string): State | undefined {
  const text = fragment.replace(/^#/, "");
  if (text !== "" && !/^(?:q|status|group|retry|lang)=/.test(text)) return undefined;
  const members = new URLSearchParams(text);
  const list = (facet: Facet): readonly string[] =>
    (members.get(facet) ?? "")
      .split(",")
      .filter((value) => value !== "")
      .map(unescapeComma);
  return {
    query: members.get("q") ?? "",
    chosen: { status: list("status"), group: list("group"), retry: list("retry") },
    language: members.get("lang") ?? undefined,
  };
}

export function writeState({ query, chosen, language }: State): string {
  const members = new URLSearchParams();
  if (query.trim() !== "") members.set("q", query);
  for (const facet of FACETS)
    if (chosen[facet].length > 0) members.set(facet, chosen[facet].map(escapeComma).join(","));
  if (language !== undefined) members.set("lang", language);
  return String(members).replaceAll("%2C", ",");
}

function escapeComma(value: string): string {
  return value.replace(/[%,]/g, encodeURIComponent);
}

function unescapeComma(value: string): string {
  return value.replaceAll("%2C", ",").replaceAll("%25", "%");
}
