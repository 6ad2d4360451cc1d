import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { arpArrival, type ArpArrival } from "#course/generators/arp-frame.ts";
import { isStationMacText } from "#course/generators/mac.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { arpOperation, emitArp, parseArp } from "#net/wire/arp.ts";
import { arpFrameLayout } from "#net/wire/arp-frame-layout.ts";
import { emitEthernet, etherType, padFrame, parseEthernet } from "#net/wire/ethernet.ts";
import { broadcastMac, isGroupMac, parseMac } from "#net/wire/mac.ts";

type Me = { ip: string; mac: string };

const acceptedArgs = z
  .tuple([
    z.instanceof(Uint8Array).refine((frame) => frame.length <= 100),
    z.strictObject({
      ip: z.string().refine((ip) => (parseIpv4Address(ip) ?? 0) !== 0),
      mac: z.string().refine(isStationMacText),
    }),
  ])
  .refine(([frame, me]) => isOrdinary(frame, me));

/** No VLAN tag; an ARP sender that is a station, is not me, and sent the frame itself. */
function isOrdinary(frame: Uint8Array, me: Me): boolean {
  const ethernet = parseEthernet(frame);
  if (!ethernet.ok) return true;
  if (ethernet.value.tags.length > 0) return false;
  const arp = parseArp(ethernet.value.payload);
  if (!arp.ok) return true;
  const { senderMac, senderIp } = arp.value;
  return (
    senderMac === ethernet.value.source &&
    senderMac !== 0 &&
    !isGroupMac(senderMac) &&
    senderMac !== parseMac(me.mac) &&
    senderIp !== parseIpv4Address(me.ip)
  );
}

const accepts = (args: unknown): args is ArpArrival => acceptedArgs.safeParse(args).success;

/** The gateway of the course, the host of the kernel's vectors, and the host of the edge cases. */
const gateway: Me = { ip: "10.244.1.1", mac: "aa:bb:cc:dd:ee:ff" };
const host: Me = { ip: "10.61.7.1", mac: "02:00:00:00:61:01" };
const me: Me = { ip: "10.0.0.1", mac: "02:00:00:00:00:01" };

/** Linux leaves the padding of its replies to the card; those of the course are padded. */
const kernel = "Linux 6.18";

const edge = (name: string, hex: string): { name: string; args: ArpArrival } => ({
  name,
  args: [bytes(hex), me],
});

