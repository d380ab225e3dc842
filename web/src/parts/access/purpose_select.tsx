import type { Regime } from '../../api/generated';
import { PurposeWords } from './purpose_words';

type Props = {
  purposes: Regime['purposes'];
  chosen?: string | undefined;
  onChoose?: (code: string) => void;
};

// The purposes for which somebody may act, in words, as the field `purpose` of a form.
export function PurposeSelect({ purposes, chosen, onChoose }: Props) {
  return (
    <select
      name="purpose"
      {...(chosen === undefined ? {} : { value: chosen })}
      onChange={(event) => onChoose?.(event.currentTarget.value)}
    >
      {purposes.map(({ code }) => (
        <option key={code} value={code}>
          {PurposeWords({ code })}
        </option>
      ))}
    </select>
  );
}
