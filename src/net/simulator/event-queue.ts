/**
 * What is still to happen, earliest first; of two things at one time, the one that was put in first. A binary heap:
 * putting in and taking out cost the logarithm of what is in it.
 */
export class EventQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #count = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** When the next thing happens, in ms; Infinity when nothing does. */
  get nextTime(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  push(at: number, item: T): void {
    const entry = { at, order: this.#count++, item };
    const heap = this.#heap;
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  /** Takes the next thing out. */
  pop(): { readonly at: number; readonly item: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      if (a === undefined) break;
      const child = b !== undefined && isBefore(b, a) ? b : a;
      if (!isBefore(child, last)) break;
      heap[place] = child;
      place = child === a ? left : left + 1;
    }
    heap[place] = last;
    return first;
  }
}

type Entry<T> = { readonly at: number; readonly order: number; readonly item: T };

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
