import { Plural } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lists_query } from '../../api/list_queries';
import { Icon } from '../signs/icon';
import strip from '../queue/queue_region.module.css';
import { title_of } from './list_order';

// A suspended list raises no hits: where hits are awaited, that has to be said.
export function SuspendedStrip() {
  const lists = useQuery(lists_query);
  const suspended = (lists.data ?? []).filter((list) => list.suspended);
  if (suspended.length === 0) return null;
  return (
    <p className={strip.suspended} role="note">
      <Icon name="halt" />
      <span>
        <Plural
          value={suspended.length}
          one="# list is suspended and raises no hits:"
          other="# lists are suspended and raise no hits:"
        />{' '}
        {suspended.map((list, at) => (
          <span key={list.id}>
            {at > 0 && ', '}
            <Link to="/lists/$name" params={{ name: list.name }} title={list.suspended_because}>
              {title_of(list)}
            </Link>
          </span>
        ))}
      </span>
    </p>
  );
}
