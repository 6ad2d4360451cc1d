import type { NetworkFigure } from "#course/network/figure.ts";
import { words } from "./words.ts";

/** The addresses and routing tables of the drawing: what a screen reader reads, and what one looks up. */
export function NetworkTables({ figure }: { readonly figure: NetworkFigure }) {
  return (
    <details class="network-tables">
      <summary>{words.tables}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.node}</th>
            <th scope="col">{words.interface}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.link}</th>
          </tr>
        </thead>
        <tbody>
          {figure.nodes.flatMap((node) =>
            "interfaces" in node
              ? node.interfaces.map((at) => (
                  <tr key={`${node.name} ${at.name}`}>
                    <th scope="row">{`${node.name} (${words.kinds[node.kind]})`}</th>
                    <td>{at.name}</td>
                    <td>{at.addresses.join(", ")}</td>
                    <td>{neighboursOf(figure, node.name, at.name)}</td>
                  </tr>
                ))
              : [],
          )}
        </tbody>
      </table>
      {figure.nodes.map((node) =>
        "interfaces" in node && node.routes !== undefined && node.routes.length > 0 ? (
          <table key={node.name}>
            <caption>{words.routesOf(node.name)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.destination}</th>
                <th scope="col">{words.gateway}</th>
                <th scope="col">{words.interface}</th>
              </tr>
            </thead>
            <tbody>
              {node.routes.map((route) => (
                <tr key={route.destination}>
                  <td>{route.destination}</td>
                  <td>{"refuse" in route ? route.refuse : (route.gateway ?? words.direct)}</td>
                  <td>{"refuse" in route ? "" : route.interface}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null,
      )}
    </details>
  );
}

/** Who is at the other end: `R2`, or `SW` for a switch. */
function neighboursOf({ links }: NetworkFigure, node: string, name: string): string {
  const ends = links.find((link) =>
    link.ends.some((end) => end.node === node && end.interface === name),
  )?.ends;
  return ends?.find((end) => end.node !== node)?.node ?? words.unplugged;
}
