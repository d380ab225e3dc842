import { useMemo } from 'react';
import { useKeys } from '../keys/use_keys';

// The parts of the screen, in the order they stand in.
function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')];
}

// In the list the focus goes to the rows themselves, so that their keys work at once.
function focus_on(element: HTMLElement | undefined): void {
  const target = element?.querySelector<HTMLElement>('[role="listbox"], canvas') ?? element;
  target?.focus();
}

function focus(region: string): void {
  focus_on(regions().find((element) => element.dataset.region === region));
}

const step = (by: 1 | -1) => (event: KeyboardEvent) => {
  const all = regions();
  const here = all.findIndex((element) => element.contains(document.activeElement));
  const outside = by > 0 ? 0 : all.length - 1;
  const region = all[here < 0 ? outside : here + by];
  if (!region) return;
  event.preventDefault();
  focus_on(region);
};

// F6 walks the parts of a screen; after the last it is the browser's again, so that nobody is
// locked in.
export function useRegions(): { focus: (region: string) => void } {
  useKeys({ next_region: step(1), previous_region: step(-1) });
  return useMemo(() => ({ focus }), []);
}
