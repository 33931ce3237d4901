// The function of message-index.ts for pages, which look for one template after the other: this is shorter, and fast for texts that people paste.
import { type Hit, hitsOf, type Wanted } from "./message-search.ts";

export function messageIndex<Template extends Wanted>(
  templates: readonly Template[],
): (text: string) => readonly Hit<Template>[] {
  return (text) => templates.flatMap((template) => hitsOf(text, template)).sort((one, other) => one.at - other.at);
}
