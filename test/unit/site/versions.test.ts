import { expect, test } from "vitest";
import { knownActivities } from "#worker/load-activities.ts";
import { versionOf } from "../../../src/site/versions.ts";

test("the site gives every activity the version that the command line finds", async () => {
  const known = await knownActivities();
  expect(known.length).toBeGreaterThan(40);
  expect(known.map(({ id }) => [id, versionOf(id)])).toEqual(known.map(({ id, version }) => [id, version]));
});
