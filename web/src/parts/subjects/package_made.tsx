import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { SubjectPackage } from '../../api/generated';
import { whole } from '../../text/format';
import form from '../page/form.module.css';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { save_bytes } from '../page/save_file';
import { Icon } from '../signs/icon';
import { bytes_of } from './subject_wish';

type Props = { made: SubjectPackage; recipient: string; onDone: () => void };

// What is in the box is told by its counts alone: who made it cannot look inside.
export function PackageMade({ made, recipient, onDone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const save = () => {
    const bytes = bytes_of(made.sealed);
    if (bytes) save_bytes(`package-${made.ledger_number}.sealed`, bytes);
  };
  return (
    <div ref={box} className={page.stack} role="status" tabIndex={-1}>
      <p>
        <Trans>The package is made, and stands in the ledger as disclosed to {recipient}.</Trans>
      </p>
      <dl className={page.facts}>
        <Fact name={<Trans>Reads in it</Trans>}>{whole(made.reads)}</Fact>
        <Fact name={<Trans>Searches that named the plate</Trans>}>{whole(made.consultations)}</Fact>
        <Fact name={<Trans>Number in the ledger</Trans>}>{made.ledger_number}</Fact>
        <Fact name={<Trans>Digest of the file, SHA-256</Trans>}>
          <code>{made.sha256}</code>
        </Fact>
      </dl>
      <p className={form.hint}>
        <Trans>
          Send the holder this file, and the digest by another way. It is a sealed box of libsodium:
          crypto_box_seal_open opens it with both halves of the key.
        </Trans>
      </p>
      <div className={form.buttons}>
        <button type="button" className="button" data-kind="main" onClick={save}>
          <Icon name="fetch" />
          <Trans>Save the package</Trans>
        </button>
        <button type="button" className="button" onClick={onDone}>
          <Trans>Another request</Trans>
        </button>
      </div>
    </div>
  );
}
