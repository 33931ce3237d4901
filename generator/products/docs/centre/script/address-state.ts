// What is searched, filtered and chosen is what the fragment of the address holds: "#q=alias&status=404&status=5xx";
// the name of an error may stand before it: "#AliasNotFound&lang=de".

export const FACETS = ["status", "group", "retry"] as const;

/** The name is as the address spells it, and empty where there is none. */
export function readAddress(hash: string): readonly [name: string, state: URLSearchParams] {
  const text = hash.slice(1);
  const [name] = /^(?!(?:q|status|group|retry|lang)=)[^&]*/.exec(text) ?? [""];
  return [name, new URLSearchParams(text.slice(name.length))];
}
