// All screens of lists, fetched together when the first of them is opened.
export {
  EntriesPage,
  EntryPage,
  ImportPage,
  NewEntryPage,
  WrongPage,
} from './entry_pages';
export { ListPage } from './list_page';
export { ListsPage } from './lists_page';
export { RevisionPage, RevisionsPage } from './revision_pages';
