import { subnetOf } from "../../../net/stack/subnets.ts";
import { formatMac } from "../../../net/wire/mac.ts";
import { formatIpAddress, parseAddressWithLength, prefixOf } from "../../../net/wire/prefix.ts";
import { stationOf, withStation, type Command, type Machine, type Output } from "./command.ts";

/** `ip addr` (show, add, del) of iproute2. */
export const ipAddr: Command = ([action = "show", ...words], machine) => {
  switch (action) {
    case "show":
    case "list":
    case "ls":
      return show(words, machine);
    case "add":
    case "del":
    case "delete":
      return change(action === "add" ? "add" : "del", words, machine);
    default:
      return [`Command "${action}" is unknown, try "ip address help".`];
  }
};

const loopback: Output = [
  "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000",
  "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00",
  "    inet 127.0.0.1/8 scope host lo",
  "       valid_lft forever preferred_lft forever",
];

function show(words: readonly string[], { simulation, node }: Machine): Output {
  const dev = words[0] === "dev" ? words[1] : words[0];
  const interfaces = simulation.station(node)?.router.interfaces ?? [];
  if (dev !== undefined && dev !== "lo" && !interfaces.some(({ name }) => name === dev))
    return [`Device "${dev}" does not exist.`];
  const shown = interfaces.flatMap((at, index) => {
    if (dev !== undefined && at.name !== dev) return [];
    const state = at.up ? "UP" : "DOWN";
    const flags = at.up ? "BROADCAST,MULTICAST,UP,LOWER_UP" : "NO-CARRIER,BROADCAST,MULTICAST,UP";
    return [
      `${index + 2}: ${at.name}: <${flags}> mtu ${at.mtu} qdisc noqueue state ${state} group default qlen 1000`,
      `    link/ether ${formatMac(at.mac)} brd ff:ff:ff:ff:ff:ff`,
      ...at.addresses.flatMap(({ address, length }) => {
        const text = `${formatIpAddress(address)}/${length}`;
        const line = address.version === 6 ? inet6(text) : inet(text, at.name);
        return [line, "       valid_lft forever preferred_lft forever"];
      }),
    ];
  });
  return [...(dev === undefined || dev === "lo" ? loopback : []), ...shown];
}

const inet6 = (text: string): string =>
  `    inet6 ${text} scope ${text.startsWith("fe80") ? "link" : "global"}`;

function inet(text: string, dev: string): string {
  const parsed = parseAddressWithLength(text);
  const broadcast = parsed === null ? null : subnetOf(prefixOf(parsed.address, parsed.length)).broadcast;
  const brd = broadcast === null ? "" : ` brd ${formatIpAddress({ version: 4, value: broadcast })}`;
  return `    inet ${text}${brd} scope global ${dev}`;
}

/** `add 192.168.100.5/24 dev eth0`. */
function change(action: "add" | "del", words: readonly string[], machine: Machine): Output {
  const at = words.indexOf("dev");
  const dev = at === -1 ? undefined : words[at + 1];
  const text = words.find((_, i) => i !== at && i !== at + 1) ?? "";
  const parsed = parseAddressWithLength(text.includes("/") ? text : `${text}/32`);
  if (parsed === null) return [`Error: any valid prefix is expected rather than "${text}".`];
  if (dev === undefined) return ['Not enough information: "dev" argument is required.'];
  const station = stationOf(machine);
  const found = station.interfaces.find(({ name }) => name === dev);
  if (found === undefined) return [`Cannot find device "${dev}"`];
  const wanted = `${formatIpAddress(parsed.address)}/${parsed.length}`;
  const has = found.addresses.includes(wanted);
  if (action === "add" && has) return ["Error: ipv4: Address already assigned."];
  if (action === "del" && !has) return ["Error: ipv4: Address not found."];
  const addresses =
    action === "add" ? [...found.addresses, wanted] : found.addresses.filter((one) => one !== wanted);
  const interfaces = station.interfaces.map((one) => (one === found ? { ...one, addresses } : one));
  return reconfigured({ ...station, interfaces }, machine);
}

/** Routes whose gateway is no neighbour any more go with the address, as in the kernel. */
function reconfigured(station: ReturnType<typeof stationOf>, machine: Machine): Output {
  let routes = station.routes ?? [];
  for (;;) {
    const result = machine.configure(withStation(machine.figure, { ...station, routes }));
    if (result.ok) return [];
    const bad = result.faults.flatMap(({ path }) => /routes\[(\d+)\]/.exec(path)?.[1] ?? []).map(Number);
    if (bad.length === 0) return [`RTNETLINK answers: Invalid argument`];
    routes = routes.filter((_, i) => !bad.includes(i));
  }
}
