import { layersOf, type Link, type PacketLayer } from "#course/network/dissection/layers.ts";
import { differingFields } from "../packet/compare.ts";
import { PacketDiagram } from "../packet/PacketDiagram.tsx";
import { Sides } from "../packet/sides.ts";
import { layerNames, words } from "./words.ts";

type Props = {
  readonly frame: Uint8Array;
  readonly link: Link;
  /** The same packet as it came in, one hop before; null for none. */
  readonly before: Uint8Array | null;
};

/** The headers of a frame, each in its diagram; on a hop, each beside what it was when it came in. */
export function HeaderStack({ frame, link, before: came }: Props) {
  const layers = headersOf(frame, link);
  const before = came === null ? null : headersOf(came, link);
  return (
    <Sides.Provider value={[words.before, words.after]}>
      {before !== null && <p class="network-hop">{words.hop}</p>}
      {layers.map((layer, index) => (
        <Layer key={index} layer={layer} was={before?.[index] ?? null} hop={before !== null} />
      ))}
    </Sides.Provider>
  );
}

/** The headers, each without what it carries where that is a header itself. */
function headersOf(frame: Uint8Array, link: Link): readonly PacketLayer[] {
  const layers = layersOf(frame, link);
  return layers.map((layer, i) => {
    const next = layers[i + 1];
    return next === undefined
      ? layer
      : { ...layer, bytes: layer.bytes.subarray(0, next.offset - layer.offset) };
  });
}

type LayerProps = { readonly layer: PacketLayer; readonly was: PacketLayer | null; readonly hop: boolean };

function Layer({ layer, was, hop }: LayerProps) {
  const { layout, bytes, quoted } = layer;
  const changed = was === null ? [] : headerDifferences(layer, was);
  const state = !hop
    ? ""
    : changed.length === 0
      ? words.unchanged
      : `${words.rewritten} : ${changed.join(", ")}`;
  return (
    <details class="network-layer" open={hop ? changed.length > 0 : !quoted && layout.name !== "ethernet"}>
      <summary>
        <strong>{layerNames[layout.name] ?? layout.name}</strong>
        {quoted && <span class="quiet"> {words.quoted}</span>}
        {state !== "" && <span class="quiet"> · {state}</span>}
      </summary>
      <PacketDiagram
        layout={layout}
        bytes={was?.bytes ?? bytes}
        actual={changed.length > 0 ? bytes : undefined}
      />
    </details>
  );
}

/** Names of the fields that differ, but for what the header carries. */
const headerDifferences = ({ layout, bytes }: PacketLayer, was: PacketLayer): string[] =>
  differingFields(layout, was.bytes, bytes)
    .filter(({ field }) => field.group !== "data")
    .map(({ field }) => field.name);
