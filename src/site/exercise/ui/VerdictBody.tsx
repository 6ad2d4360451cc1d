import type { VerdictView } from "#course/feedback/view.ts";
import type { Facts } from "../facts.ts";
import type { Session } from "../session.ts";
import type { Shown, State } from "../state.ts";
import { words } from "../words.ts";
import { CaseBlock } from "./CaseBlock.tsx";
import { CaseLink } from "./CaseLink.tsx";
import { goTo } from "./go-to.ts";
import { Inline } from "./Inline.tsx";
import { Printed } from "./Printed.tsx";
import { Stages } from "./Stages.tsx";
import { StaticPart } from "./StaticPart.tsx";

type Props = {
  readonly session: Session;
  readonly shown: Shown;
  readonly state: State;
  readonly facts: Facts;
  readonly href: string;
  readonly after: HTMLElement | null;
};

/** A verdict, in its fixed order: what happened, the mistake, what to do, the case, what was printed, the figures. */
export function VerdictBody({ session, shown, state, facts, href, after }: Props) {
  const { verdict, view } = shown;
  const stale = shown.source !== state.text;
  const { at } = view;
  const kept = verdict.kind !== "passed" && verdict.counterexample !== null && state.kept > 0;
  return (
    <div
      class={`px-verdict tone-${view.tone}`}
      data-verdict={verdict.kind}
      data-stale={stale ? "" : undefined}
    >
      {stale && (
        <p class="px-stale" data-notice="stale">
          {words.stale}
        </p>
      )}
      <Headline view={view} />
      {view.mistake !== null && (
        <p class="px-mistake" data-mistake={verdict.kind === "passed" ? undefined : verdict.mistake}>
          {view.mistake.title !== null && (
            <strong>
              <Inline text={view.mistake.title} />{" "}
            </strong>
          )}
          <Inline text={view.mistake.message} />
        </p>
      )}
      {verdict.kind !== "passed" &&
        view.advice.map((advice) => (
          <p key={advice}>
            <Inline text={advice} />
          </p>
        ))}
      {at !== null && (
        <p>
          <button type="button" class="px-button" data-action="go-to-line" onClick={() => goTo(session, at)}>
            {words.goToLine(at.line)}
          </button>
        </p>
      )}
      {verdict.kind === "passed" && <p class="px-points">{words.points(facts.points)}</p>}
      {verdict.kind === "passed" && <StaticPart part={after} />}
      {verdict.kind === "passed" && facts.next !== null && (
        <p class="px-next">
          {words.next} : <a href={facts.next.href}>{`${facts.next.number} ${facts.next.title}`}</a>
        </p>
      )}
      {view.stages !== null && <Stages view={view.stages} />}
      {view.case !== null && <CaseBlock view={view.case} />}
      {view.printed !== null && <Printed printed={view.printed} />}
      {kept && <p class="px-quiet">{words.nextTime}</p>}
      {verdict.kind !== "passed" && verdict.counterexample !== null && (
        <CaseLink href={href} args={verdict.counterexample.input} seed={verdict.seed} />
      )}
      <p class="px-footer">{`${view.footer} · ${words.took(shown.ms)}`}</p>
    </div>
  );
}

const signs = { right: "✓", wrong: "✗", attention: "!" } as const;

function Headline({ view }: { readonly view: VerdictView }) {
  return (
    <p class="px-headline" data-headline>
      <span class="px-sign" aria-hidden="true">
        {signs[view.tone]}
      </span>
      <span>
        <span class="visually-hidden">{words[view.tone]} : </span>
        <Inline text={view.headline} />
      </span>
    </p>
  );
}
