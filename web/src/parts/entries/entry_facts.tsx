import { Trans } from '@lingui/react/macro';
import type { Entry, FourTexts } from '../../api/generated';
import { day_time } from '../../text/format';
import { LANGUAGES } from '../../text/language';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import styles from './entries.module.css';

// Who asked for an entry, on what ground, for which case, and until when.
export function EntryFacts({ entry }: { entry: Entry }) {
  const { make, model, colour, class: kind } = entry.vehicle ?? {};
  const vehicle = [colour, make, model, kind].filter(Boolean).join(', ');
  return (
    <dl className={page.facts}>
      <Fact name={<Trans>Reason</Trans>}>{entry.reason || <Trans>none given</Trans>}</Fact>
      <Fact name={<Trans>Category</Trans>}>{entry.category || '–'}</Fact>
      <Fact name={<Trans>Asked for by</Trans>}>{entry.owner || '–'}</Fact>
      <Fact name={<Trans>Legal basis</Trans>}>{entry.basis || '–'}</Fact>
      <Fact name={<Trans>Case number</Trans>}>{entry.case_number || '–'}</Fact>
      <Fact name={<Trans>Number at its source</Trans>}>
        <span className={page.code}>{entry.source_id || '–'}</span>
      </Fact>
      <Fact name={<Trans>Valid from</Trans>}>
        {entry.valid_from ? day_time(entry.valid_from) : <Trans>at once</Trans>}
      </Fact>
      <Fact name={<Trans>Valid until</Trans>}>
        {entry.valid_until ? day_time(entry.valid_until) : '–'}
      </Fact>
      <Fact name={<Trans>Vehicle</Trans>}>{vehicle || <Trans>nothing known</Trans>}</Fact>
    </dl>
  );
}

const TAGS = ['nl', 'fr', 'de', 'en'] as const;

// What to do when it is seen, as its owner wrote it in each language.
export function Procedure({ texts }: { texts: FourTexts | undefined }) {
  const written = TAGS.filter((tag) => texts?.[tag]);
  if (written.length === 0) {
    return (
      <p className={page.muted}>
        <Trans>Nobody wrote what to do when it is seen.</Trans>
      </p>
    );
  }
  return (
    <dl className={styles.procedure}>
      {TAGS.map((tag) => (
        <div key={tag}>
          <dt lang={tag}>{LANGUAGES[tag]}</dt>
          <dd lang={tag}>{texts?.[tag] || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
