// The media type of bodies tells the format in which they are read.

/** Whether bodies of the type are XML (RFC 7303): application/xml, text/xml, or any type that ends in +xml. */
export function isXmlType(mediaType: string): boolean {
  return /[/+]xml$/i.test(mediaType);
}
