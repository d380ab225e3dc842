// The screen of one's own settings and account, a chunk of its own.
export { MePage } from './me_page';
