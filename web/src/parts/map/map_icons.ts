// The signs of the map, drawn on a canvas: the four classes, the health of a site, a pursuit and an
// awaited camera. Each is known by its shape; the colour only repeats it.
import type { PriorityLevel } from '../signs/priority';
import { FAULTS, HEALTHS, type Health } from './health';
import type { Colours } from './style_terms';

const SIZE = 44; // drawn at twice the size it is shown in
const RING = 64;
const MIDDLE = SIZE / 2;

const CORNERS: Readonly<Record<PriorityLevel, readonly (readonly [number, number])[]>> = {
  1: [
    [22, 7],
    [39, 36],
    [5, 36],
  ],
  2: [
    [22, 5],
    [39, 22],
    [22, 39],
    [5, 22],
  ],
  3: [],
  4: [
    [22, 6],
    [38, 22],
    [22, 38],
    [6, 22],
  ],
};

function drawn(size: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen);
  return pen.getImageData(0, 0, size, size);
}

// ▲ ◆ ● ◇ with an outline of the map's ground, so that they stand off from roads and each other.
function class_icon(level: PriorityLevel, colours: Colours): ImageData | null {
  const shape = new Path2D();
  for (const [index, [x, y]] of CORNERS[level].entries()) {
    if (index === 0) shape.moveTo(x, y);
    else shape.lineTo(x, y);
  }
  if (level === 3) shape.arc(MIDDLE, MIDDLE, 13, 0, 2 * Math.PI);
  shape.closePath();
  return drawn(SIZE, (pen) => {
    pen.strokeStyle = colours['map-halo'];
    pen.lineWidth = 9;
    pen.stroke(shape);
    pen.fillStyle = level === 4 ? colours['map-halo'] : colours[`p${level}`];
    pen.fill(shape);
    pen.strokeStyle = colours[`p${level}`];
    pen.lineWidth = 3.5;
    pen.stroke(shape);
  });
}

// Full: reads arrive. Half: many are put aside. Hands: its clock is off. Two dots: somebody works on
// it. Empty: none yet. Barred: silent. Struck: outside its period. Crossed: off.
function health_icon(health: Health, colours: Colours): ImageData | null {
  const colour = FAULTS.has(health) ? colours.caution : colours['map-camera'];
  return drawn(SIZE, (pen) => {
    const disc = new Path2D();
    disc.arc(MIDDLE, MIDDLE, health === 'well' ? 9 : 11, 0, 2 * Math.PI);
    pen.strokeStyle = colours['map-halo'];
    pen.lineWidth = 7;
    pen.stroke(disc);
    pen.fillStyle = health === 'well' ? colour : colours['map-halo'];
    pen.fill(disc);
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    pen.lineWidth = 3.5;
    if (health !== 'well') pen.stroke(disc);
    pen.beginPath();
    inside(pen, health);
  });
}

function inside(pen: CanvasRenderingContext2D, health: Health): void {
  if (health === 'doubtful') {
    pen.arc(MIDDLE, MIDDLE, 11, Math.PI / 2, (3 * Math.PI) / 2);
    pen.fill();
  }
  if (health === 'silent') {
    pen.moveTo(MIDDLE, MIDDLE - 5.5);
    pen.lineTo(MIDDLE, MIDDLE + 1);
    pen.moveTo(MIDDLE, MIDDLE + 5.5);
    pen.lineTo(MIDDLE, MIDDLE + 5.6);
    pen.stroke();
  }
  if (health === 'clock') {
    pen.moveTo(MIDDLE, MIDDLE - 6);
    pen.lineTo(MIDDLE, MIDDLE);
    pen.lineTo(MIDDLE + 4.5, MIDDLE + 2.5);
    pen.stroke();
  }
  if (health === 'maintenance') {
    for (const x of [MIDDLE - 4, MIDDLE + 4]) {
      pen.moveTo(x, MIDDLE);
      pen.lineTo(x, MIDDLE + 0.1);
    }
    pen.stroke();
  }
  if (health === 'outside') {
    pen.moveTo(MIDDLE - 6, MIDDLE);
    pen.lineTo(MIDDLE + 6, MIDDLE);
    pen.stroke();
  }
  if (health === 'off') {
    pen.moveTo(MIDDLE - 5, MIDDLE - 5);
    pen.lineTo(MIDDLE + 5, MIDDLE + 5);
    pen.moveTo(MIDDLE + 5, MIDDLE - 5);
    pen.lineTo(MIDDLE - 5, MIDDLE + 5);
    pen.stroke();
  }
}

// A ring with four ticks around the place where the vehicle was seen last.
function pursuit_icon(colours: Colours): ImageData | null {
  const at = RING / 2;
  return drawn(RING, (pen) => {
    const ring = new Path2D();
    ring.arc(at, at, 24, 0, 2 * Math.PI);
    for (const [x, y] of [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const) {
      ring.moveTo(at + x * 19, at + y * 19);
      ring.lineTo(at + x * 29, at + y * 29);
    }
    pen.strokeStyle = colours['map-halo'];
    pen.lineWidth = 8;
    pen.stroke(ring);
    pen.strokeStyle = colours.focus;
    pen.lineWidth = 4;
    pen.stroke(ring);
  });
}

// A small plaque; its rank is written on it by the map.
function awaited_icon(colours: Colours): ImageData | null {
  return drawn(SIZE, (pen) => {
    const plaque = new Path2D();
    plaque.roundRect(6, 6, 32, 32, 9);
    pen.fillStyle = colours.surface;
    pen.fill(plaque);
    pen.strokeStyle = colours.focus;
    pen.lineWidth = 4;
    pen.stroke(plaque);
  });
}

// By the name that the style gives them.
export function icons_of(colours: Colours): ReadonlyMap<string, ImageData> {
  const all: [string, ImageData | null][] = [
    ...([1, 2, 3, 4] as const).map((level): [string, ImageData | null] => [
      `class-${level}`,
      class_icon(level, colours),
    ]),
    ...HEALTHS.map((health): [string, ImageData | null] => [
      `site-${health}`,
      health_icon(health, colours),
    ]),
    ['pursuit', pursuit_icon(colours)],
    ['awaited', awaited_icon(colours)],
  ];
  return new Map(all.flatMap(([name, icon]) => (icon ? [[name, icon] as const] : [])));
}
