import { useEffect, useState } from "preact/hooks";
import type { ActivitySession, ActivityState } from "../session.ts";

/** The session's state; the component is drawn again when it changes. */
export function useActivity(session: ActivitySession): ActivityState {
  const [state, setState] = useState(session.state());
  useEffect(() => {
    setState(session.state());
    return session.subscribe(() => setState(session.state()));
  }, [session]);
  return state;
}
