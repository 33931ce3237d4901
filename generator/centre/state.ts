// What is searched, filtered and chosen is what the fragment of the address holds: "#q=alias&status=404&status=5xx".

export const FACETS = ["status", "group", "retry"] as const;

/** Undefined where the fragment is no state, but the name of an error. */
export function readState(fragment: string): URLSearchParams | undefined {
  const text = fragment.slice(1);
  return /^(?:$|(?:q|status|group|retry|lang)=)/.test(text) ? new URLSearchParams(text) : undefined;
}

export function isFiltering(state: URLSearchParams): boolean {
  return ["q", ...FACETS].some((name) => state.has(name));
}
