// A measurement goes between its two marks on the page of measurements.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = join(import.meta.dirname, "README.md");

/** `name` is that of the marks. */
export function publish(name: string, text: string): void {
  const [begin, end] = [`<!-- measured: ${name} -->\n`, `<!-- end of ${name} -->`];
  const page = readFileSync(PAGE, "utf8");
  const start = page.indexOf(begin);
  const stop = page.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`${PAGE} has no marks for "${name}".`);
  writeFileSync(PAGE, `${page.slice(0, start + begin.length)}\n${text.trim()}\n\n${page.slice(stop)}`);
  console.log(text);
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
