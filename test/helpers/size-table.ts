// Tables of any size with integer codes, identifiers and short texts, as servers of message queues publish them.

const SUBJECTS = [
  "stream",
  "consumer",
  "peer",
  "cluster",
  "account",
  "bucket",
  "mirror",
  "source",
  "replica",
  "template",
];
const FAULTS = ["not found", "already exists", "is not ready", "limit of {limit} exceeded", "has no leader: {err}"];
const WORDS = ["restore", "delivery", "placement", "snapshot", "subject", "storage", "deduplication"];

/** The text of a table with this number of codes. */
export function sizeTable(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => sizeRow(index));
  return `errtable: 1
name: Queue
title: Queue server
placeholders: "{name}"
body:
  code: { at: /error/err_code, type: integer }
  message: /error/description
  properties:
    /error/code: { type: integer }
errors:
${rows.join("")}`;
}

/** One row; rows of different numbers have different codes. */
export function sizeRow(index: number): string {
  const pick = (list: readonly string[], by: number): string => list[Math.floor(index / by) % list.length] ?? "";
  const [subject, fault, word] = [pick(SUBJECTS, 1), pick(FAULTS, 10), pick(WORDS, 50)];
  const name = [word, subject, ...fault.replace(/[{}:]/g, "").split(" ")].map(pascal).join("");
  return `  ${10_001 + index}:
    identifier: ${name}${index}
    status: ${index % 3 === 0 ? 404 : index % 3 === 1 ? 400 : 503}
    message: "${word} ${subject} ${fault}"
`;
}

function pascal(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
