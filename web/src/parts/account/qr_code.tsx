import { useLingui } from '@lingui/react/macro';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import styles from './account.module.css';

const QUIET = 4; // modules of margin that ISO/IEC 18004 asks for

// Dark on light in every palette: not every phone reads it the other way round.
export function QrCode({ text }: { text: string }) {
  const { t } = useLingui();
  const code = generate(text);
  const side = code.size + 2 * QUIET;
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={t`The secret as a QR code`}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect className={styles.paper} x={-QUIET} y={-QUIET} width={side} height={side} />
      <path className={styles.ink} d={toSvgPath(code)} />
    </svg>
  );
}
