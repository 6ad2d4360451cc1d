import type { Ping } from "#course/activities/pings.ts";
import { words } from "../words.ts";

type Props = { readonly pings: readonly Ping[]; readonly show: (from: string, to: string) => void };

/** Every ping in a table: sender by row, receiver by column; one that dies is a button that shows how. */
export function PingMatrix({ pings, show }: Props) {
  const nodes = [...new Set(pings.map(({ from }) => from.node))];
  const nameOf = (node: string): string => words.internet[node] ?? node;
  const cell = (from: string, to: string) => {
    const ping = pings.find((one) => one.from.node === from && one.to.node === to);
    if (ping === undefined) return <td key={to} />;
    if (ping.death === null)
      return (
        <td key={to} class="pa-ping right">
          ✓<span class="visually-hidden"> {words.pingOk}</span>
        </td>
      );
    return (
      <td key={to} class="pa-ping wrong">
        <button
          type="button"
          class="pa-ping-button"
          data-dead={`${from}-${to}`}
          aria-label={words.pingShow(nameOf(from), nameOf(to))}
          title={words.pingDead}
          onClick={() => show(from, to)}
        >
          ✗
        </button>
      </td>
    );
  };
  return (
    <table class="pa-pings">
      <caption>{words.pings}</caption>
      <thead>
        <tr>
          <td />
          {nodes.map((node) => (
            <th key={node} scope="col">
              {nameOf(node)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((from) => (
          <tr key={from}>
            <th scope="row">{nameOf(from)}</th>
            {nodes.map((to) => cell(from, to))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
