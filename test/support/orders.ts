// Orders in which aids are switched on and off: few, yet such that every two aids meet, both ways round. Knows no aid.

/** Three at a time; each two of `names` meet in one of the triples at least. The same answer for the same names. */
export function triplesOf(names: readonly string[]): string[][] {
  const open = new Set<string>();
  names.forEach((one, index) => names.slice(index + 1).forEach((other) => open.add(`${one} ${other}`)));
  const isOpen = (one: string, other: string) => open.has(`${one} ${other}`) || open.has(`${other} ${one}`);
  const triples: string[][] = [];
  while (open.size > 0) {
    const [one = '', other = ''] = [...open][0]?.split(' ') ?? [];
    const gain = (name: string) => Number(isOpen(one, name)) + Number(isOpen(other, name));
    const third = names.filter((name) => name !== one && name !== other).sort((a, b) => gain(b) - gain(a))[0] ?? one;
    triples.push([one, other, third]);
    for (const pair of [`${one} ${other}`, `${one} ${third}`, `${third} ${one}`, `${other} ${third}`, `${third} ${other}`]) open.delete(pair);
  }
  return triples;
}

/** A shuffle that is the same for the same seed (mulberry32 and Fisher-Yates). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const [one, other] = [order[last], order[at]];
    if (one === undefined || other === undefined) continue;
    order[last] = other;
    order[at] = one;
  }
  return order;
}
