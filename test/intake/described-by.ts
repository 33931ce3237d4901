// Small API descriptions for tests: one operation with the given error responses.
type Responses = Record<string, unknown>;

export function describedBy(responses: Responses, more: Record<string, unknown> = {}): Record<string, unknown> {
  const get = { operationId: "getThing", responses };
  return { openapi: "3.1.0", info: { title: "Things" }, paths: { "/things": { get } }, ...more };
}

export const json = (media: unknown, type = "application/json") => ({
  description: "Wrong",
  content: { [type]: media },
});

export const shown = (...values: readonly unknown[]) =>
  json({ examples: Object.fromEntries(values.map((value, index) => [`e${index}`, { value }])) });
