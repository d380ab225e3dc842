// Whether this browser draws maps at all: without WebGL the same things stand in a list.
let answer: boolean | undefined;

export function can_draw(): boolean {
  answer ??= document.createElement('canvas').getContext('webgl2') !== null;
  return answer;
}
