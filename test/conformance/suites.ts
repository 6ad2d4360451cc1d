import { addrSubnets } from "./adapters/addr-subnets.ts";
import { addrText } from "./adapters/addr-text.ts";
import { ipv4 } from "./adapters/ipv4.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { framesOf } from "./adapters/capture-frames.ts";
import { runCapture } from "./adapters/captures.ts";
import { iana } from "./adapters/iana.ts";
import { k8sCidrs } from "./adapters/k8s-cidrs.ts";
import { k8sPolicies } from "./adapters/k8s-policies.ts";
import { lpmUpstream } from "./adapters/net-routing.ts";
import { tcpdumpCapture, tcpdumpTests } from "./adapters/tcpdump-tests.ts";
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
import { simulatorNat } from "./adapters/simulator-nat.ts";
import { simulator } from "./adapters/simulator.ts";
import type { Suite } from "./suite.ts";

/** Every vector file of our own copy, by its path under the data folder. */
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
  ...simulatorNat,
};

/** What is run of other projects' files, which lie in `../shared/oracles-upstream` and are never copied. */
export const upstreamSuites: Readonly<Record<string, Suite>> = {
  "pcapfile/expected.json": pcapfile["pcapfile/expected.json"],
  ...tcpdumpTests,
  ...lpmUpstream,
  ...k8sPolicies,
  ...k8sCidrs,
  ...iana,
};

/** The suite of a file by its path under the folder; of a capture, of the file with tshark's rows. */
export function suiteOf(name: string): Suite | undefined {
  const [, folder, capture = ""] = /^(captures|tcpdump-tests)\/([^/]+)\.tshark\.json$/.exec(name) ?? [];
  if (folder === "captures") return ownCapture(`${capture}.pcap`);
  return folder === "tcpdump-tests" ? tcpdumpCapture(capture) : (suites[name] ?? upstreamSuites[name]);
}

const ownCapture =
  (file: string): Suite =>
  (document, folder) =>
    runCapture(document, framesOf(file, new Uint8Array(readFileSync(join(folder, file)))));

/** What stands beside the rows of a capture, the frames themselves and printouts that no suite reads; capture files. */
export const isCompanion = (name: string): boolean =>
  (!(name in suites) && /^captures\/[^/]+\.(pcap|txt)$/.test(name)) ||
  /^pcapfile\/[^/]+\.(pcap|pcapng)$/.test(name) ||
  /^tcpdump-tests\/[^/]+\.(pcap|pcapng|out)$/.test(name) ||
  ["captures/manifest.json", "tcpdump-tests/LICENSE"].includes(name);

/** Files (or, ending in `/`, folders) whose vectors nothing runs yet. The run names each that it meets. */
export const notYetCovered: readonly string[] = [];
