export function ripUpdate(
  table: RipRoute[],
  neighbour: Ip,
  advert: { dest: Cidr; metric: number }[],
  now: number,
): RipRoute[] {
  const result = [...table];
  for (const { dest, metric } of advert) {
    const cost = Math.min(metric + 1, 16);
    const news: RipRoute = { dest, via: neighbour, metric: cost, updatedAt: now };
    const place = result.findIndex((route) => route.dest === dest);
    if (place < 0) {
      result.push(news);
      continue;
    }
    const known = result[place];
    if (known.via === neighbour || cost < known.metric) result[place] = news;
  }
  return result;
}
