import { useEffect, useState } from "preact/hooks";
import type { Session } from "../session.ts";
import type { State } from "../state.ts";

/** The session's state; the component is drawn again when it changes. */
export function useSession(session: Session): State {
  const [state, setState] = useState(session.state());
  useEffect(() => {
    setState(session.state());
    return session.subscribe(() => setState(session.state()));
  }, [session]);
  return state;
}
