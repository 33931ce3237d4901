// Data becomes YAML as different people write it: the same data in many styles, for properties of what edits YAML.
import type { Json, JsonObject } from "../../generator/text/json/value.ts";

export interface Style {
  readonly indent: 2 | 3 | 4;
  readonly lineEnd: "\n" | "\r\n";
  /** Which maps stand in brackets, by their path. */
  readonly flow: ReadonlySet<string>;
  readonly quote: '"' | "'" | "";
  /** Whether sequences stand at the column of their key. */
  readonly sequencesAtKey: boolean;
  readonly comments: boolean;
  readonly blankLines: boolean;
  /** Of brackets: on one line, or a line for each member; with a space inside. */
  readonly spread: boolean;
  readonly head: string;
  readonly tail: string;
}

export function styledYaml(data: JsonObject, style: Style): string {
  const lines = style.flow.has("") ? [flow(data, "", 0, style)] : block(data, "", 0, style);
  return (style.head + lines.join("\n") + style.tail).replaceAll("\n", style.lineEnd);
}

function block(value: JsonObject, path: string, depth: number, style: Style): string[] {
  const pad = " ".repeat(depth * style.indent);
  return Object.entries(value).flatMap(([name, inner], index) => {
    const at = `${path}/${name}`;
    const before = [
      ...(style.blankLines && index > 0 ? [""] : []),
      ...(style.comments && index % 2 === 0 ? [`${pad}# about ${index}`] : []),
    ];
    const after = style.comments && index === Object.keys(value).length - 1 ? [`${pad}# end of the map`] : [];
    return [...before, ...entry(`${pad}${key(name, style)}:`, inner, at, depth, style), ...after];
  });
}

function entry(lead: string, value: Json, at: string, depth: number, style: Style): string[] {
  const note = style.comments ? " # note" : "";
  if (Array.isArray(value)) {
    const pad = " ".repeat((style.sequencesAtKey ? depth : depth + 1) * style.indent);
    return value.length === 0
      ? [`${lead} []`]
      : [lead + note, ...value.map((item) => `${pad}- ${JSON.stringify(item)}`)];
  }
  if (typeof value !== "object" || value === null) return [`${lead}${scalar(value, depth, style)}`];
  const members = value as JsonObject;
  if (style.flow.has(at) || Object.keys(members).length === 0) return [`${lead} ${flow(members, at, depth, style)}`];
  return [lead + note, ...block(members, at, depth + 1, style)];
}

/** Several lines are written as a block, of which those that end in two line ends keep them. */
function scalar(value: Json, depth: number, style: Style): string {
  if (value === null) return "";
  if (typeof value !== "string" || !value.includes("\n"))
    return ` ${JSON.stringify(value)}${style.comments ? " # c" : ""}`;
  const pad = " ".repeat((depth + 1) * style.indent);
  const lines = value.replace(/\n+$/, "").split("\n");
  const kept = value.length - value.replace(/\n+$/, "").length;
  const sign = kept === 0 ? "|-" : kept === 1 ? "|" : "|+";
  return ` ${sign}\n${lines.map((line) => pad + line).join("\n")}${"\n".repeat(Math.max(0, kept - 1))}`;
}

function flow(value: JsonObject, path: string, depth: number, style: Style): string {
  const names = Object.keys(value);
  if (names.length === 0) return "{}";
  const pad = " ".repeat((depth + 1) * style.indent);
  const members = names.map((name) => {
    const inner = value[name] ?? null;
    const isMap = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    const text = isMap ? flow(inner as JsonObject, `${path}/${name}`, depth + 1, style) : JSON.stringify(inner ?? {});
    return `${JSON.stringify(name)}: ${text}`;
  });
  if (!style.spread) return `{ ${members.join(", ")} }`;
  return `{\n${members.map((member) => pad + member).join(",\n")}\n${" ".repeat(depth * style.indent)}}`;
}

function key(name: string, { quote }: Style): string {
  if (quote === "" && /^[A-Za-z/][\w/{}-]*$/.test(name)) return name;
  return quote === "'" ? `'${name}'` : JSON.stringify(name);
}
