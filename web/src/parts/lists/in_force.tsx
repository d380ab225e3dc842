import { Trans } from '@lingui/react/macro';
import type { List } from '../../api/generated';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import { Icon } from '../signs/icon';

// Whether a list raises hits, and why not.
export function InForce({ list }: { list: List }) {
  if (!list.suspended) {
    return (
      <Badge tone="good">
        <Icon name="check" />
        <Trans>In force</Trans>
      </Badge>
    );
  }
  return (
    <>
      <Badge tone="caution">
        <Icon name="halt" />
        <Trans>Suspended</Trans>
      </Badge>
      {list.suspended_because && (
        <div className={`${page.caution} ${page.small}`}>{list.suspended_because}</div>
      )}
    </>
  );
}
