// The screens of accounts, fetched together when the first of them is opened.
export { NewPersonPage } from './new_person_page';
export { PeoplePage } from './people_page';
export { PersonPage } from './person_page';
