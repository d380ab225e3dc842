import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { List } from '../../api/generated';
import { Panel } from '../page/page';
import page from '../page/page.module.css';
import styles from './lists.module.css';
import { title_of } from './list_order';

// Files that wait for a person: they would take away too much to be believed unseen.
export function HeldLists({ lists }: { lists: readonly List[] }) {
  const held = lists.filter((list) => list.last_revision?.state === 'held');
  if (held.length === 0) return null;
  return (
    <Panel
      id="held"
      tone="caution"
      title={
        <Plural
          value={held.length}
          one="A file is held and asks for your decision"
          other="# files are held and ask for your decision"
        />
      }
    >
      <ul className={styles.held}>
        {held.map((list) => (
          <HeldList key={list.id} list={list} />
        ))}
      </ul>
    </Panel>
  );
}

function HeldList({ list }: { list: List }) {
  const number = list.last_revision?.number ?? 0;
  const removed = list.last_revision?.counts.removed ?? 0;
  return (
    <li className={styles.heldLine}>
      <span>
        <strong>{title_of(list)}</strong>:{' '}
        <span className={page.number}>
          <Trans>
            would remove {removed} of {list.entries} entries. The list in force stays until you
            decide.
          </Trans>
        </span>
      </span>
      <Link
        className="button"
        data-kind="main"
        to="/lists/$name/revisions/$number"
        params={{ name: list.name, number: String(number) }}
      >
        <Trans>Look and decide</Trans>
      </Link>
    </li>
  );
}
