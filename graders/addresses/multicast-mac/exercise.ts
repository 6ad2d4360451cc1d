import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { multicastGroup } from "#course/generators/multicast-group.ts";
import { specialIpv4Address } from "#course/generators/special-address.ts";
import { addressClass } from "#net/wire/address-class.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { ipv4MulticastMac } from "#net/wire/derived-address.ts";
import { formatMac } from "#net/wire/mac.ts";

const domain = z.tuple([z.string().refine((text) => parseIpv4Address(text) !== null)]);

const golden = (name: string, group: string, expected: string | null, source: string) => ({
  name,
  args: [group] as [string],
  expected,
  source,
});
const edge = (name: string, group: string) => ({ name, args: [group] as [string] });

export default defineExercise<[group: string], string | null>({
  number: "06.2",
  entry: "multicastMac",
  level: 1,
  points: 2,
  prerequisites: ["06.1"],
  parameters: [{ name: "group", shape: { kind: "value" } }],
  result: { kind: "value" },
  golden: [
    golden("course-group", "224.5.6.7", "01:00:5e:05:06:07", "RFC 1112 §6.4, by hand"),
    golden("same-mac", "230.143.37.167", "01:00:5e:0f:25:a7", "Linux 6.18"),
    golden("kernel-one-digit", "236.131.115.250", "01:00:5e:03:73:fa", "Linux 6.18"),
    golden("kernel-zero", "237.140.0.217", "01:00:5e:0c:00:d9", "Linux 6.18"),
    golden("kernel-low-bit", "226.206.243.91", "01:00:5e:4e:f3:5b", "Linux 6.18"),
    golden("unicast", "192.168.1.1", null, "RFC 1112 §4"),
    golden("broadcast", "255.255.255.255", null, "RFC 1112 §4"),
  ],
  edges: [
    edge("course-group-twin", "224.133.6.7"),
    edge("course-group-triplet", "239.133.6.7"),
    edge("all-hosts", "224.0.0.1"),
    edge("bit-alone", "224.128.0.1"),
    edge("second-127", "224.127.0.0"),
    edge("second-255", "224.255.0.0"),
    edge("third-high", "224.0.128.0"),
    edge("last-high", "224.0.0.255"),
    edge("ten", "224.10.0.1"),
    edge("sixteen", "224.16.16.16"),
    edge("letters", "235.90.171.205"),
    edge("last-group", "239.255.255.255"),
    edge("before-groups", "223.255.255.255"),
    edge("after-groups", "240.0.0.0"),
    edge("zero", "0.0.0.0"),
  ],
  generators: {
    groups: tuple(multicastGroup),
    addresses: tuple(specialIpv4Address()),
  },
  reference(group) {
    const address = parseIpv4Address(group) ?? 0;
    return addressClass(address) === "D" ? formatMac(ipv4MulticastMac(address)) : null;
  },
  accepts: (args) => domain.safeParse(args).success,
});
