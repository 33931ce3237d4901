// A file whose stamp is the same as when it was read has the same bytes, so that nobody has to read it again.
import type { Entry } from "./fs.ts";

/** Disks that tell times to fractions of a millisecond may take this long to tell two changes apart. */
const FINE = 100;
/** Other disks count in steps of up to two seconds. */
const COARSE = 3000;

/**
 * No program can set the time of the last change of any kind. Undefined for a file that changed just now: the next change might have
 * the same time. Ask before the file is read.
 */
export function stampOf({ size, modified, changed, inode }: Entry, now: number): string | undefined {
  const step = Number.isInteger(changed) ? COARSE : FINE;
  return now - changed > step ? `${inode} ${size} ${modified} ${changed}` : undefined;
}
