import type { NetworkFigure } from "#course/network/figure.ts";

/** `wide`: columns to the right; `tall`: the same drawing turned, for narrow screens. */
export type Turn = "wide" | "tall";

export type Point = { readonly x: number; readonly y: number };

/** Size of a cell and of what stands in it, in units of the drawing; 1 unit is about 1 px at full size. */
const cell = { wide: { x: 214, y: 116 }, tall: { x: 164, y: 108 } } as const;
export const box = { width: 92, height: 46 } as const;

export type Geometry = {
  readonly width: number;
  readonly height: number;
  /** Middle of a node. */
  readonly at: (node: string) => Point;
};

/** Where everything lies. */
export function geometryOf(figure: Pick<NetworkFigure, "nodes">, turn: Turn): Geometry {
  const placed = new Map(
    figure.nodes.map(({ name, at: [column, row] }) => [
      name,
      turn === "wide" ? [column, row] : [row, column],
    ]),
  );
  const { x: width, y: height } = cell[turn];
  const most = (axis: 0 | 1): number => Math.max(...[...placed.values()].map((place) => place[axis] ?? 0));
  return {
    width: (most(0) + 1) * width,
    height: (most(1) + 1) * height,
    at: (node) => {
      const [column = 0, row = 0] = placed.get(node) ?? [];
      return { x: (column + 0.5) * width, y: (row + 0.5) * height };
    },
  };
}

/** The point that share (0 to 1) of the way from `from` to `to`. */
export const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** Where a link leaves the box of the node in the middle of `from`, on its way to `to`. */
export function edgeOf(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
    1,
  );
  return between(from, to, share);
}
