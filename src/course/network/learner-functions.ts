/**
 * The functions of the course that can take a decision in a node of the simulator. What they give comes from outside
 * and is checked (learner-answers.ts); what they throw passes through `Simulation.step` to whoever runs it.
 */
export type LearnerFunctions = {
  readonly ipChecksum?: (header: Bytes) => unknown;
  readonly decrementTtl?: (packet: Bytes) => unknown;
  readonly arpReply?: (frame: Bytes, me: { ip: Ip; mac: Mac }) => unknown;
  readonly arpStep?: (state: unknown, event: ArpEvent, now: number) => unknown;
  readonly lookup?: (table: Route[], dst: Ip) => unknown;
  readonly nextHop?: (host: Host, route: Route, dst: Ip) => unknown;
  readonly deliver?: (host: Host, dst: Ip) => unknown;
  readonly icmpEchoReply?: (message: Bytes) => unknown;
  readonly icmpErrorFor?: (packet: Bytes, cause: IcmpCause, ctx: { linkBroadcast: boolean }) => unknown;
  readonly route?: (router: Router, inIface: string, packet: Bytes) => unknown;
};

/** A learner's function gave something that its node cannot act on. */
export class UnusableAnswer extends Error {
  /** Of the function. */
  readonly entry: keyof LearnerFunctions;
  readonly answer: unknown;

  constructor(entry: keyof LearnerFunctions, answer: unknown) {
    super(`${entry} gave what its node cannot use`);
    this.name = "UnusableAnswer";
    this.entry = entry;
    this.answer = answer;
  }
}