/** RFC 826, "Packet Reception"; RFC 5227 §2.1.1 (probes); IEEE 802.3 §3.2.8 (60 bytes without FCS). */
export default defineExercise<ArpArrival, Uint8Array | null>({
  number: "07.2",
  entry: "arpReply",
  level: 3,
  points: 6,
  prerequisites: ["07.1"],
  parameters: [
    { name: "frame", shape: { kind: "bytes", layout: arpFrameLayout } },
    { name: "me", shape: { kind: "value" } },
  ],
  result: { kind: "bytes", layout: arpFrameLayout },
  golden: [
    {
      name: "course-request",
      args: [
        padded(
          "ffff ffff ffff 0a22 3344 5566 0806 0001 0800 0604 0001 0a22 3344 5566 0af4 0105 0000 0000 0000 0af4 0101",
        ),
        gateway,
      ],
      expected: padded(
        "0a22 3344 5566 aabb ccdd eeff 0806 0001 0800 0604 0002 aabb ccdd eeff 0af4 0101 0a22 3344 5566 0af4 0105",
      ),
      source: "tcpdump 4.99.3",
    },
    {
      name: "kernel-broadcast",
      args: [
        bytes("ffffffffffffbc2cbdfd460108060001080006040001bc2cbdfd46010a3d073d0000000000000a3d0701"),
        host,
      ],
      expected: padded(
        "bc2cbdfd4601020000006101080600010800060400020200000061010a3d0701bc2cbdfd46010a3d073d",
      ),
      source: kernel,
    },
    {
      name: "kernel-unicast",
      args: [
        bytes("020000006101bc2cbdfd460108060001080006040001bc2cbdfd46010a3d073d0000000000000a3d0701"),
        host,
      ],
      expected: padded(
        "bc2cbdfd4601020000006101080600010800060400020200000061010a3d0701bc2cbdfd46010a3d073d",
      ),
      source: kernel,
    },
    {
      name: "kernel-target-mac-filled",
      args: [
        bytes("ffffffffffffbc2cbdfd460108060001080006040001bc2cbdfd46010a3d073dbccc567c1e500a3d0701"),
        host,
      ],
      expected: padded(
        "bc2cbdfd4601020000006101080600010800060400020200000061010a3d0701bc2cbdfd46010a3d073d",
      ),
      source: kernel,
    },
    {
      name: "kernel-for-another",
      args: [
        bytes("ffffffffffffbc2cbdfd460108060001080006040001bc2cbdfd46010a3d073d0000000000000a3d0726"),
        host,
      ],
      expected: null,
      source: kernel,
    },
    {
      name: "kernel-announcement",
      args: [
        bytes("ffffffffffffbc2cbdfd460108060001080006040001bc2cbdfd46010a3d073d0000000000000a3d073d"),
        host,
      ],
      expected: null,
      source: kernel,
    },
    {
      name: "kernel-reply",
      args: [
        bytes("020000006101bc2cbdfd460108060001080006040002bc2cbdfd46010a3d073d0200000061010a3d0701"),
        host,
      ],
      expected: null,
      source: kernel,
    },
    {
      name: "kernel-operation-3",
      args: [
        bytes("ffffffffffffbc2cbdfd460108060001080006040003bc2cbdfd46010a3d073d0000000000000a3d0701"),
        host,
      ],
      expected: null,
      source: kernel,
    },
    {
      name: "kernel-other-station",
      args: [
        bytes("bccc567c1e50bc2cbdfd460108060001080006040001bc2cbdfd46010a3d073d0000000000000a3d0701"),
        host,
      ],
      expected: null,
      source: kernel,
    },
  ],
  edges: [
    edge("probe", "ffffffffffff02000000000208060001080006040001020000000002000000000000000000000a000001"),
    edge(
      "hardware-type-6",
      "ffffffffffff020000000002080600060800060400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "protocol-type-ipv6",
      "ffffffffffff0200000000020806000186dd060400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "hardware-length-8",
      "ffffffffffff020000000002080600010800080400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "protocol-length-16",
      "ffffffffffff020000000002080600010800061000010200000000020a0000020000000000000a000001",
    ),
    edge(
      "ethertype-ipv4",
      "ffffffffffff020000000002080000010800060400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "ethertype-rarp",
      "ffffffffffff020000000002803500010800060400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "multicast-destination",
      "01005e000001020000000002080600010800060400010200000000020a0000020000000000000a000001",
    ),
    edge(
      "operation-0",
      "ffffffffffff020000000002080600010800060400000200000000020a0000020000000000000a000001",
    ),
    edge(
      "operation-257",
      "ffffffffffff020000000002080600010800060401010200000000020a0000020000000000000a000001",
    ),
    edge(
      "probe-for-another",
      "ffffffffffff02000000000208060001080006040001020000000002000000000000000000000a000003",
    ),
    edge(
      "announcement-by-another",
      "ffffffffffff020000000002080600010800060400010200000000020a0000020000000000000a000002",
    ),
    edge(
      "target-differs-in-last-byte",
      "ffffffffffff020000000002080600010800060400010200000000020a0000020000000000000a000101",
    ),
    edge(
      "padding-not-zero",
      "ffffffffffff020000000002080600010800060400010200000000020a0000020000000000000a000001dededededededededededededededededede",
    ),
    edge(
      "long-padding",
      "ffffffffffff020000000002080600010800060400010200000000020a0000020000000000000a000001000000000000000000000000000000000000000000000000000000000000",
    ),
    edge("cut-by-one", "ffffffffffff020000000002080600010800060400010200000000020a0000020000000000000a0000"),
    edge("cut-header", "ffffffffffff02000000000208"),
    edge("empty", ""),
  ],
  generators: { arrivals: arpArrival(accepts) },
  reference(frame, { ip, mac }) {
    const myIp = parseIpv4Address(ip);
    const myMac = parseMac(mac);
    const ethernet = parseEthernet(frame);
    if (myIp === null || myMac === null || !ethernet.ok) return null;
    const { destination, etherType: type, payload } = ethernet.value;
    if (type !== etherType.arp || (destination !== broadcastMac && destination !== myMac)) return null;
    const request = parseArp(payload);
    if (!request.ok || request.value.operation !== arpOperation.request) return null;
    const { senderMac, senderIp, targetIp } = request.value;
    if (targetIp !== myIp) return null;
    const arp = emitArp({
      operation: arpOperation.reply,
      senderMac: myMac,
      senderIp: myIp,
      targetMac: senderMac,
      targetIp: senderIp,
    });
    if (!arp.ok) return null;
    const reply = emitEthernet({
      destination: senderMac,
      source: myMac,
      tags: [],
      etherType: etherType.arp,
      payload: arp.value,
      padding: new Uint8Array(),
    });
    return reply.ok ? padFrame(reply.value) : null;
  },
  accepts,
});

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}

function padded(text: string): Uint8Array {
  return padFrame(bytes(text));
}
