import { addrSubnets } from "./adapters/addr-subnets.ts";
import { addrText } from "./adapters/addr-text.ts";
import { ipv4 } from "./adapters/ipv4.ts";
import { k8s } from "./adapters/k8s.ts";
import { l2 } from "./adapters/l2.ts";
import { net } from "./adapters/net.ts";
import { overlay } from "./adapters/overlay.ts";
import { pcapfile } from "./adapters/pcapfile.ts";
import { transport } from "./adapters/transport.ts";
import { ipv6Packets } from "./adapters/ipv6.ts";
import { icmp } from "./adapters/icmp.ts";
import { dns } from "./adapters/dns.ts";
import { dnsCache } from "./adapters/dns-cache.ts";
import { simulator } from "./adapters/simulator.ts";
import type { Suite } from "./suite.ts";

/** Every vector file that is run, by its path under the data folder. */
export const suites: Readonly<Record<string, Suite>> = {
  ...addrText,
  ...addrSubnets,
  ...ipv4,
  ...k8s,
  ...l2,
  ...net,
  ...overlay,
  ...pcapfile,
  ...dns,
  ...dnsCache,
  ...icmp,
  ...ipv6Packets,
  ...transport,
  ...simulator,
};

/** Files (or, ending in `/`, folders) whose vectors nothing runs yet. The run names each that it meets. */
export const notYetCovered: readonly string[] = [];
