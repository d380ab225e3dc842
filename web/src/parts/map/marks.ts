// Cameras and hits as features of the map, and the shapes of the four classes as its icons. Pure,
// except for the canvas that an icon is drawn on.
import type { Camera, Incident } from '../../api/generated';
import { level_of, type PriorityLevel } from '../signs/priority';
import type { Colours } from './map_style';

const SIZE = 44; // drawn at twice the size it is shown in

export function camera_marks(cameras: readonly Camera[]): GeoJSON.Feature[] {
  return cameras.map((camera) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [camera.site.longitude, camera.site.latitude] },
    properties: { id: camera.id, name: camera.name, disabled: camera.disabled },
  }));
}

export function hit_marks(
  incidents: readonly Incident[],
  chosen: string | undefined,
): GeoJSON.Feature[] {
  return incidents.map((incident) => {
    const { longitude, latitude } = incident.last_hit.camera.site;
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {
        id: incident.id,
        level: level_of(incident.priority),
        chosen: incident.id === chosen,
      },
    };
  });
}

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

// ▲ ◆ ● ◇ with an outline of the map's ground, so that they stand off from roads and each other.
export function class_icon(level: PriorityLevel, colours: Colours): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const shape = new Path2D();
  for (const [index, [x, y]] of CORNERS[level].entries()) {
    if (index === 0) shape.moveTo(x, y);
    else shape.lineTo(x, y);
  }
  if (level === 3) shape.arc(22, 22, 13, 0, 2 * Math.PI);
  shape.closePath();
  pen.lineJoin = 'round';
  pen.strokeStyle = colours['map-halo'];
  pen.lineWidth = 9;
  pen.stroke(shape);
  pen.fillStyle = level === 4 ? colours['map-halo'] : colours[`p${level}`];
  pen.fill(shape);
  pen.strokeStyle = colours[`p${level}`];
  pen.lineWidth = 3.5;
  pen.stroke(shape);
  return pen.getImageData(0, 0, SIZE, SIZE);
}
