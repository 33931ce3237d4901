// Reads the text of a response body: JSON, or else the elements of an XML document as the value that the same data has in JSON.

export function parseBody(text: string): unknown {
  return /^\s*</.test(text) ? readXml(text) : JSON.parse(text);
}

interface XmlElement {
  readonly name: string;
  text: string;
  /** The values of the elements inside, by name. */
  readonly inner: Map<string, unknown[]>;
}

/**
 * An element is an object of the elements inside it, with a list for a name that repeats, or else its text without the
 * blanks around it. An element with a prefix, as in soap:Fault, is found without it, too, because servers choose prefixes.
 * Attributes are left out. A document type is refused, and so is any entity that XML does not predefine.
 */
function readXml(source: string): unknown {
  const open: XmlElement[] = [newElement("")];
  let at = 0;
  while (at < source.length) {
    const element = open[open.length - 1];
    const start = source.indexOf("<", at);
    const end = start < 0 ? source.length : start;
    if (element !== undefined) element.text += decodeText(source.slice(at, end));
    at = end;
    if (start < 0) break;
    XML_MARKUP.lastIndex = start;
    const found = XML_MARKUP.exec(source);
    if (found === null) throw new SyntaxError("The XML has a tag that cannot be read.");
    const [markup, data, closed, opened, isEmpty] = found;
    at += markup.length;
    if (element !== undefined && data !== undefined) element.text += data;
    if (opened !== undefined) open.push(newElement(opened));
    if (open.length > MAX_XML_DEPTH) throw new RangeError("The XML is nested too deeply.");
    if (closed !== undefined || isEmpty === "/") closeElement(open, closed ?? opened);
  }
  const [root] = open;
  if (root === undefined || open.length > 1) throw new SyntaxError("The XML ends inside of an element.");
  if (root.inner.size !== 1 || root.text.trim() !== "") throw new SyntaxError("The text is no XML document.");
  return elementValue(root);
}

/** Deeper than errors are, and less deep than the stack. */
const MAX_XML_DEPTH = 100;

/** A comment, text as it is, an instruction, the end of an element, or its start. */
const XML_MARKUP =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|\/([^\s/<>]+)\s*>|([^\s/<>!?]+)(?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>)/y;

function newElement(name: string): XmlElement {
  return { name, text: "", inner: new Map() };
}

function closeElement(open: XmlElement[], name: string | undefined): void {
  const element = open.pop();
  const outer = open[open.length - 1];
  if (element === undefined || outer === undefined || element.name !== name) {
    throw new SyntaxError("The XML closes another element than the last open one.");
  }
  const values = outer.inner.get(element.name);
  if (values === undefined) outer.inner.set(element.name, [elementValue(element)]);
  else values.push(elementValue(element));
}

function elementValue({ text, inner }: XmlElement): unknown {
  if (inner.size === 0) return text.trim();
  const members = {};
  for (const [name, values] of inner) {
    const value = values.length === 1 ? values[0] : values;
    // An assignment to "__proto__" would change the object's prototype.
    Object.defineProperty(members, name, { value, configurable: true, enumerable: true, writable: true });
    const local = name.slice(name.indexOf(":") + 1);
    // A second name is not listed; one that stands there by itself takes its place.
    if (Object.getOwnPropertyDescriptor(members, local) === undefined) {
      Object.defineProperty(members, local, { value, configurable: true, writable: true });
    }
  }
  return members;
}

function decodeText(text: string): string {
  return text.includes("&") ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));|&/gi, characterOf) : text;
}

function characterOf(reference: string, decimal?: string, hex?: string, name?: string): string {
  const point = Number.parseInt(decimal ?? hex ?? "", hex === undefined ? 10 : 16);
  if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
  const named = XML_ENTITIES.get(name ?? "");
  if (named === undefined) throw new SyntaxError(`XML does not predefine the entity ${reference}.`);
  return named;
}

const XML_ENTITIES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["quot", '"'],
]);
