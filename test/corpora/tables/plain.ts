// A table like Function Compute's, with as many codes as asked for: what speed is measured on.
import type { Files } from "./yaml-text.ts";

const STATUS = [400, 403, 404, 409, 422, 500, 503];

export function plain(count: number): Files {
  const rows = Array.from({ length: count }, (_, index) => entry(index));
  return { "plain.errors.yaml": HEAD + rows.join("") };
}

const HEAD = `errtable: 1
name: Plain
title: Plain
version: 1.0.0
body:
  code: /errorCode
  message: /errorMessage
  aliases:
    - { code: /ErrorCode, message: /ErrorMessage }
errors:
`;

function entry(index: number): string {
  return `  Resource${index}NotUsable:
    status: ${STATUS[index % STATUS.length]}
${message(index)}
    description: The error message returned because resource number ${index} cannot be used.
    solution: Create the resource, or name another one. For more information, see the manual of resource ${index}.
`;
}

/** Nothing to fill in, or one, two or three arguments. */
function message(index: number): string {
  const name = "    params:\n      name: { description: The name., example: demo }";
  const limit = "\n      limit: { description: The limit., example: 12 }";
  const rest = "\n      owner: { description: Whose it is., example: me }\n      place: { example: here }";
  switch (index % 4) {
    case 0:
      return `    message: resource kind${index} is not available`;
    case 1:
      return `    message: resource '%s' of kind${index} does not exist\n${name}`;
    case 2:
      return `    message: resource '%s' of kind${index} has more than %d parts\n${name}${limit}`;
    default:
      return `    message: kind${index} '%s' of '%s' in '%s' does not exist\n${name}${rest}`;
  }
}
