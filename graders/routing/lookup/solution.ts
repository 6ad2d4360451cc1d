export function lookup(table: Route[], dst: Ip): Route | null {
  const candidates = table
    .filter(({ dest }) => contains(dest, dst))
    // Le plus long d'abord ; à longueur égale, le moins cher. Le tri garde l'ordre des lignes égales.
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.metric - b.metric);
  return candidates[0] ?? null;
}

function lengthOf({ dest }: Route): number {
  return Number(dest.split("/")[1]);
}

function contains(dest: Cidr, address: Ip): boolean {
  const [network, length] = dest.split("/");
  // Les adresses d'un même préfixe ont le même quotient : les bits de droite ne comptent pas.
  const size = 2 ** (32 - Number(length));
  return Math.floor(toNumber(network) / size) === Math.floor(toNumber(address) / size);
}

function toNumber(ip: Ip): number {
  return ip
    .split(".")
    .map(Number)
    .reduce((sum, part) => sum * 256 + part);
}
