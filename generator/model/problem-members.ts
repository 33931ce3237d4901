// The members of problem details (RFC 9457) that params cannot be, with the two that replies add to them.

export const RESERVED_MEMBERS: readonly string[] = [
  "type",
  "title",
  "status",
  "detail",
  "instance",
  "code",
  "requestId",
];
