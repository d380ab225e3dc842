import { Trans, useLingui } from '@lingui/react/macro';
import type { Role, Use, UseDetails } from '../../api/generated';
import { clock_time, day_time, full_time, short_date, whole } from '../../text/format';
import { PurposeWords } from '../access/purpose_words';
import { RoleWords } from '../access/role_words';
import { Badge } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';
import { type AskedFact, asked_facts } from './asked';
import { VerbWords } from './use_words';
import { WhatWords } from './what_words';

// Who used what, when, why, and with how many results.
export function UseTable({ uses }: { uses: Use[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Uses`}
      head={
        <>
          <UseHeads />
          <th scope="col">
            <Trans>Answer</Trans>
          </th>
        </>
      }
    >
      {uses.map((use) => (
        <UseRow key={use.number} use={use} />
      ))}
    </PlainTable>
  );
}

function UseRow({ use }: { use: Use }) {
  return (
    <tr>
      <UseCells use={use} />
      <td>
        <Answer use={use} />
      </td>
    </tr>
  );
}

// When, who, what and why.
export function UseHeads() {
  return (
    <>
      <th scope="col">
        <Trans>When</Trans>
      </th>
      <th scope="col">
        <Trans>Who</Trans>
      </th>
      <th scope="col">
        <Trans>What</Trans>
      </th>
      <th scope="col">
        <Trans>Why</Trans>
      </th>
    </>
  );
}

export function UseCells({ use }: { use: Use }) {
  const number = whole(use.number);
  return (
    <>
      <td>
        <time dateTime={use.at} title={full_time(use.at)}>
          {short_date(use.at)} {clock_time(use.at)}
        </time>
        <div className={table.second}>
          <Trans>number {number}</Trans>
        </div>
      </td>
      <td>
        {use.details?.actor_name ?? use.details?.actor ?? '–'}
        <div className={table.second}>
          <UserRole role={use.role} />
          {[use.zone, use.details?.terminal].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td>
        <WhatWords what={use.what} />
        <div className={table.second}>
          <VerbWords verb={use.verb} /> {use.version}
          {asked_facts(use.details?.predicate ?? '').map((fact) => (
            <FactWords key={fact.name} fact={fact} />
          ))}
        </div>
      </td>
      <td>
        <Why details={use.details} />
      </td>
    </>
  );
}

function UserRole({ role }: { role: string }) {
  if (role === '') return null;
  return (
    <div>
      <RoleWords role={role as Role} />
    </div>
  );
}

function FactWords({ fact }: { fact: AskedFact }) {
  const { name, text } = fact;
  if (name === 'plate') return <Plate plate={text} country={undefined} bare />;
  if (name === 'other') return <div>{text}</div>;
  if (name === 'sites') {
    return (
      <div>
        <Trans>everything at {text} places</Trans>
      </div>
    );
  }
  const at = day_time(text);
  return <div>{name === 'from' ? <Trans>from {at}</Trans> : <Trans>until {at}</Trans>}</div>;
}

function Why({ details }: { details: UseDetails | undefined }) {
  if (!details) return <Trans>erased</Trans>;
  return (
    <>
      {details.justification || '–'}
      <div className={table.second}>
        {details.case_number}
        {details.purpose !== '' && (
          <div>
            <PurposeWords code={details.purpose} />
          </div>
        )}
      </div>
    </>
  );
}

function Answer({ use }: { use: Use }) {
  const results = whole(use.results);
  return (
    <>
      <Badge tone={use.permitted ? 'plain' : 'caution'}>
        {use.permitted ? <Trans>permitted</Trans> : <Trans>refused</Trans>}
      </Badge>
      <div className={table.second}>
        {use.permitted ? <Trans>{results} results</Trans> : use.reason}
        {!use.permitted && ` (${use.rules.join(', ')})`}
      </div>
    </>
  );
}
