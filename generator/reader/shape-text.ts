// A value in the shape of a field becomes YAML, on one line or on several.

/** A value as YAML has it: a scalar as it is written, the items of a list, or the fields of a map. */
export type Shape = string | readonly Shape[] | ReadonlyMap<string, Shape>;

/** On one line. */
export function flowText(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if (!(shape instanceof Map)) return `[${(shape as readonly Shape[]).map(flowText).join(", ")}]`;
  return `{ ${Array.from(shape as ReadonlyMap<string, Shape>, ([name, value]) => `${name}: ${flowText(value)}`).join(", ")} }`;
}

/** A field with its value: the items of a list, and the fields of a map, on lines of their own. Without a name, the value alone. */
export function blockLines(name: string | undefined, shape: Shape): readonly string[] {
  if (typeof shape === "string") return [name === undefined ? shape : `${name}: ${shape}`];
  const lines =
    shape instanceof Map
      ? Array.from(shape as ReadonlyMap<string, Shape>, ([key, value]) => `${key}: ${flowText(value)}`)
      : (shape as readonly Shape[]).map((item) => `- ${flowText(item)}`);
  return name === undefined ? lines : [`${name}:`, ...lines.map((line) => `  ${line}`)];
}
