import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import styles from './cameras.module.css';
import type { Make } from './makes';

// In the order they are taken. The first makes the camera, so it has no address of one.
export const STEPS = ['identify', 'send', 'first', 'position', 'period', 'done'] as const;
export type Step = (typeof STEPS)[number];

export const step_after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'done';

export const is_step = (text: string): text is Step => STEPS.includes(text as Step);

function StepName({ step }: { step: Step }) {
  switch (step) {
    case 'identify':
      return <Trans>Identify</Trans>;
    case 'send':
      return <Trans>Where it sends</Trans>;
    case 'first':
      return <Trans>First read</Trans>;
    case 'position':
      return <Trans>Direction</Trans>;
    case 'period':
      return <Trans>Authorised period</Trans>;
    default:
      return <Trans>Done</Trans>;
  }
}

type Props = { now: Step; camera: string | undefined; make: Make | undefined };

// Every step can be reached again once there is a camera.
export function StepList({ now, camera, make }: Props) {
  const { t } = useLingui();
  return (
    <nav className={styles.steps} aria-label={t`Steps`}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step} data-done={STEPS.indexOf(now) > index} data-now={step === now}>
            {camera === undefined ? (
              <span aria-current={step === now ? 'step' : undefined}>
                <StepName step={step} />
              </span>
            ) : (
              <Link
                to="/cameras/$id/connect/$step"
                params={{ id: camera, step }}
                search={{ make }}
                aria-current={step === now ? 'step' : undefined}
              >
                <StepName step={step} />
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
