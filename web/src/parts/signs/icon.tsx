// The few drawings of the console, one stroke weight.
const PATHS = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  pause: 'M5.5 3v10M10.5 3v10',
  play: 'M4.5 3 13 8l-8.5 5Z',
  sound: 'M2.5 6v4h2.6L9 13V3L5.1 6ZM11.5 5.5a3.5 3.5 0 0 1 0 5',
  mute: 'M2.5 6v4h2.6L9 13V3L5.1 6ZM11.5 6l3 4M14.5 6l-3 4',
  help: 'M5.7 6a2.4 2.4 0 1 1 3.5 2.1c-.8.5-1.2.9-1.2 1.7M8 12.4v.1',
  enlarge: 'M9.5 3H13v3.5M13 3 9 7M6.5 13H3V9.5M3 13l4-4',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  out: 'M6 3H3v10h3M7 8h6.5M11 5.5 13.5 8 11 10.5',
  camera: 'M2.5 5h7v6h-7ZM9.5 7.5l4-2v5l-4-2',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5v3.4M8 11.7v.1',
  halt: 'M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2ZM5 8h6',
  fetch: 'M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10',
  send: 'M8 10.5V3M4.5 6 8 2.5 11.5 6M3 13.5h10',
  add: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.5 10.5l3 3',
  copy: 'M6 6h7v7H6ZM10 6V3H3v7h3',
  eye: 'M1.5 8C3.5 4.5 5.5 3.5 8 3.5s4.5 1 6.5 4.5c-2 3.5-4 4.5-6.5 4.5S3.5 11.5 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
