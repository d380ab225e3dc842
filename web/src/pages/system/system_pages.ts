// The screen of the system, a chunk of its own.
export { SystemPage } from './system_page';
