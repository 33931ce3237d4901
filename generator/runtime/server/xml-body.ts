// Writes a body as XML: members are elements, and a list is as many elements of its name.

export function xmlText(body: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${membersText(body)}`;
}

function membersText(members: unknown): string {
  let text = "";
  for (const [name, value] of Object.entries(members as Readonly<Record<string, unknown>>)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      if (item === undefined || item === null) continue;
      const inner = typeof item === "object" ? membersText(item) : escapedText(String(item));
      text += `<${name}>${inner}</${name}>`;
    }
  }
  return text;
}

/** Without the characters that XML does not have. */
function escapedText(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])/g, "\ufffd")
    .replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
