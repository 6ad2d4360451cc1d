import { isEmpty } from "#course/classroom/make-hand-in.ts";
import type { Records } from "#course/progress/records.ts";
import { workOn } from "#course/progress/works.ts";
import type { LabFacts } from "./facts.ts";
import { words } from "./hand-in-words.ts";

type Activities = LabFacts["activities"];
type Props = { readonly activities: Activities; readonly records: Records };

/** Which activities of the lab have something to hand in, and which have two texts to choose from. */
export function Overview({ activities, records }: Props) {
  const works = activities.map((activity) => ({ ...activity, work: workOn(records, activity.id) }));
  const empty = works.filter(isEmpty);
  const several = works.filter(({ work }) => work.drafts.length > 1);
  const all = activities.length;
  return (
    <div data-part="overview">
      <p>{contained(all - empty.length, all)}</p>
      {empty.length > 0 && empty.length < all && <List hook="empty" title={words.empty} activities={empty} />}
      {several.length > 0 && <List hook="versions" title={words.versions} activities={several} />}
    </div>
  );
}

const contained = (done: number, all: number): string =>
  done === 0 ? words.none : done === all ? words.full(all) : words.partial(done, all);

type ListProps = { readonly hook: string; readonly title: string; readonly activities: Activities };

function List({ hook, title, activities }: ListProps) {
  return (
    <div data-list={hook}>
      <p>{title}</p>
      <ul>
        {activities.map(({ id, number, title }) => (
          <li key={id}>{`${number} ${title}`}</li>
        ))}
      </ul>
    </div>
  );
}
