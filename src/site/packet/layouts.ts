import type { Layout } from "#net/bytes/layout.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";

/** Every layout that a page, a statement or a verdict can name. */
const layouts: readonly Layout[] = [ipv4Layout, ipv4OptionsLayout];

/** The layout of that name (`ipv4`), or null. */
export const layoutByName = (name: string): Layout | null =>
  layouts.find((layout) => layout.name === name) ?? null;
