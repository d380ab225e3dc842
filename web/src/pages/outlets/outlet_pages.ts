// The screens of outlets, a chunk of their own.
export { OutletPage } from './outlet_page';
export { NewOutletPage, OutletsPage } from './outlets_page';
