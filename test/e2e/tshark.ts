import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installOnDebian } from "./debian.ts";

const found = (): boolean => spawnSync("tshark", ["--version"], { stdio: "ignore" }).status === 0;

/** Wireshark's reader on the command line; on Debian as root it is installed first. The tests are never skipped. */
export function requireTshark(): void {
  if (found()) return;
  installOnDebian("tshark");
  if (!found())
    throw new Error("The tests of exported captures need tshark: install Wireshark's command line (tshark).");
}

/** What tshark says of a capture file: its rows of fields, and every warning. */
export function readWithTshark(
  file: Uint8Array,
  fields: readonly string[],
): { rows: string[][]; warnings: string } {
  requireTshark();
  const folder = mkdtempSync(join(tmpdir(), "prip-"));
  try {
    const path = join(folder, "capture.pcap");
    writeFileSync(path, file);
    const args = [
      "-o",
      "ip.check_checksum:TRUE",
      "-r",
      path,
      "-T",
      "fields",
      ...fields.flatMap((field) => ["-e", field]),
    ];
    const { stdout, stderr, status } = spawnSync("tshark", args, { encoding: "utf8" });
    const warnings = stderr
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("Running as user"))
      .join("\n");
    const rows = stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t"));
    return { rows, warnings: status === 0 ? warnings : `${warnings} (exit ${String(status)})` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
