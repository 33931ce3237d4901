// Copies of the members of bodies.

/**
 * A copy of the members of an object, at any depth. Undefined members are left out, as JSON has it. An assignment to
 * "__proto__" would change the object's prototype.
 */
export function copyOf<Members extends object>(members: Members | undefined): Members {
  const copy = {};
  for (const [name, member] of Object.entries(members || {})) {
    const value = copiedValue(member);
    if (value !== undefined)
      Object.defineProperty(copy, name, { value, configurable: true, enumerable: true, writable: true });
  }
  // The copy has the same members.
  return copy as Members;
}

/** Objects of classes stay: they may have a JSON form of their own. */
export function copiedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copiedValue(item));
  if (typeof value !== "object" || value === null) return value;
  const base: unknown = Object.getPrototypeOf(value);
  return base === null || base === Object.prototype ? copyOf(value) : value;
}
