import { expect, test } from "vitest";
import { Foreign } from "#course/exercise/candidate.ts";
import { everyKind, open, opened, outcome, report, returned, rightProgram } from "./support.ts";

/** Functions among the arguments: what the learner's program can do with them, and what it cannot. */
const nextIsRight = async (): Promise<void> => {
  expect(await returned(rightProgram, [1])).toStrictEqual([1]);
};

const add = (...given: readonly unknown[]): unknown => Number(given[0]) + Number(given[1]);
const echo = (...given: readonly unknown[]): unknown => given[0];

test("a function is a function, called as often as one likes, with values of every kind both ways", async () => {
  expect(await returned("export const f = (g) => [typeof g, g(1, 2), g.call(9, 3, 4), [5, 6].reduce(g)]", add))
    .toStrictEqual(["function", 3, 7, 11]); // prettier-ignore
  expect(await returned("export const f = (g, x) => g(g(x))", echo, everyKind())).toStrictEqual(everyKind());
  expect(await returned("export const f = (a, g, b, h) => g(h(a), b)", 1, add, 2, echo)).toBe(3);
});

test("it is a value like others: returned it is a function, and no argument counts as changed", async () => {
  expect(await outcome("export const f = (g, list) => [g, list]", echo, [1])).toStrictEqual({
    kind: "returned",
    value: [new Foreign("function"), [1]],
  });
  expect(await outcome("export const f = (g, list) => { list.push(2); g.x = 1; return 0 }", echo, [1])).toStrictEqual({
    kind: "returned",
    value: 0,
    changedArguments: [echo, [1, 2]],
  }); // prettier-ignore
});

test("what it gives is a copy, and what it gets is one", async () => {
  const answer = { list: [1] };
  const got: unknown[] = [];
  const program = `export const f = (g) => {
    const mine = [7];
    const a = g(mine);
    a.list.push(2);
    mine.push(8);
    return [a, g(mine)];
  }`;
  const value = await returned(program, (...given: readonly unknown[]) => {
    got.push(given[0]);
    return answer;
  });
  expect(value).toStrictEqual([{ list: [1, 2] }, { list: [1] }]);
  expect(got).toStrictEqual([[7], [7, 8]]);
  expect(answer).toStrictEqual({ list: [1] });
});

test.each([
  ["kept in the module", "let old; export const f = (g) => { old ??= g; return g === old ? g(1) : old(1) }"],
  ["used by a promise job", "let r; export const f = (g) => { if (r) return r; Promise.resolve().then(() => { try { r = g(1) } catch (e) { throw r = [e.name, e.message] } }) }"],
  ["used by a getter of the answer", "let n = 0; export const f = (g) => n++ ? { get x() { return g(1) } } : 1"],
  ["used by a getter of its own argument", "let n = 0; export const f = (g) => n++ ? g({ get x() { return g(1) } }) : 1"],
])("outside of its call it throws: %s", async (_, program) => {
  const candidate = await opened(program);
  let asked = 0;
  const once = (): unknown => {
    asked += 1;
    return asked;
  };
  candidate.call([once]);
  const before = asked;
  const second = candidate.call([once]).outcome;
  expect(JSON.stringify(second)).toContain("outside of the call");
  expect(asked).toBe(before);
  await nextIsRight();
}); // prettier-ignore

test.each([
  "for (;;) g(1);",
  "for (;;) { try { g(1) } catch {} finally { continue } }",
  "const again = () => { g(1); again() }; for (;;) try { again() } catch {}",
  "for (;;) [1, 2, 3].map(g)",
  "for (;;) g(new Array(100))",
])("endless calls end at the same place every time: %s", async (body) => {
  const run = async (): Promise<readonly [number, unknown]> => {
    let asked = 0;
    const candidate = await opened(`export const f = (g) => { if (g(0) === 0) return 1; ${body} }`);
    const first = candidate.call([() => (asked += 1)]);
    expect(first.outcome).toStrictEqual({ kind: "out-of-budget", limit: "case", steps: 2_000_000 });
    const next = candidate.call([() => 0]).outcome;
    expect(next).toStrictEqual({ kind: "returned", value: 1 });
    return [asked, first];
  };
  const [asked, first] = await run();
  expect(asked).toBeLessThanOrEqual(20_001);
  expect(await run()).toStrictEqual([asked, first]);
  await nextIsRight();
});

test("a call that was interrupted leaves no open function behind", async () => {
  let asked = 0;
  const candidate = await opened(
    "let old; export const f = (g) => { if (old) return old(1); old = g; for (;;); }",
  );
  candidate.call([() => (asked += 1)]);
  expect(candidate.call([0]).outcome).toMatchObject({ kind: "threw", name: "TypeError" });
  expect(asked).toBe(0);
});

