export function route(router: Router, inIface: string, packet: Bytes): RouterAction {
  if (!isIntact(packet)) return drop("bad-header");
  const [source, destination] = [packet[12], packet[16]]; // le premier octet de chaque adresse
  if (source === 0 || source === 127 || source >= 224) return drop();
  if (isForMe(router, addressAt(packet, 16))) return { kind: "deliver", packet };
  if (!router.forwarding || destination >= 224) return drop();

  if (packet[8] <= 1) return icmpError(router, packet, 11, 0);
  const way = wayTo(router, addressAt(packet, 16));
  if (way === null) return icmpError(router, packet, 3, 0);
  const mtu = router.mtu[way.iface];
  if (uint16(packet, 2) > mtu) {
    const dontFragment = (packet[6] & 0x40) !== 0;
    return dontFragment ? icmpError(router, packet, 3, 4, mtu) : drop("needs-fragmentation");
  }
  return send("transmit", way, () => {
    const copy = packet.slice();
    copy[8] -= 1;
    writeChecksum(copy.subarray(0, headerBytes(copy)), 10);
    return copy;
  });
}

type Way = { iface: string; ip: Ip; mac: Mac | undefined };

const drop = (reason = ""): RouterAction => ({ kind: "drop", reason });
const uint16 = (bytes: Bytes, at: number): number => bytes[at] * 256 + bytes[at + 1];
const addressAt = (packet: Bytes, at: number): Ip => packet.subarray(at, at + 4).join(".");
const toNumber = (ip: Ip): number => ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const headerBytes = (packet: Bytes): number => (packet[0] & 15) * 4;

/** Les contrôles de 03.2. */
function isIntact(packet: Bytes): boolean {
  if (packet.length < 20 || packet[0] >> 4 !== 4 || headerBytes(packet) < 20) return false;
  const totalLength = uint16(packet, 2);
  if (totalLength < headerBytes(packet) || totalLength > packet.length) return false;
  return checksum(packet.subarray(0, headerBytes(packet))) === 0;
}

/** L'une de ses adresses, la diffusion limitée, ou la diffusion d'un de ses réseaux. */
function isForMe(router: Router, destination: Ip): boolean {
  if (destination === "255.255.255.255") return true;
  return router.ifaces.some(({ ip, prefix }) => {
    const size = 2 ** (32 - prefix);
    const network = Math.floor(toNumber(String(ip)) / size) * size;
    return destination === ip || toNumber(destination) === network + size - 1;
  });
}

/** Le préfixe le plus long, puis la plus petite métrique ; puis le voisin à qui donner la trame. */
function wayTo(router: Router, destination: Ip): Way | null {
  const fitting = router.routes
    .map((candidate) => ({ ...candidate, length: Number(candidate.dest.split("/")[1]) }))
    .filter(({ dest, length }) => {
      const size = 2 ** (32 - length);
      const network = toNumber(dest.split("/")[0]);
      return network / size === Math.floor(toNumber(destination) / size);
    })
    .sort(
      (a, b) =>
        Number(a.gateway !== null) - Number(b.gateway !== null) || b.length - a.length || a.metric - b.metric,
    );
  if (fitting.length === 0) return null;
  const ip = fitting[0].gateway ?? destination;
  return { iface: fitting[0].iface, ip, mac: router.neighbours[ip] };
}

/** La trame part si l'adresse Ethernet du voisin est connue ; sinon, il faut la demander. */
function send(kind: "transmit" | "icmp", { iface, ip, mac }: Way, packet: () => Bytes): RouterAction {
  return mac === undefined ? { kind: "resolve", iface, ip } : { kind, iface, dstMac: mac, packet: packet() };
}

function icmpError(router: Router, packet: Bytes, type: number, code: number, mtu = 0): RouterAction {
  const isError = packet[9] === 1 && [3, 4, 5, 11, 12].includes(packet[headerBytes(packet)]);
  const isLaterFragment = (uint16(packet, 6) & 0x1fff) !== 0;
  const way = wayTo(router, addressAt(packet, 12));
  if (isError || isLaterFragment || way === null) return drop();
  return send("icmp", way, () => {
    const quote = packet.subarray(0, Math.min(headerBytes(packet) + 8, uint16(packet, 2)));
    const error = new Uint8Array(28 + quote.length);
    error.set([0x45, 0xc0]);
    new DataView(error.buffer).setUint16(2, error.length);
    error.set([64, 1], 8);
    const out = router.ifaces.find(({ name }) => name === way.iface);
    error.set(String(out?.ip).split(".").map(Number), 12);
    error.set(packet.subarray(12, 16), 16);
    error.set([type, code], 20);
    new DataView(error.buffer).setUint16(26, mtu);
    error.set(quote, 28);
    writeChecksum(error.subarray(20), 2);
    writeChecksum(error.subarray(0, 20), 10);
    return error;
  });
}

/** Calcule la somme de tous les octets, et l'écrit à la place `at`. */
function writeChecksum(bytes: Bytes, at: number): void {
  bytes.set([0, 0], at);
  const sum = checksum(bytes);
  bytes.set([sum >> 8, sum], at);
}

function checksum(bytes: Bytes): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += bytes[i] * 256 + (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
