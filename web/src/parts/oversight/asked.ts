// What a use asked for, out of its predicate: a few facts in the order that people ask for them.
export type AskedFact = { name: 'plate' | 'sites' | 'from' | 'until' | 'other'; text: string };

export function asked_facts(predicate: string): AskedFact[] {
  let told: unknown;
  try {
    told = JSON.parse(predicate);
  } catch {
    return predicate === '' ? [] : [{ name: 'other', text: predicate }];
  }
  if (typeof told !== 'object' || told === null) return [];
  const { plate, sites, from, until } = told as Record<string, unknown>;
  const facts: AskedFact[] = [];
  if (typeof plate === 'string' && plate !== '') facts.push({ name: 'plate', text: plate });
  if (Array.isArray(sites) && sites.length > 0)
    facts.push({ name: 'sites', text: String(sites.length) });
  if (typeof from === 'string') facts.push({ name: 'from', text: from });
  if (typeof until === 'string') facts.push({ name: 'until', text: until });
  return facts;
}
