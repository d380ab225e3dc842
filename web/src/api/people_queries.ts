// What is asked of accounts, and how one is changed: always as it was seen.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { changeUser, listUsers, type Role, type User, type UserChange } from './generated';
import { cache } from './queries';

export const people_query = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await answered(listUsers())).items,
});

// Who finds the screen in the bar. The server decides what is on it.
export const sees_people = (role: Role) => role === 'administrator';
export const manages_people = sees_people;

export const people_changed = () => cache.invalidateQueries({ queryKey: people_query.queryKey });

// Refused with `version-changed` when somebody else was faster; what is shown is then made anew.
export async function change_person(user: User, body: UserChange): Promise<User> {
  try {
    const headers = { 'If-Match': `"${user.version}"` };
    return await answered(changeUser({ path: { id: user.id }, headers, body }));
  } finally {
    await people_changed();
  }
}
