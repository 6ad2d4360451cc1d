import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { serviceChain } from "#net/kubernetes/kube-proxy-chains.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

// The chain of the API server's own Service, the same in every cluster.
test("default/kubernetes:https has the chain that every dump shows", () => {
  expect(serviceChain("default/kubernetes:https", "tcp", sha256)).toBe("KUBE-SVC-NPX46M4PTMTKRN6Y");
});

// RFC 4648 §10: "fooba" is MZXW6YTB.
test("base32 as in the RFC's test vectors", () => {
  const digest = Uint8Array.from(Buffer.from("foobafooba".padEnd(32)));
  expect(serviceChain("any", "udp", () => digest)).toBe("KUBE-SVC-MZXW6YTBMZXW6YTB");
});
