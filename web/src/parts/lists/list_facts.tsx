import { Plural, Trans } from '@lingui/react/macro';
import type { List } from '../../api/generated';
import { day_time, span } from '../../text/format';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { Age } from '../signs/age';
import styles from './lists.module.css';
import { MatchWords } from './match_words';

// The settings of a list in plain words.
export function ListFacts({ list }: { list: List }) {
  return (
    <>
      <MatchWords rule={list.match} />
      <dl className={page.facts}>
        <Fact name={<Trans>Category</Trans>}>{list.category || '–'}</Fact>
        <Fact name={<Trans>Standard end of an entry</Trans>}>
          <Plural
            value={list.valid_days}
            _0="None: each entry names its own"
            one="# day after it is put on"
            other="# days after it is put on"
          />
        </Fact>
        <Fact name={<Trans>Maximum age</Trans>}>
          {list.max_age_s === undefined ? (
            <Trans>none</Trans>
          ) : (
            <Trans>{span(list.max_age_s * 1000)}, then it is suspended</Trans>
          )}
        </Fact>
        <Fact name={<Trans>Answers for its hits</Trans>}>
          <UnitWords list={list} />
        </Fact>
      </dl>
    </>
  );
}

function UnitWords({ list }: { list: List }) {
  if (!list.unit) {
    return (
      <span className={page.muted}>
        <Trans>no unit named</Trans>
      </span>
    );
  }
  if (list.unit_until === undefined) return list.unit;
  const until = day_time(list.unit_until);
  return (
    <>
      {list.unit}, <Trans>until {until}</Trans>
    </>
  );
}

// Where its file comes from and how it is read.
export function SourceFacts({ list }: { list: List }) {
  return (
    <>
      <dl className={page.facts}>
        <Fact name={<Trans>Confirmed by its source</Trans>}>
          {list.confirmed_at ? day_time(list.confirmed_at) : '–'}
        </Fact>
        <Fact name={<Trans>Revision of the source</Trans>}>
          <span className={page.code}>{list.source_revision || '–'}</span>
        </Fact>
        {list.fetch?.succeeded_at && (
          <Fact name={<Trans>Last fetched</Trans>}>
            <Trans>
              <Age at={list.fetch.succeeded_at} /> ago
            </Trans>
          </Fact>
        )}
      </dl>
      <Words
        name={<Trans>Source</Trans>}
        text={list.source && JSON.stringify(list.source, null, 2)}
      >
        <Trans>No source: files are sent in here.</Trans>
      </Words>
      <Words name={<Trans>Profile</Trans>} text={list.profile}>
        <Trans>No profile: a file names its columns itself.</Trans>
      </Words>
    </>
  );
}

type WordsProps = {
  name: React.ReactNode;
  text: string | undefined;
  children: React.ReactNode;
};

function Words({ name, text, children }: WordsProps) {
  return (
    <div>
      <h3>{name}</h3>
      {text ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        <pre className={styles.profile} tabIndex={0}>
          {text}
        </pre>
      ) : (
        <p className={page.muted}>{children}</p>
      )}
    </div>
  );
}
