// Which layers a user left on, kept on this device and for this user.
import { GROUPS, type Group } from '../map/object_layers';

export const LAYERS = Object.keys(GROUPS) as Group[];

const place = (user: string) => `bas.map.layers.${user}`;

// What is written in an address or in the store; what is not a layer is left out.
export function layers_in(text: string): Group[] {
  const named = text.split(',');
  return LAYERS.filter((layer) => named.includes(layer));
}

export const text_of = (layers: readonly Group[]) => layers.join(',');

export function remembered_layers(user: string): Group[] {
  const text = localStorage.getItem(place(user));
  return text === null ? LAYERS : layers_in(text);
}

export function remember_layers(user: string, layers: readonly Group[]): void {
  try {
    localStorage.setItem(place(user), text_of(layers));
  } catch {
    // without storage the choice holds until the page is left
  }
}

export function switched(layers: readonly Group[], layer: Group): Group[] {
  return LAYERS.filter((one) => layers.includes(one) !== (one === layer));
}
