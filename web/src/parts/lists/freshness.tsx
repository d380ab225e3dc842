import { Trans } from '@lingui/react/macro';
import { server_now } from '../../api/server_clock';
import type { List } from '../../api/generated';
import { span } from '../../text/format';
import { Barred } from '../page/signs';
import { Age, useNow } from '../signs/age';
import page from '../page/page.module.css';
import { age_share } from './list_order';

const NEARLY_OLD = 0.75;

// How long ago the source confirmed the list, against how old that may become.
export function Freshness({ list }: { list: List }) {
  useNow();
  const share = age_share(list, server_now());
  const at_most = list.max_age_s === undefined ? '' : span(list.max_age_s * 1000);
  if (list.confirmed_at === undefined) {
    return (
      <span className={page.muted}>
        {at_most === '' ? (
          <Trans>Kept by hand; no source confirms it</Trans>
        ) : (
          <Trans>Never confirmed yet; at most {at_most} old</Trans>
        )}
      </span>
    );
  }
  const ago = <Age at={list.confirmed_at} />;
  if (share === null) {
    return (
      <span className={page.muted}>
        <Trans>Confirmed {ago} ago; no maximum age</Trans>
      </span>
    );
  }
  const tone = share >= NEARLY_OLD ? 'caution' : 'good';
  return (
    <Barred share={share} tone={tone}>
      {share > 1 ? (
        <strong className={page.caution}>
          <Trans>
            Confirmed {ago} ago, more than the {at_most} allowed
          </Trans>
        </strong>
      ) : (
        <Trans>
          Confirmed {ago} ago of {at_most} at most
        </Trans>
      )}
    </Barred>
  );
}

// Whether its file could be fetched, said only when something is wrong or unknown.
export function FetchTrouble({ list }: { list: List }) {
  const fetch = list.fetch;
  if (!fetch || fetch.failures === 0) return null;
  const { failures, failure } = fetch;
  return (
    <p className={page.caution}>
      <Trans>
        The last {failures} attempts to fetch its file failed, the latest{' '}
        <Age at={fetch.attempted_at} /> ago.
      </Trans>{' '}
      {failure && <span lang="en">{failure}</span>}
    </p>
  );
}
