import { describe, expect, test } from "vitest";
import { routeIngress, type IngressPath, type IngressRule } from "#net/kubernetes/ingress.ts";

const paths = (list: Readonly<Record<string, IngressPath<string>["pathType"]>>): IngressPath<string>[] =>
  Object.entries(list).map(([path, pathType]) => ({ path, pathType, backend: `${pathType} ${path}` }));

// The table of « Path types » in « Ingress »: kind, paths, request, the path that takes it.
describe("path types", () => {
  test.each([
    ["Prefix", "/", "/", "/"],
    ["Prefix", "/", "/foo/bar", "/"],
    ["Exact", "/foo", "/foo", "/foo"],
    ["Exact", "/foo", "/bar", null],
    ["Exact", "/foo", "/foo/", null],
    ["Exact", "/foo/", "/foo", null],
    ["Prefix", "/foo", "/foo", "/foo"],
    ["Prefix", "/foo", "/foo/", "/foo"],
    ["Prefix", "/foo/", "/foo", "/foo/"],
    ["Prefix", "/foo/", "/foo/", "/foo/"],
    ["Prefix", "/aaa/bb", "/aaa/bbb", null],
    ["Prefix", "/aaa/bbb", "/aaa/bbb", "/aaa/bbb"],
    ["Prefix", "/aaa/bbb/", "/aaa/bbb", "/aaa/bbb/"],
    ["Prefix", "/aaa/bbb", "/aaa/bbb/", "/aaa/bbb"],
    ["Prefix", "/aaa/bbb", "/aaa/bbb/ccc", "/aaa/bbb"],
    ["Prefix", "/aaa/bbb", "/aaa/bbbxyz", null],
    ["Prefix", "/ /aaa", "/aaa/ccc", "/aaa"],
    ["Prefix", "/ /aaa /aaa/bbb", "/aaa/bbb", "/aaa/bbb"],
    ["Prefix", "/ /aaa /aaa/bbb", "/ccc", "/"],
    ["Prefix", "/aaa", "/ccc", null],
  ] as const)("%s %s, request %s: %s", (pathType, list, request, taken) => {
    const rule = { paths: list.split(" ").map((path) => ({ path, pathType, backend: path })) };
    expect(routeIngress([rule], "any.example", request)).toBe(taken);
  });

  test("Exact before Prefix of the same length, in either order", () => {
    const [exact, prefix] = [paths({ "/foo": "Exact" }), paths({ "/foo": "Prefix" })];
    for (const both of [exact.concat(prefix), prefix.concat(exact)])
      expect(routeIngress([{ paths: both }], "any.example", "/foo")).toBe("Exact /foo");
    const [slash] = [paths({ "/foo/": "Prefix" })];
    expect(routeIngress([{ paths: slash.concat(exact) }], "any.example", "/foo")).toBe("Exact /foo");
  });

  test("letters of a path have their case", () => {
    expect(routeIngress([{ paths: paths({ "/foo": "Prefix" }) }], "any.example", "/FOO")).toBeNull();
  });
});

// The table of « Hostname wildcards ».
describe("hosts", () => {
  test.each([
    ["*.foo.com", "bar.foo.com", true],
    ["*.foo.com", "baz.bar.foo.com", false],
    ["*.foo.com", "foo.com", false],
    ["foo.com", "foo.com", true],
    ["Foo.com", "fOO.com:8080", true],
    ["*.Foo.com", "BAR.foo.com:80", true],
    ["foo.com", "bar.foo.com", false],
    ["*.foo.com", ".foo.com", false],
  ])("%s and %s: %s", (host, asked, matches) => {
    expect(routeIngress([{ host, paths: paths({ "/": "Prefix" }) }], asked, "/x")).toBe(
      matches ? "Prefix /" : null,
    );
  });

  const rule = (backend: string, host?: string, path = "/"): IngressRule<string> => ({
    ...(host === undefined ? {} : { host }),
    paths: [{ path, pathType: "Prefix", backend }],
  });
  const rules = [
    rule("all"),
    rule("wild", "*.foo.com"),
    rule("own", "bar.foo.com"),
    rule("deep", "bar.foo.com", "/a"),
  ];

  test("the host itself before a wildcard before every host", () => {
    expect(routeIngress(rules, "bar.foo.com", "/")).toBe("own");
    expect(routeIngress(rules, "baz.foo.com", "/")).toBe("wild");
    expect(routeIngress(rules, "foo.com", "/")).toBe("all");
  });

  test("the rules of one host count together, and no other's paths are tried for it", () => {
    expect(routeIngress(rules, "bar.foo.com", "/a/b")).toBe("deep");
    expect(routeIngress([rule("all"), rule("deep", "bar.foo.com", "/a")], "bar.foo.com", "/b")).toBeNull();
    expect(routeIngress([], "bar.foo.com", "/")).toBeNull();
  });
});
