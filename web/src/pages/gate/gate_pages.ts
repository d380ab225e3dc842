// The screens of what the law opens, fetched together when the first of them is opened.
export { AccessPage } from './access_page';
export { OversightPage } from './oversight_page';
export { RegisterPage } from './register_page';
export { SearchPage } from './search_page';
export { SubjectsPage } from './subjects_page';
