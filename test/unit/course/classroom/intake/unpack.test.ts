import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeHandIn } from "../../../../../src/course/classroom/hand-in.ts";
import { readFound } from "../../../../../src/course/classroom/intake/receipt.ts";
import { unpack, type OfferedFile } from "../../../../../src/course/classroom/intake/unpack.ts";

const offered = (path: string, bytes: Uint8Array): OfferedFile => ({
  path,
  size: bytes.length,
  read: () => bytes,
});
const text = (path: string, content = "{}"): OfferedFile => offered(path, strToU8(content));
const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files);

/** `path` of what may be a hand-in, `path code` of a problem. */
const found = (...files: readonly OfferedFile[]): readonly string[] =>
  [...unpack(files)].map((one) =>
    one.kind === "file" ? one.path : `${one.problem.path} ${one.problem.code}`,
  );

describe("what may be a hand-in", () => {
  test("keeps its order and leaves out what systems leave behind", () => {
    const files = ["b.prip.json", "a.prip.json", "x/.DS_Store", "__MACOSX/c.json", "Thumbs.db"];
    expect(found(...files.map((path) => text(path)))).toEqual(["b.prip.json", "a.prip.json"]);
  });

  test("may be named as browsers and mail programs rename it", () => {
    const names = ["tp1-A-1.prip (1).json", "tp1-A-1.prip.json.txt", "tp1-A-1.PRIP.JSON", "tp1-A-1.prip"];
    expect(found(...names.map((path) => text(path)))).toEqual(names);
    expect(found(text("report.pdf"), text("lookup.ts"))).toEqual([
      "report.pdf not-ours",
      "lookup.ts not-ours",
    ]);
  });

  test("comes out of zips by name, out of a zip in a zip too, no deeper", () => {
    const inner = zip({ "in/me.prip.json": strToU8("{}") });
    const outer = zip({
      "Z_file_/z.prip.json": strToU8("{}"),
      "A_file_/work.zip": inner,
      "B_file_/deep.zip": zip({ "deeper.zip": inner }),
    });
    expect(found(offered("all.zip", outer))).toEqual([
      "all.zip/A_file_/work.zip/in/me.prip.json",
      "all.zip/B_file_/deep.zip/deeper.zip broken-zip",
      "all.zip/Z_file_/z.prip.json",
    ]);
  });

  test("has a path of its own, even in a zip made to give two files one path", () => {
    const files = { "x.zip": zip({ "a.json": strToU8("1") }), "x.zip/a.json": strToU8("2") };
    expect(found(offered("twice.zip", zip(files)))).toEqual([
      "twice.zip/x.zip/a.json",
      "twice.zip/x.zip/a.json~",
    ]);
  });

  test("is found again with its bytes in a zip of many files", () => {
    const files = Object.fromEntries(
      Array.from({ length: 450 }, (_, i) => [`s${String(i).padStart(3, "0")}.json`, strToU8(String(i))]),
    );
    const bytes = [...unpack([offered("all.zip", zip(files))])].map((one) =>
      one.kind === "file" ? new TextDecoder().decode(one.bytes) : "",
    );
    expect(bytes).toEqual(Array.from({ length: 450 }, (_, i) => String(i)));
  });
});

describe("what a file may do to the grader", () => {
  test("a zip that is cut is broken; one damaged entry takes no other with it", () => {
    const whole = zip({ "a.json": strToU8("a".repeat(1000)), "b.json": strToU8("b".repeat(1000)) });
    expect(found(offered("cut.zip", whole.subarray(0, -10)))).toEqual(["cut.zip broken-zip"]);
    expect(found(offered("empty.zip", new Uint8Array()))).toEqual(["empty.zip broken-zip"]);
    const damaged = whole.slice();
    damaged[30 + "a.json".length] = 0xff; // the first byte of the first deflate stream: block type 3 does not exist
    expect(found(offered("one.zip", damaged))).toEqual(["one.zip/a.json broken-zip", "one.zip/b.json"]);
  });

  test("what declares to be large is not unpacked; what lies about its size gives no more than it declared", () => {
    const bomb = zip({ "big.json": new Uint8Array(9_000_000), "ok.json": strToU8("{}") });
    expect(found(offered("bomb.zip", bomb))).toEqual(["bomb.zip/big.json too-large", "bomb.zip/ok.json"]);
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    // Central directory header (APPNOTE.TXT §4.3.12): signature, then the uncompressed size at offset 24.
    const header = liar.findIndex((_, i) => i + 4 < liar.length && view.getUint32(i, true) === 0x0201_4b50);
    view.setUint32(header + 24, 10, true);
    const sizes = [...unpack([offered("liar.zip", liar)])].map((one) =>
      one.kind === "file" ? one.bytes.length : one.problem.code,
    );
    expect(sizes).toEqual([10, 2]);
  });

  test("a file or folder that nobody may read is a problem, and the next one comes", () => {
    const locked = (path: string): OfferedFile => ({
      path,
      size: 1,
      read: () => {
        throw new Error("EACCES: permission denied");
      },
    });
    expect(found(locked("a.json"), locked("b.zip"), locked("c/"), text("c.json"))).toEqual([
      "a.json unreadable",
      "b.zip unreadable",
      "c/ unreadable",
      "c.json",
    ]);
  });

  test("a time that is no date is damage: no page could print it", () => {
    const handIn = (made: number): string =>
      writeHandIn({
        lab: "tp1",
        student: { name: "a", number: "1", group: "" },
        made,
        workbook: "",
        activities: [],
      });
    const read = (made: number) => readFound({ kind: "file", path: "a.json", bytes: strToU8(handIn(made)) });
    expect(read(8.64e15)).toMatchObject({ ok: true });
    expect(read(1e300)).toMatchObject({ ok: false, problem: { code: "damaged", detail: "made" } });
  });

  test("a file too large is not read; brackets nested without end are damage", () => {
    const huge: OfferedFile = {
      path: "huge.json",
      size: 8_000_001,
      read: () => {
        throw new Error("read");
      },
    };
    expect(found(huge)).toEqual(["huge.json too-large"]);
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    const nested = `{"format":"prip-remise","version":1,"checksum":"","contents":{"lab":"tp1","student":{"name":"a","number":"1","group":""},"made":0,"workbook":"","activities":[{"id":"a/b","version":"","claim":null,"work":{"exercise":"a/b","drafts":[],"earlier":[],"activity":{"format":1,"exercise":"a/b","attempts":[],"hints":0,"solution":null,"kept":{"cases":[[${deep}]],"time":0,"writer":"a-b"}}}}]}}`;
    expect(readFound({ kind: "file", path: "deep.json", bytes: strToU8(nested) })).toMatchObject({
      ok: false,
      problem: { code: "damaged" },
    });
  });
});
