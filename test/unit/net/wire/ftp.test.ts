import { constantFrom, integer, property, string } from "fast-check";
import { expect, test } from "vitest";
import { parseIpv4Address } from "#net/wire/address.ts";
import { formatFtpLine, parseFtpLine } from "#net/wire/ftp.ts";
import { holds } from "../holds.ts";
import { valueOf } from "../vectors.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const outside = ip("203.0.113.5");
const moved = (line: string): string => formatFtpLine(valueOf(parseFtpLine(line)), outside, 20_001);

test.each([
  // The course's own line; RFC 959 §4.1.2 has the form.
  ["PORT 10,0,1,5,212,49\r\n", "10.0.1.5", 54_321, "PORT 203,0,113,5,78,33\r\n"],
  ["port   10,0,1,5,0,255", "10.0.1.5", 255, "port   203,0,113,5,78,33"],
  // RFC 2428 §2.
  ["EPRT |1|132.235.1.2|6275|\r\n", "132.235.1.2", 6275, "EPRT |1|203.0.113.5|20001|\r\n"],
  ["eprt !1!132.235.1.2!6275!", "132.235.1.2", 6275, "eprt !1!203.0.113.5!20001!"],
  // RFC 1123 §4.1.2.6: the text is the server's own, brackets or none.
  [
    "227 Entering Passive Mode (10,0,1,5,4,1).\r\n",
    "10.0.1.5",
    1025,
    "227 Entering Passive Mode (203,0,113,5,78,33).\r\n",
  ],
  ["227 =10,0,1,5,4,1", "10.0.1.5", 1025, "227 =203,0,113,5,78,33"],
  // RFC 2428 §3.
  [
    "229 Entering Extended Passive Mode (|||6446|)\r\n",
    null,
    6446,
    "229 Entering Extended Passive Mode (|||20001|)\r\n",
  ],
])("%j announces %s port %i", (line, address, port, after) => {
  const read = valueOf(parseFtpLine(line));
  expect([read.address, read.port]).toEqual([address === null ? null : ip(address), port]);
  expect(moved(line)).toBe(after);
});

test.each([
  ["PASV\r\n", "command", 0],
  ["USER 10,0,1,5,212,49", "command", 0],
  ["226 Closing data connection", "command", 0],
  ["PORT10,0,1,5,212,49", "command", 0],
  ["PORT 10,0,1,5,212", "endpoint", 5],
  ["PORT 10,0,1,5,212,49,1", "endpoint", 5],
  ["PORT 10,0,1,256,212,49", "endpoint", 5],
  ["PORT 10,0,1,5,212,4949", "endpoint", 5],
  ["PORT 10.0.1.5,212,49", "endpoint", 5],
  // RFC 2428 §2's example of IPv6: no business of IPv4 NAT.
  ["EPRT |2|1080::8:800:200C:417A|5282|", "endpoint", 5],
  ["EPRT |1|10.0.1.5|65536|", "endpoint", 5],
  ["EPRT |1|10.0.1.5|80", "endpoint", 5],
  ["EPRT 1110.0.1.5180", "endpoint", 5],
  ["227 Entering Passive Mode", "endpoint", 25],
  ["229 Entering Extended Passive Mode (|1||6446|)", "endpoint", 36],
])("%j announces nothing: %s at %i", (line, code, offset) => {
  expect(parseFtpLine(line)).toEqual({ ok: false, error: { code, offset } });
});

test("a line that is written with its own endpoint is the same line; no text throws", () => {
  const endpoint = integer({ min: 0, max: 0xffff_ffff });
  const forms = constantFrom(
    "PORT 1,2,3,4,5,6\r\n",
    "EPRT |1|1.2.3.4|5|",
    "227 x (1,2,3,4,5,6)",
    "229 x (|||1|)\r\n",
  );
  holds(
    property(forms, endpoint, integer({ min: 0, max: 65_535 }), (form, address, port) => {
      const line = formatFtpLine(valueOf(parseFtpLine(form)), address, port);
      const read = valueOf(parseFtpLine(line));
      expect(read.port).toBe(port);
      expect(read.address).toBe(read.kind === "229" ? null : address);
      expect(formatFtpLine(read, address, port)).toBe(line);
    }),
  );
  holds(
    property(constantFrom("", "PORT ", "EPRT ", "227 ", "229 ("), string(), (start, rest) => {
      const read = parseFtpLine(start + rest);
      expect(read.ok ? 0 : read.error.offset).toBeLessThanOrEqual(start.length + rest.length);
    }),
  );
});
