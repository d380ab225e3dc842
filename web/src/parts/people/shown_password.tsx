import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import form from '../page/form.module.css';
import page from '../page/page.module.css';
import { Icon } from '../signs/icon';

type Props = { name: string; password: string; onKept: () => void };

// Stands on the screen alone, and only until it was handed over.
export function ShownPassword({ name, password, onKept }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className={form.summary} role="status" tabIndex={-1}>
      <p>
        <Trans>
          The first password of {name}. It is shown this once: hand it over in person or by
          telephone, and have it changed under the name at the top right.
        </Trans>
      </p>
      <p>
        <code className={page.code}>{password}</code>
      </p>
      <div className={form.buttons}>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard?.writeText(password)}
        >
          <Icon name="copy" />
          <Trans>Copy</Trans>
        </button>
        <button type="button" className="button" data-kind="main" onClick={onKept}>
          <Trans>I have handed it over</Trans>
        </button>
      </div>
    </div>
  );
}
