import { type ComponentType, lazy, Suspense } from 'react';

// Screens of one chunk, which is fetched when the first of them is wanted.
export function screen_of<Pages>(load: () => Promise<Pages>) {
  return function screen<P extends object>(
    find: (pages: Pages) => ComponentType<P>,
  ): ComponentType<P> {
    const Lazy = lazy(async () => ({ default: find(await load()) }));
    return function Screen(props: P) {
      return (
        <Suspense fallback={null}>
          <Lazy {...props} />
        </Suspense>
      );
    };
  };
}
