// VitePress builds a site. It takes long to load, so that it stands apart from the other renderers.
import { join } from "node:path";

export { build as buildSite } from "vitepress";

/** How the path of a site's folder begins: it has to stand below the packages that its theme imports. */
export const SITE_FOLDERS = join(import.meta.dirname, "node_modules/.cache-vitepress-");
