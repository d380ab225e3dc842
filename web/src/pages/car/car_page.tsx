import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import styles from '../../parts/car/car.module.css';
import type { Verb } from '../../parts/car/car_acts';
import { CarBar } from '../../parts/car/car_bar';
import { CarButtons } from '../../parts/car/car_buttons';
import { CarHit } from '../../parts/car/car_hit';
import { forget_judged, useJudged, useOutbox } from '../../parts/car/car_outbox';
import { OutboxStrip } from '../../parts/car/outbox_strip';
import { useCar } from '../../parts/car/use_car';
import { useReading } from '../../parts/car/use_reading';
import { UndoBar } from '../../parts/card/undo_bar';
import { useKeys } from '../../parts/keys/use_keys';
import { useAct } from '../../parts/page/act';
import { enter_car } from '../../parts/shell/palette';

// For a tablet in a car: one hit, two acts, nothing to type.
export function CarPage() {
  const { t } = useLingui();
  const screen = useRef<HTMLElement>(null);
  const car = useCar();
  const box = useOutbox();
  const reading = useReading(car.hit);
  const navigate = useNavigate();
  const [painted, set_painted] = useState<string | null>(null);
  const { hit } = car;
  useEffect(enter_car, []);
  useEffect(() => screen.current?.focus(), []);
  useKeys({ leave_car: () => void navigate({ to: '/watch', search: {} }) });
  useKeys(
    {
      next_in_car: () => car.step(1),
      previous_in_car: () => car.step(-1),
      read_aloud: reading.read,
    },
    screen,
  );
  // The button that was pressed is of another hit from now on: the keys stay with the screen.
  const act = (verb: Verb) => {
    car.act(verb);
    screen.current?.focus();
  };
  return (
    <main ref={screen} className={styles.car} tabIndex={-1}>
      <h1 className="unseen">{t`Car mode`}</h1>
      <CarBar at={car.at} count={car.count} reading={reading} onStep={car.step} />
      <OutboxStrip box={box} me={car.me} />
      {hit ? (
        <>
          <CarHit
            key={hit.id}
            hit={hit}
            spelled={reading.spelled}
            onPainted={() => set_painted(hit.id)}
          />
          <CarButtons hit={hit} is_painted={painted === hit.id} waiting={car.waiting} onAct={act} />
        </>
      ) : (
        <p className={styles.nothing}>
          {car.is_ready ? <Trans>No hit waits for you.</Trans> : <Trans>Fetching</Trans>}
        </p>
      )}
      <TakeBack />
    </main>
  );
}

// The verdict that was sent last can be taken back for ten seconds.
function TakeBack() {
  const judged = useJudged();
  const undoing = useAct();
  return judged && <UndoBar judged={judged} act={undoing} onUndone={forget_judged} />;
}
