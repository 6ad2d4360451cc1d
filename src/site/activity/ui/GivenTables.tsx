import { courseNetwork } from "#course/network/course-network.ts";
import { maskOf, formatIpAddress, parsePrefix } from "#net/wire/prefix.ts";
import { words } from "../words.ts";

/** The tables of other machines of the course's network, as the document prints tables. */
export function GivenTables({ nodes }: { readonly nodes: readonly string[] }) {
  const given = Object.entries(courseNetwork).filter(([name]) => nodes.includes(name));
  return (
    <div class="pa-given">
      {given.map(([name, { routes }]) => (
        <div key={name} class="pa-given-table">
          <p class="pa-given-title">{words.tableOf(name)}</p>
          <table class="pa-table">
            <thead>
              <tr>
                {words.tableColumns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {routes.map(({ dest, gateway, iface }) => (
                <tr key={dest}>
                  {[...written(dest), gateway ?? "—", iface].map((cell, at) => (
                    <td key={words.tableColumns[at]} data-label={words.tableColumns[at]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}

/** `192.168.50.0/24` as destination and mask. */
function written(dest: string): readonly [string, string] {
  const prefix = parsePrefix(dest);
  if (prefix === null) return [dest, ""];
  const mask = formatIpAddress({ version: 4, value: maskOf(4, prefix.length) });
  return [prefix.length === 0 ? "default" : formatIpAddress({ version: 4, value: prefix.network }), mask];
}
