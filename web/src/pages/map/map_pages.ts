export { MapPage } from './map_page';
