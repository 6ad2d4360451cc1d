import { courseLinks, courseNetwork, type CourseLink } from "../network/course-network.ts";

const { FAI, S } = courseNetwork;

/** The course's network, with a second address in the Internet: one row for the first alone is no default route. */
export const pingedNetwork = {
  ...courseNetwork,
  FAI: {
    ...FAI,
    ifaces: [...FAI.ifaces, { name: "if3", ip: "192.0.2.1", prefix: 24, up: true }],
  },
  D: {
    ...S,
    ifaces: [{ name: "eth0", ip: "192.0.2.80", prefix: 24, up: true }],
    routes: [{ dest: "0.0.0.0/0", gateway: "192.0.2.1", iface: "eth0", metric: 0 }],
  },
} satisfies Network;

export const pingedLinks: readonly CourseLink[] = [
  ...courseLinks,
  {
    kind: "lan",
    prefix: "192.0.2.0/24",
    ends: [
      ["FAI", "if3"],
      ["D", "eth0"],
    ],
  },
];
