import type { Layout } from "#net/bytes/layout.ts";
import { arpFrameLayout } from "#net/wire/arp-frame-layout.ts";
import { arpLayout } from "#net/wire/arp-layout.ts";
import { ethernetLayout } from "#net/wire/ethernet-layout.ts";
import { icmpv4Layout } from "#net/wire/icmp-layout.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";
import { ipv6ChainLayout } from "#net/wire/ipv6-chain-layout.ts";
import { ipv6Layout } from "#net/wire/ipv6-layout.ts";

/** Every layout that a page, a statement or a verdict can name. */
const layouts: readonly Layout[] = [
  ipv4Layout,
  ipv4OptionsLayout,
  ipv6Layout,
  ipv6ChainLayout,
  icmpv4Layout,
  ethernetLayout,
  arpLayout,
  arpFrameLayout,
];

/** The layout of that name (`ipv4`), or null. */
export const layoutByName = (name: string): Layout | null =>
  layouts.find((layout) => layout.name === name) ?? null;
