// What was measured goes into a file of results, and as it is between two marks of the README.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const README = resolve(import.meta.dirname, "../../README.md");

/** `name` is that of the file and of the marks; with the whole in the file, `shown` may be a part of it. */
export function publish(name: string, text: string, shown: string = text): void {
  writeFileSync(join(import.meta.dirname, `results-${name}.md`), text);
  const [begin, end] = [`<!-- measured: ${name} -->\n`, `<!-- end of ${name} -->`];
  const readme = readFileSync(README, "utf8");
  const start = readme.indexOf(begin);
  const stop = readme.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`README.md has no marks for "${name}".`);
  writeFileSync(README, `${readme.slice(0, start + begin.length)}\n${shown.trim()}\n\n${readme.slice(stop)}`);
  console.log(text);
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
