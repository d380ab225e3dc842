import { Trans } from '@lingui/react/macro';
import { server_now } from '../../api/server_clock';
import { typed_time } from '../../text/instant';
import { Field } from '../page/field';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const MOST_DAYS = 365;

// When it is looked at again whether the case still needs what it keeps.
export function ReviewField() {
  const now = server_now();
  return (
    <Field
      name={<Trans>Reviewed by</Trans>}
      hint={<Trans>Within a year. From then on nobody opens it until somebody reviews it.</Trans>}
    >
      <input
        name="review_at"
        type="datetime-local"
        required
        min={typed_time(now)}
        max={typed_time(now + MOST_DAYS * DAY_MS)}
        defaultValue={typed_time(now + USUAL_DAYS * DAY_MS)}
      />
    </Field>
  );
}
