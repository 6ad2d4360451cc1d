import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { parseEthernet } from "#net/wire/ethernet.ts";
import { formatMac } from "#net/wire/mac.ts";
import { parseUdp } from "#net/wire/udp.ts";
import { emitVxlan, parseVxlan } from "#net/wire/vxlan.ts";
import { bytesOf } from "../hex.ts";
import { openIp } from "../ip.ts";
import { same, vectors, type Suite } from "../suite.ts";

const vxlan = vectors(
  z.union([
    z.object({ hex: z.string(), mustReject: z.literal(true) }),
    z.object({
      hex: z.string(),
      case: z.string(),
      vni: z.int(),
      outerSrcPort: z.int(),
      outerDstPort: z.int(),
      outerEthSrc: z.string(),
      outerEthDst: z.string(),
      innerEthSrc: z.string(),
      innerEthDst: z.string(),
      innerFrameHex: z.string(),
      overheadBytes: z.int(),
    }),
  ]),
  (vector) => {
    const bytes = bytesOf(vector.hex);
    const outer = parseEthernet(bytes);
    if (!outer.ok) return [same("error of the outer frame", null, outer.error)];
    const udp = parseUdp(openIp(outer.value.payload).payload);
    if (!udp.ok) return [same("error of UDP", null, udp.error)];
    const parsed = parseVxlan(udp.value.payload);
    if ("mustReject" in vector) return [same("rejected", true, !parsed.ok)];
    if (!parsed.ok) return [same("error", null, parsed.error)];
    const { vni, payload } = parsed.value;
    const inner = parseEthernet(payload);
    const emitted = emitVxlan(parsed.value);
    const checks = [
      same("vni", vector.vni, vni),
      same("outerSrcPort", vector.outerSrcPort, udp.value.sourcePort),
      same("outerDstPort", vector.outerDstPort, udp.value.destinationPort),
      same("outerEthSrc", vector.outerEthSrc, formatMac(outer.value.source)),
      same("outerEthDst", vector.outerEthDst, formatMac(outer.value.destination)),
      same("innerEthSrc", vector.innerEthSrc, inner.ok ? formatMac(inner.value.source) : inner.error),
      same("innerEthDst", vector.innerEthDst, inner.ok ? formatMac(inner.value.destination) : inner.error),
      same("innerFrameHex", vector.innerFrameHex, toHex(payload)),
      same("overheadBytes", vector.overheadBytes, bytes.length - payload.length),
    ];
    // Reserved bits are zero when sent: a packet that has some set does not come out as it came in.
    if (vector.case === "reserved bits set") return checks;
    return [
      ...checks,
      same("emitted again", toHex(udp.value.payload), emitted.ok ? toHex(emitted.value) : emitted.error),
    ];
  },
);

export const overlay: Readonly<Record<string, Suite>> = { "overlay/vxlan.json": vxlan };
