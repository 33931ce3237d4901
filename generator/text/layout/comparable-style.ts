// A style sheet becomes the form in which texts are compared: blanks beside signs, quotes and the spelling of numbers do not count.

export function comparableStyle(text: string): string {
  return (text.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"']+/g) ?? [])
    .map((part) => (/^["']/.test(part) ? `"${part.slice(1, -1)}"` : comparableRules(part)))
    .join("")
    .replace(/;}/g, "}")
    .trim();
}

function comparableRules(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,<>~+*/()=!]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/(?<![\w.])0?(\.\d+?)0*(?!\d)/g, "$1")
    .toLowerCase();
}
