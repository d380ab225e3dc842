import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { holds_changed } from '../../api/case_queries';
import { answered } from '../../api/failure';
import { makes_holds } from '../../api/gate_queries';
import { makeHold, type Read } from '../../api/generated';
import { session_query } from '../../api/queries';
import { instant } from '../../text/instant';
import { Confirm } from '../page/confirm';
import { Field } from '../page/field';
import page from '../page/page.module.css';
import { ReviewField } from './review_field';

const MOST = 100;

type Props = { purpose: string; reads: Read[] };

// What was found, copied into the case before its term ends.
export function HoldReads({ purpose, reads }: Props) {
  const role = useQuery(session_query).data?.user.role;
  if (!role || !makes_holds(role)) return null;
  const held = reads.slice(0, MOST);
  const count = held.length;
  const act = async (_: string, fields: FormData) => {
    const body = {
      for: purpose,
      report_number: String(fields.get('report_number')),
      review_at: instant(String(fields.get('review_at'))),
      reads: held.map(({ id }) => id),
    };
    await answered(makeHold({ body }));
    await holds_changed();
  };
  return (
    <div className={page.actions}>
      <Confirm
        button={<Trans>Keep in the case…</Trans>}
        title={<Trans>Keep in the case?</Trans>}
        verb={<Trans>Keep</Trans>}
        act={act}
      >
        <p>
          <Plural
            value={count}
            one="# read is copied with its pictures. The copy outlives the read, and stretches no term."
            other="# reads are copied with their pictures. The copies outlive the reads, and stretch no term."
          />
        </p>
        <Field name={<Trans>Number of the report</Trans>}>
          <input name="report_number" required maxLength={100} />
        </Field>
        <ReviewField />
      </Confirm>
    </div>
  );
}
