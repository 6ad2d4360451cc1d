import { array, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { EventQueue } from "#net/simulator/event-queue.ts";
import { holds } from "../holds.ts";

test("things come out by time, and at one time in the order in which they went in", () => {
  holds(
    property(array(nat(20), { maxLength: 60 }), (times) => {
      const queue = new EventQueue<number>();
      for (const [i, at] of times.entries()) queue.push(at, i);
      const out: { at: number; item: number }[] = [];
      for (let next = queue.pop(); next !== undefined; next = queue.pop())
        out.push({ at: next.at, item: next.item });
      expect(out).toEqual(
        times.map((at, item) => ({ at, item })).sort((a, b) => a.at - b.at || a.item - b.item),
      );
    }),
  );
});

test("what goes in between two takings finds its place", () => {
  const queue = new EventQueue<string>();
  queue.push(5, "five");
  queue.push(9, "nine");
  expect(queue.nextTime).toBe(5);
  expect(queue.pop()?.item).toBe("five");
  queue.push(7, "seven");
  queue.push(9, "nine too");
  expect([queue.pop()?.item, queue.pop()?.item, queue.pop()?.item]).toEqual(["seven", "nine", "nine too"]);
  expect([queue.pop(), queue.nextTime, queue.size]).toEqual([undefined, Infinity, 0]);
});
