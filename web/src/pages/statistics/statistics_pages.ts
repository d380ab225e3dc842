// The screen of the coordination cell, one chunk.
export { StatisticsPage } from './statistics_page';
