/** The tables of R2 (six rows) and B (three) as the inventory of the course gives them, in the old Windows form. */
export const rightTables: readonly string[] = [
  ["192.168.50.0", "255.255.255.0", "192.168.50.2", "if1"],
  ["192.168.150.0", "255.255.255.0", "192.168.150.1", "if2"],
  ["192.168.100.0", "255.255.255.0", "192.168.50.1", "if1"],
  ["192.168.200.0", "255.255.255.0", "192.168.50.1", "if1"],
  ["0.0.0.0", "0.0.0.0", "203.0.113.1", "if3"],
  ["", "", "", ""],
  ["192.168.150.0", "255.255.255.0", "192.168.150.10", "eth0"],
  ["default", "", "192.168.150.1", "eth0"],
  ["", "", "", ""],
].flat();

/** The same with one row (counted from 0 over both tables) written otherwise; null: left empty. */
export const withRow = (at: number, row: readonly string[] | null): readonly string[] =>
  rightTables.map((cell, index) =>
    Math.floor(index / 4) === at ? (row === null ? "" : (row[index % 4] ?? "")) : cell,
  );
