// What is asked of accounts, and how one is changed: always as it was seen.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  changeUser,
  countClosePlates,
  listUsers,
  type Role,
  setClosePlates,
  type User,
  type UserChange,
} from './generated';
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

export const close_plates_query = (id: string) =>
  queryOptions({
    queryKey: ['close-plates', id],
    queryFn: () => answered(countClosePlates({ path: { id } })),
  });

export type ClosePlates = { own: string[]; relatives: string[] };

// What was told before is gone; how many there are now is the answer, and never which.
export async function tell_close_plates(id: string, plates: ClosePlates): Promise<void> {
  const kept = await answered(setClosePlates({ path: { id }, body: plates }));
  cache.setQueryData(close_plates_query(id).queryKey, kept);
}
