import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { junitXml } from "../../../../../src/course/classroom/report/junit.ts";
import { graded, handIn, materials, smallClass } from "./small-class.ts";
import { elementsOf } from "./well-formed.ts";

describe("junit.xml", () => {
  test("a suite a student, a case an activity, to the byte", () => {
    expect(junitXml(smallClass, materials)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tp3">
 <testsuite name="0012 Zoé D&#39;Août" tests="2" failures="0" errors="0" skipped="0">
  <testcase classname="tp3.0012" name="03.1 Somme de contrôle"></testcase>
  <testcase classname="tp3.0012" name="08.2 Lire une table"></testcase>
 </testsuite>
 <testsuite name="0034 =HYPERLINK(&quot;x&quot;)" tests="2" failures="2" errors="0" skipped="0">
  <testcase classname="tp3.0034" name="03.1 Somme de contrôle"><failure type="failed" message="à revoir, 0 point sur 4. La retenue est perdue."/></testcase>
  <testcase classname="tp3.0034" name="08.2 Lire une table"><failure type="partial" message="en partie, 1,25 point sur 2,5. Quelle ligne donne la boucle\u202f? Réponse\u202f: «\u202f10.0.0.1 127.0.0.1\u202f»"/></testcase>
 </testsuite>
 <testsuite name="0056 Léa; &quot;la&quot; &lt;Rapide&gt;" tests="2" failures="1" errors="0" skipped="1">
  <testcase classname="tp3.0056" name="03.1 Somme de contrôle"><failure type="partial" message="en partie, 1,5 point sur 4."/></testcase>
  <testcase classname="tp3.0056" name="08.2 Lire une table"><skipped message="non rendu"/></testcase>
 </testsuite>
</testsuites>
`);
  });

  test("what the grader could not grade is an error", () => {
    const handIns = [handIn("1", "A", "", [graded({ state: "ungraded", share: 0 })])];
    const elements = elementsOf(junitXml({ ...smallClass, handIns }, materials));
    expect(elements.find(({ name }) => name === "testsuite")?.attributes).toMatchObject({
      tests: "2",
      failures: "0",
      errors: "1",
      skipped: "1",
    });
  });

  test("is XML whatever a student is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const handIns = [handIn("1", name, "", [graded({ mistakes: [name], state: "failed" })])];
        elementsOf(junitXml({ ...smallClass, handIns }, materials));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
