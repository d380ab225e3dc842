// The screen for the wall, a chunk of its own.
export { WallPage } from './wall_page';
