// The version with which a code will have ended: the next one, unless no release has the present one yet.
import { hasVersionTag, versionTags } from "../../baseline/version-tags.ts";
import { releaseOfEnd } from "../../model/version.ts";
import type { Session } from "../session/session.ts";

/** By the version of the table; `wasAnnounced`: the code is deprecated. Where the repository has tags of versions, they tell whether the present one is released. */
export function nextRelease({ root }: Session): (version: string, wasAnnounced: boolean) => string {
  return (version, wasAnnounced) => {
    const tags = versionTags(root);
    const isReleased = tags.length === 0 || hasVersionTag(tags, version);
    return releaseOfEnd(version, { wasAnnounced, isReleased });
  };
}
