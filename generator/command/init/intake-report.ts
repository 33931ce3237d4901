// The table that was read from a source, and the parts that were left out, become a text for people.
import { groupBy } from "../../diagnostic/group-by.ts";
import { showControls } from "../../diagnostic/unseen.ts";
import type { TableText } from "../../intake/table-text.ts";

export function intakeReport({ codes, dropped }: TableText, path: string, examples: number, fitting: number): string {
  const lines = [`${codes} ${codes === 1 ? "code was" : "codes were"} found in ${path}.`];
  if (examples > 0) lines.push(`The table takes ${fitting} of the ${examples} bodies that ${path} shows with a code.`);
  const groups = [...groupBy(dropped, ({ reason }) => reason)];
  if (groups.length > 0) lines.push("Left out:");
  for (const [reason, parts] of groups) {
    const names = [...new Set(parts.map(({ name }) => shortened(name)))];
    const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : "";
    lines.push(`  ${showControls(reason)} (${parts.length}): ${names.slice(0, MOST_NAMES).join(", ")}${more}`);
  }
  return `\n${lines.join("\n")}\n`;
}

const MOST_NAMES = 8;
const LONGEST = 60;

function shortened(name: string): string {
  const line = showControls(name.replaceAll(/\s+/g, " ").trim());
  const points = [...line];
  return `"${points.length > LONGEST ? `${points.slice(0, LONGEST).join("")}…` : line}"`;
}
