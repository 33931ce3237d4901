// Values become YAML text in the styles that people write: plain, quoted, flow and block.

/** The files of one made-up table by name, the table itself first. */
export type Files = Readonly<Record<string, string>>;

/** A scalar as a person would write it: plain where that is safe, else in single quotes, else in double quotes. */
export function scalar(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return /^[ -~\u00a1-\u024f\u0370-\u1fff\u3000-\ud7ff\uff00-\uffef]*$/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text);
}

/** A flow map on one line. */
export function flow(members: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(members).map(
    ([name, value]) => `${name}: ${typeof value === "number" ? value : JSON.stringify(value)}`,
  );
  return `{ ${parts.join(", ")} }`;
}

/** A folded block scalar, broken at spaces, for the texts that people wrap. */
export function folded(text: string, indent: string, width = 80): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return [">-", ...lines.map((each) => indent + each)].join("\n");
}

/** Letters, digits and harmless signs that mean nothing to YAML wherever they stand. */
const PLAIN = /^[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u3040-\ud7a3][^:#{}[\],&*!|>'"%@`\\\n\t]*(?<! )$/;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
