import { sendOutgoing, sendPacket } from "./ip-output.ts";
import type { Process, ProcessAction, ProcessEvent } from "./process.ts";
import { draw, type Turn } from "./turn.ts";

/** Starts a program under a number that no other has. */
export function startProgram(turn: Turn, program: number, process: Process): void {
  const running = { process, timer: Infinity, ports: [] };
  turn.node = { ...turn.node, programs: new Map(turn.node.programs).set(program, running) };
  tell(turn, program, { kind: "start", draw: draw(turn) });
}

/** Ends a program from outside. */
export function stopProgram(turn: Turn, program: number): void {
  const programs = new Map(turn.node.programs);
  if (!programs.delete(program)) return;
  turn.node = { ...turn.node, programs };
  turn.actions.push({ kind: "end", program });
}

/** Lets a program take an event, and does what it asks for; it hears at once of what could not be sent. */
export function tell(turn: Turn, program: number, event: ProcessEvent): void {
  const events = [event];
  for (let next = events.shift(); next !== undefined; next = events.shift()) {
    const running = turn.node.programs.get(program);
    if (running === undefined) return;
    const { process, actions } = running.process(next, turn.now);
    const current = process === null ? null : { ...running, process };
    if (current !== null) {
      turn.node = { ...turn.node, programs: new Map(turn.node.programs).set(program, current) };
    }
    for (const action of actions) {
      const answer = carryOut(turn, program, action);
      if (answer !== null) events.push(answer);
    }
    if (process === null) stopProgram(turn, program);
  }
}

/** Tells all programs: ICMP messages are for whoever finds his own packet in them. */
export function tellAll(turn: Turn, event: ProcessEvent): void {
  for (const program of turn.node.programs.keys()) tell(turn, program, event);
}

/** The program that listens on a UDP port, or null. */
export function listenerOn(turn: Turn, port: number): number | null {
  for (const [program, { ports }] of turn.node.programs) if (ports.includes(port)) return program;
  return null;
}

function carryOut(turn: Turn, program: number, action: ProcessAction): ProcessEvent | null {
  switch (action.kind) {
    case "send": {
      const failure = sendOutgoing(turn, action.packet);
      return failure === null ? null : { kind: "send-failed", token: action.token, failure };
    }
    case "send-packet":
      if (!sendPacket(turn, action.packet)) {
        turn.actions.push({ kind: "drop", interface: null, reason: "no-route", bytes: action.packet });
      }
      return null;
    case "timer":
      change(turn, program, { timer: action.at });
      return null;
    case "listen": {
      const ports = turn.node.programs.get(program)?.ports ?? [];
      change(turn, program, { ports: [...ports, action.port] });
      return null;
    }
    case "print":
      turn.actions.push({ kind: "print", program, output: action.output });
      return null;
  }
}

function change(
  turn: Turn,
  program: number,
  what: { readonly timer?: number; readonly ports?: readonly number[] },
): void {
  const running = turn.node.programs.get(program);
  if (running === undefined) return;
  turn.node = { ...turn.node, programs: new Map(turn.node.programs).set(program, { ...running, ...what }) };
}

/** Lets the timers go off that are due. */
export function runTimers(turn: Turn): void {
  for (const [program, { timer }] of turn.node.programs) {
    if (timer > turn.now) continue;
    change(turn, program, { timer: Infinity });
    tell(turn, program, { kind: "timer" });
  }
}
