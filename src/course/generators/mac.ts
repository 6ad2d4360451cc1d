import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { broadcastMac, formatMac, isGroupMac, parseMac, type Mac } from "../../net/wire/mac.ts";
import { preferring, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** Simplest source and destination of a frame: 02:00:00:00:00:01 and 02:00:00:00:00:02. */
export const macOne: Mac = 0x02_00_00_00_00_01;
export const macTwo: Mac = 0x02_00_00_00_00_02;

/** Groups that every network has: all hosts in IPv4, all nodes in IPv6, spanning tree. */
const groups = [0x01_00_5e_00_00_01, 0x33_33_00_00_00_01, 0x01_80_c2_00_00_00] as const;

const anyMac: Arbitrary<Mac> = tuple(
  integer({ min: 0, max: 0xff_ffff }),
  integer({ min: 0, max: 0xff_ffff }),
).map(([high, low]) => high * 2 ** 24 + low);

/** What a card can have: no group, not all zeros; often with a byte under 0x10, or a first byte above 0x7f. */
const stationMac: Arbitrary<Mac> = oneof(anyMac, constantFrom(0x0a_22_33_44_55_66, 0xaa_bb_cc_dd_ee_00)).map(
  (mac) => (isGroupMac(mac) ? mac - 2 ** 40 : mac) || macOne,
);

/** As numbers, not shrinking: a part of the generators of frames. */
export const macNumber = {
  station: stationMac,
  destination: oneof(
    { weight: 3, arbitrary: stationMac },
    { weight: 1, arbitrary: constantFrom(broadcastMac) },
    { weight: 2, arbitrary: oneof(constantFrom(...groups), anyMac) },
  ),
  /** One in three is no legal source: a group, or all zeros. */
  source: oneof(
    { weight: 2, arbitrary: stationMac },
    { weight: 1, arbitrary: constantFrom(0, broadcastMac, 0x11_22_33_44_55_66, groups[0]) },
  ),
};

/** Toward `simplest`, then broadcast, the IPv4 group of all hosts, and all zeros. */
export const towardMac = (simplest: Mac): Simplify<Mac> =>
  preferring([simplest, broadcastMac, groups[0], 0], function* (mac) {
    for (let weight = 2 ** 40; weight >= 1; weight /= 256) {
      const byte = Math.floor(mac / weight) % 256;
      if (byte > 0) yield mac - byte * weight;
    }
  });

/** MAC addresses of stations as text, lower case; toward 02:00:00:00:00:01. */
export const stationMacText: Arbitrary<string> = withShrinks(
  stationMac.map(formatMac),
  (value): value is string => typeof value === "string" && isStationMacText(value),
  function* (text) {
    const rule = towardMac(macOne);
    const mac = parseMac(text) ?? macOne;
    if (mac !== rule.simplest) yield formatMac(rule.simplest);
    for (const smaller of rule.smaller(mac)) yield formatMac(smaller);
  },
);

/** Whether a text is the address of a station as this course writes it: lower case, no group, not all zeros. */
export function isStationMacText(text: string): boolean {
  const mac = parseMac(text);
  return mac !== null && mac !== 0 && !isGroupMac(mac) && formatMac(mac) === text;
}
