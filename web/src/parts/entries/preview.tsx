import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { EntryPreview } from '../../api/generated';
import { entry_preview_query } from '../../api/list_queries';
import { decimal, percent, whole } from '../../text/format';
import { Asked } from '../page/asked';
import page from '../page/page.module.css';
import { AcceptedTable } from './accepted_table';
import styles from './entries.module.css';
import { useSettled } from './use_settled';

const PAUSE_MS = 250; // of typing
const MANY_A_DAY = 1; // a false hit every day is more than a desk answers for one entry

type Props = { list: string; plate: string; country: string };

// What an entry would do before it exists: which misreads it takes, and what they cost.
export function Preview({ list, plate, country }: Props) {
  const settled = useSettled(`${country} ${plate}`, PAUSE_MS);
  const [asked_country = '', asked_plate = ''] = settled.split(' ');
  const asked = useQuery(entry_preview_query(list, asked_plate, asked_country));
  const shown = useDeferredValue(asked.data);
  if (asked_plate === '') {
    return (
      <p className={page.muted}>
        <Trans>
          Type a plate to see what it would find. ? stands for one character, * for any number.
        </Trans>
      </p>
    );
  }
  const is_stale = settled !== `${country} ${plate}` || asked.isPlaceholderData;
  return (
    <div className={is_stale ? styles.stale : undefined} aria-busy={is_stale}>
      <Asked of={asked.isError ? asked : { ...asked, data: shown }}>
        {(preview) => <Shown preview={preview} plate={asked_plate} />}
      </Asked>
    </div>
  );
}

function Shown({ preview, plate }: { preview: EntryPreview; plate: string }) {
  const { found_share, false_hits_per_day, reads_per_day } = preview;
  const tone = false_hits_per_day >= MANY_A_DAY ? 'caution' : undefined;
  const reads = whole(Math.round(reads_per_day));
  return (
    <div className={page.stack}>
      <div className={styles.figures}>
        <div className={styles.figure}>
          <strong>{percent(found_share)}</strong>
          <span>
            <Trans>of its passages would be found</Trans>
          </span>
        </div>
        <div className={styles.figure} data-tone={tone}>
          <strong>{decimal(false_hits_per_day)}</strong>
          <span>
            <Trans>false hits a day to expect, at {reads} reads a day</Trans>
          </span>
        </div>
      </div>
      <AcceptedTable accepted={preview.accepted} plate={plate} />
    </div>
  );
}
