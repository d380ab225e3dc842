import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PictureLink, Read } from '../../api/generated';
import { clock_time } from '../../text/format';
import { Picture } from '../card/picture';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import styles from './search.module.css';

// The pictures of a read, opened one by one, because each opening is a use of its own: the plate
// first, then what is around it.
export function ReadPictures({ read }: { read: Read }) {
  const { t } = useLingui();
  const [open, set_open] = useState(0);
  const plate = read.pictures.find(({ role }) => role === 'plate');
  const scene = read.pictures.find(({ role }) => role !== 'plate');
  const shown = [plate, scene].filter((one) => one !== undefined);
  if (shown.length === 0) return '–';
  const at = clock_time(read.captured_at);
  return (
    <>
      {shown.slice(0, open).map((one) =>
        one.role === 'plate' ? (
          <div key={one.url} className={styles.picture}>
            <Picture url={one.url} label={t`Plate as the camera saw it`} kind="crop" />
          </div>
        ) : (
          <Scene key={one.url} link={one} />
        ),
      )}
      {open < shown.length && (
        <button
          type="button"
          className="button"
          aria-label={open === 0 ? t`Show the picture of ${at}` : t`Show what is around, ${at}`}
          onClick={() => set_open(open + 1)}
        >
          {open === 0 ? <Trans>Show</Trans> : <Trans>Show what is around</Trans>}
        </button>
      )}
    </>
  );
}

// People in it are squares. Seeing them takes a reason of its own.
function Scene({ link }: { link: PictureLink }) {
  const { t } = useLingui();
  const [reason, set_reason] = useState<string | null>(null);
  const url = reason === null ? link.url : `${link.url}&unblur=${encodeURIComponent(reason)}`;
  const show = (because: string) => {
    set_reason(because);
    return Promise.resolve();
  };
  return (
    <div className={styles.picture}>
      <Picture url={url} label={t`Overview as the camera saw it`} kind="overview" />
      <div className={page.actions}>
        {reason === null ? (
          <Confirm
            button={<Trans>Show people…</Trans>}
            title={<Trans>Show the people in the picture?</Trans>}
            verb={<Trans>Show people</Trans>}
            because={<Trans>Why they have to be seen</Trans>}
            act={show}
          >
            <p>
              <Trans>The reason stands in the ledger, and who oversees you reads it.</Trans>
            </p>
          </Confirm>
        ) : (
          <>
            <Badge tone="caution">
              <Trans>with people</Trans>
            </Badge>
            <button type="button" className="button" onClick={() => set_reason(null)}>
              <Trans>Conceal them again</Trans>
            </button>
          </>
        )}
      </div>
    </div>
  );
}
