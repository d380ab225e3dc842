// Puts the settings of this device on the page: attributes of the root that the style reads, and the
// colours that the slider of brilliance dims.
import { follow_clock, on_palette } from '../shell/palette';
import { DIMMED, dimmed, type Tokens } from './brilliance';
import { follow_other_tabs, on_settings, type Settings, settings } from './settings';

const CLOCK_EVERY_MS = 30_000;

function whole_tokens(root: HTMLElement): Tokens {
  for (const role of DIMMED) root.style.removeProperty(`--${role}`);
  const style = getComputedStyle(root);
  return Object.fromEntries(
    DIMMED.map((role) => [role, style.getPropertyValue(`--${role}`).trim()]),
  );
}

function dim(root: HTMLElement, { brilliance }: Settings): void {
  const tokens = whole_tokens(root);
  if (!tokens['bg']) return; // the style has not arrived: what palette.js painted stays
  root.style.removeProperty('background-color');
  root.style.setProperty('--brilliance', String(brilliance / 100));
  if (brilliance === 100) return;
  for (const [role, colour] of Object.entries(dimmed(tokens, brilliance / 100))) {
    if (tokens[role] !== colour) root.style.setProperty(`--${role}`, colour);
  }
}

function apply(): void {
  const root = document.documentElement;
  const now = settings();
  root.dataset.density = now.density;
  root.dataset.motion = now.motion;
  root.dataset.hand = now.hand;
  dim(root, now);
}

// Once, before the first screen is drawn.
export function start_device(): void {
  follow_clock();
  apply();
  on_settings(() => {
    follow_clock();
    apply();
  });
  on_palette(apply);
  follow_other_tabs();
  setInterval(follow_clock, CLOCK_EVERY_MS);
}
