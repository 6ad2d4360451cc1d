import { array, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { podNdots, podSearchList, searchCandidates } from "#net/kubernetes/dns-search.ts";
import { holds } from "../holds.ts";

const inPod = (name: string): readonly string[] => searchCandidates(name, podSearchList("default"), podNdots);

test("the search list of a Pod", () => {
  expect(podSearchList("default")).toEqual([
    "default.svc.cluster.local",
    "svc.cluster.local",
    "cluster.local",
  ]);
});

// Part E of the course.
test("a short name is tried in every domain, and alone at the end", () => {
  expect(inPod("nginx")).toEqual([
    "nginx.default.svc.cluster.local.",
    "nginx.svc.cluster.local.",
    "nginx.cluster.local.",
    "nginx.",
  ]);
});

test("a full name of four dots has fewer than five: three useless queries first", () => {
  const name = "nginx.default.svc.cluster.local";
  expect(inPod(name)).toEqual([
    `${name}.default.svc.cluster.local.`,
    `${name}.svc.cluster.local.`,
    `${name}.cluster.local.`,
    `${name}.`,
  ]);
});

test("a name with its final dot is tried alone", () => {
  expect(inPod("nginx.default.svc.cluster.local.")).toEqual(["nginx.default.svc.cluster.local."]);
});

test("as many dots as ndots: as given first", () => {
  expect(inPod("a.b.c.d.e.f")[0]).toBe("a.b.c.d.e.f.");
  expect(searchCandidates("google.com", ["lan"], 1)).toEqual(["google.com.", "google.com.lan."]);
  expect(searchCandidates("google.com", ["lan"], 2)).toEqual(["google.com.lan.", "google.com."]);
});

test("without a search list there is one name, and none comes twice", () => {
  expect(searchCandidates("nginx", [], 5)).toEqual(["nginx."]);
  expect(searchCandidates("nginx", ["lan", "lan."], 1)).toEqual(["nginx.lan.", "nginx."]);
  expect(searchCandidates("nginx", ["."], 1)).toEqual(["nginx."]);
});

test("the name itself is always tried, first or last, and every name is complete", () => {
  const label = constantFrom("a", "b", "svc");
  const name = array(label, { minLength: 1, maxLength: 7 }).map((labels) => labels.join("."));
  holds(
    property(name, array(name, { maxLength: 4 }), integer({ min: 0, max: 8 }), (asked, search, ndots) => {
      const tried = searchCandidates(asked, search, ndots);
      const early = asked.split(".").length > ndots;
      expect(early ? tried[0] : tried[tried.length - 1]).toBe(`${asked}.`);
      expect(new Set(tried)).toEqual(
        new Set([asked, ...search.map((d) => `${asked}.${d}`)].map((n) => `${n}.`)),
      );
      expect(new Set(tried).size).toBe(tried.length);
    }),
  );
});