test.each<[string, string, unknown]>([
  ["too large", "try { g(new Array(30000).fill(0)) } catch (e) { return e.name }", "RangeError"],
  ["too deep", "let o = []; for (let i = 0; i < 99; i++) o = [o]; try { g(o) } catch (e) { return e.name }", "RangeError"],
  ["a proxy that throws", "try { g(new Proxy([], { get() { throw new EvalError() } })) } catch (e) { return e.name }", "EvalError"],
  ["a cycle", "const o = {}; o.o = o; return g(o)", { o: new Foreign("cycle") }],
  ["a function", "return g(() => 1)", new Foreign("function")],
  ["detached bytes", "const u = new Uint8Array(3); u.buffer.transfer(); return g(u)", new Uint8Array()],
  ["what the harness writes inside", "return g([[6, 0], [4, 'function'], [5]])", [[6, 0], [4, "function"], [5]]],
  ["new", "try { new g(1) } catch (e) { return e.name }", "TypeError"],
])("arguments: %s", async (_, body, value) => {
  const back = (one: unknown): unknown =>
    one instanceof Foreign ? { $: one.what } : Array.isArray(one) ? one.map(back) : one instanceof Uint8Array ? one
      : typeof one === "object" && one !== null ? Object.fromEntries(Object.entries(one).map(([k, v]) => [k, back(v)])) : one;
  const result = await returned(`export const f = (g) => { ${body} }`, (...given: readonly unknown[]) => back(given[0]));
  expect(result).toStrictEqual(back(value));
  await nextIsRight();
}); // prettier-ignore

test.each([
  "Array.prototype.push = Array.prototype[Symbol.iterator] = null",
  "Object.defineProperty(Array.prototype, 0, { set() { seen.push(this) }, get: () => 99 })",
  "Object.defineProperty(Array.prototype, 1, { set() { seen.push(this) }, get: () => 99 })",
  "Object.defineProperty(Object.prototype, 'from', { set() { seen.push(this) } })",
  "Function.prototype.call = Function.prototype.apply = Reflect.apply = () => 99",
  "Array.isArray = () => false; Object.keys = () => []; Reflect.setPrototypeOf = () => 1",
  "globalThis.Uint8Array = globalThis.Map = globalThis.TypeError = null",
])("a patched world changes nothing that crosses: %s", async (patch) => {
  const program = `const seen = []; ${patch};
    export const f = (g) => { const a = g(1, [2, 3]); return { from: a.from, list: a.list, seen: seen.length } }`;
  const result = await returned(program, (...given: readonly unknown[]) => ({
    from: given[0],
    list: given[1],
  }));
  expect(result).toStrictEqual({ from: 1, list: [2, 3], seen: 0 });
  await nextIsRight();
});

test("the host's own function is nowhere to be found", async () => {
  const program = `export const f = (g) => [
    typeof askHost, typeof globalThis.askHost, Object.keys(g).length, g.prototype, Object.hasOwn(g, "caller"),
    Reflect.ownKeys(globalThis).filter((name) => /host|connect|callable/i.test(String(name))).length,
  ]`;
  expect(await returned(program, echo)).toStrictEqual(["undefined", "undefined", 0, undefined, false, 0]);
});

test("while the file loads there is nothing to call", async () => {
  expect((await open("export const f = (g) => g(1); try { f(); } catch {}")).kind).toBe("opened");
});

test("a function of ours that throws is our fault, and says so", async () => {
  const broken = (): never => {
    throw new Error("behaviour");
  };
  const candidate = await opened("export const f = (g) => { try { return g(1) } catch { return 2 } }");
  expect(() => candidate.call([broken])).toThrow("behaviour");
  await nextIsRight();
});

test("calls are counted into the steps", async () => {
  const steps = (await report("export const f = (g) => { for (let i = 0; i < 50; i++) g(i) }", echo)).steps;
  expect(steps).toBe(5000);
});

test("once the budget is spent the host is not asked any more, even before the engine stops", async () => {
  let asked = 0;
  const budget = { stepsPerCase: 1000, stepsInAll: 1_000_000 };
  const candidate = await opened("export const f = (g) => { for (let i = 0; i < 50; i++) g(i) }", budget);
  expect(candidate.call([() => (asked += 1)]).outcome).toMatchObject({
    kind: "out-of-budget",
    limit: "case",
  });
  expect(asked).toBe(10);
});
