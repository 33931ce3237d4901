// The fragment of the address holds the search, the filters and the language: "#q=alias&status=404&status=5xx". The id of an
// error may stand before them: "#AliasNotFound&lang=de".

/** The id is as the address encodes it, and empty where the fragment has none. */
export function readAddress(hash: string): readonly [id: string, state: URLSearchParams] {
  const fragment = hash.slice(1);
  const [id] = /^(?!(?:q|status|group|retry|tags|lang)=)[^&]*/.exec(fragment) ?? [""];
  return [id, new URLSearchParams(fragment.slice(id.length))];
}
