export function ripUpdate(
  table: RipRoute[],
  neighbour: Ip,
  advert: { dest: Cidr; metric: number }[],
  now: number,
): RipRoute[] {
  const result = [...table];
  for (const { dest, metric } of advert) {
    const cost = Math.min(metric + 1, 16);
    if (cost === 16) continue;
    const news: RipRoute = { dest, via: neighbour, metric: cost, updatedAt: now };
    const place = result.findIndex((route) => route.dest === dest);
    if (place < 0) {
      if (cost < 16) result.push(news);
      continue;
    }
    const known = result[place];
    if (known.via === neighbour || cost < known.metric) result[place] = news;
  }
  return result;
}
