// Facts of the base map that is always there: the municipalities of the province at the start, with
// the zone that polices each, and its main roads. WGS 84, degrees, [longitude, latitude]. Centres
// are area centres; road points are right to about 500 m. Enough to read positions on, never to
// measure.
export type Point = readonly [longitude: number, latitude: number];

export type Municipality = { name: string; nis: string; zone: string; centre: Point };

export type Road = { name: string; kind: 'motorway' | 'road'; points: readonly Point[] };

// Zones in the order of their tint on the map.
export const ZONES = ['Brasschaat', 'Voorkempen', 'Neteland', 'Regio Turnhout'] as const;

export const MUNICIPALITIES: readonly Municipality[] = [
  { name: 'Brasschaat', nis: '11008', zone: 'Brasschaat', centre: [4.5017, 51.3134] },
  { name: 'Brecht', nis: '11009', zone: 'Voorkempen', centre: [4.6283, 51.336] },
  { name: 'Malle', nis: '11057', zone: 'Voorkempen', centre: [4.7249, 51.2935] },
  { name: 'Schilde', nis: '11039', zone: 'Voorkempen', centre: [4.5846, 51.2567] },
  { name: 'Zoersel', nis: '11055', zone: 'Voorkempen', centre: [4.6737, 51.2589] },
  { name: 'Grobbendonk', nis: '13010', zone: 'Neteland', centre: [4.7485, 51.182] },
  { name: 'Herentals', nis: '13011', zone: 'Neteland', centre: [4.833, 51.1648] },
  { name: 'Herenthout', nis: '13012', zone: 'Neteland', centre: [4.7572, 51.1388] },
  { name: 'Olen', nis: '13029', zone: 'Neteland', centre: [4.8914, 51.1641] },
  { name: 'Vorselaar', nis: '13044', zone: 'Neteland', centre: [4.7763, 51.2198] },
  { name: 'Baarle-Hertog', nis: '13002', zone: 'Regio Turnhout', centre: [4.9431, 51.442] },
  { name: 'Beerse', nis: '13004', zone: 'Regio Turnhout', centre: [4.835, 51.3187] },
  { name: 'Kasterlee', nis: '13017', zone: 'Regio Turnhout', centre: [4.9487, 51.2472] },
  { name: 'Lille', nis: '13019', zone: 'Regio Turnhout', centre: [4.8408, 51.2589] },
  { name: 'Oud-Turnhout', nis: '13031', zone: 'Regio Turnhout', centre: [5.0148, 51.3216] },
  { name: 'Turnhout', nis: '13040', zone: 'Regio Turnhout', centre: [4.9504, 51.337] },
  { name: 'Vosselaar', nis: '13046', zone: 'Regio Turnhout', centre: [4.8988, 51.311] },
];

export const ROADS: readonly Road[] = [
  {
    name: 'E19',
    kind: 'motorway',
    points: [
      [4.44, 51.235],
      [4.497, 51.262],
      [4.563, 51.297],
      [4.605, 51.345],
      [4.64, 51.4],
      [4.735, 51.465],
    ],
  },
  {
    name: 'E34',
    kind: 'motorway',
    points: [
      [4.545, 51.203],
      [4.605, 51.216],
      [4.685, 51.236],
      [4.77, 51.25],
      [4.85, 51.268],
      [4.925, 51.29],
      [4.96, 51.294],
      [5.085, 51.312],
    ],
  },
  {
    name: 'E313',
    kind: 'motorway',
    points: [
      [4.545, 51.203],
      [4.64, 51.193],
      [4.765, 51.168],
      [4.835, 51.152],
      [4.88, 51.14],
      [4.94, 51.128],
    ],
  },
  {
    name: 'N1',
    kind: 'road',
    points: [
      [4.455, 51.262],
      [4.487, 51.292],
      [4.527, 51.322],
      [4.568, 51.355],
    ],
  },
  {
    name: 'N12',
    kind: 'road',
    points: [
      [4.52, 51.228],
      [4.583, 51.241],
      [4.64, 51.253],
      [4.69, 51.286],
      [4.736, 51.3],
      [4.8, 51.312],
      [4.853, 51.316],
      [4.893, 51.31],
      [4.944, 51.322],
      [4.985, 51.321],
    ],
  },
  {
    name: 'N13',
    kind: 'road',
    points: [
      [4.61, 51.155],
      [4.735, 51.18],
      [4.833, 51.177],
      [4.9, 51.168],
    ],
  },
  {
    name: 'N14',
    kind: 'road',
    points: [
      [4.655, 51.215],
      [4.71, 51.262],
      [4.736, 51.3],
      [4.76, 51.348],
    ],
  },
  {
    name: 'N19',
    kind: 'road',
    points: [
      [4.944, 51.322],
      [4.958, 51.28],
      [4.966, 51.242],
      [4.98, 51.19],
    ],
  },
  {
    name: 'N115',
    kind: 'road',
    points: [
      [4.51, 51.255],
      [4.57, 51.3],
      [4.64, 51.348],
    ],
  },
  {
    name: 'N119',
    kind: 'road',
    points: [
      [4.944, 51.322],
      [4.945, 51.38],
      [4.93, 51.44],
    ],
  },
  {
    name: 'N123',
    kind: 'road',
    points: [
      [4.833, 51.177],
      [4.9, 51.21],
      [4.966, 51.242],
    ],
  },
  {
    name: 'N152',
    kind: 'road',
    points: [
      [4.757, 51.138],
      [4.8, 51.16],
      [4.833, 51.177],
    ],
  },
  {
    name: 'N153',
    kind: 'road',
    points: [
      [4.833, 51.177],
      [4.825, 51.237],
      [4.85, 51.268],
      [4.853, 51.316],
    ],
  },
];
