import { useMemo } from 'react';
import { useKeys } from '../keys/use_keys';

const REGIONS = ['queue', 'card', 'map'] as const;
type Region = (typeof REGIONS)[number];

function element_of(region: Region): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-region="${region}"]`);
}

// In the list the focus goes to the rows themselves, so that their keys work at once.
function focus(region: Region): void {
  const element = element_of(region);
  const target = element?.querySelector<HTMLElement>('[role="listbox"], canvas') ?? element;
  target?.focus();
}

function region_at(): number {
  return REGIONS.findIndex((region) => element_of(region)?.contains(document.activeElement));
}

const step = (by: 1 | -1) => (event: KeyboardEvent) => {
  const here = region_at();
  const outside = by > 0 ? 0 : REGIONS.length - 1;
  const region = REGIONS[here < 0 ? outside : here + by];
  if (!region) return;
  event.preventDefault();
  focus(region);
};

// F6 walks list, hit, map; after the last it is the browser's again, so that nobody is locked in.
export function useRegions(): { focus: (region: Region) => void } {
  useKeys({ next_region: step(1), previous_region: step(-1) });
  return useMemo(() => ({ focus }), []);
}
