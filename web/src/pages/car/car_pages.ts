// The screen for a tablet in a car, a chunk of its own.
export { CarPage } from './car_page';
