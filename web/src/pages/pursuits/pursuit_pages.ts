// The screens of pursuits, one chunk.
export { PursuitPage } from './pursuit_page';
export { PursuitsPage } from './pursuits_page';
