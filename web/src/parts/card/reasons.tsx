import { Trans } from '@lingui/react/macro';
import type { Hit, HitReasons } from '../../api/generated';
import { whole } from '../../text/format';
import styles from './hit_card.module.css';
import { useVehicleWords } from './vehicle_words';

// Why the read and the entry belong together, each reason in the reader's language.
export function Reasons({ hit }: { hit: Hit }) {
  if (hit.reasons === undefined) return <p lang="en">{hit.explanation}</p>;
  const { reasons } = hit;
  return (
    <ul className={styles.reasons}>
      <Characters reasons={reasons} />
      <Grammar reasons={reasons} />
      <Country reasons={reasons} />
      {reasons.vehicle !== undefined && <SeenVehicle vehicle={reasons.vehicle} />}
    </ul>
  );
}

function Characters({ reasons }: { reasons: HitReasons }) {
  const { kind, differing, missing, extra } = reasons;
  if (kind === 'exact') {
    return (
      <li>
        <Trans>Every character equals the entry.</Trans>
      </li>
    );
  }
  if (kind === 'partial') {
    const pattern = <code>{reasons.pattern}</code>;
    const count = whole(Math.round(reasons.vehicles_that_fit ?? 1));
    return (
      <li>
        <Trans>
          The read fits the partial plate {pattern}; about {count} vehicles on the road do.
        </Trans>
      </li>
    );
  }
  return (
    <>
      {missing !== undefined && <Missing glyph={missing.glyph} place={missing.place} />}
      {extra !== undefined && <Extra glyph={extra.glyph} place={extra.place} />}
      {(differing ?? []).map((one) => (
        <Differing key={one.listed_place} {...one} place={one.listed_place} />
      ))}
    </>
  );
}

function Missing({ glyph, place }: { glyph: string; place: number }) {
  const character = <code>{glyph}</code>;
  return (
    <li>
      <Trans>
        {character} at place {place} was not read.
      </Trans>
    </li>
  );
}

function Extra({ glyph, place }: { glyph: string; place: number }) {
  const character = <code>{glyph}</code>;
  return (
    <li>
      <Trans>
        {character} at place {place} was read too many.
      </Trans>
    </li>
  );
}

function Differing(props: { listed: string; read: string; place: number }) {
  const { place } = props;
  const read = <code>{props.read}</code>;
  const listed = <code>{props.listed}</code>;
  return (
    <li>
      <Trans>
        {read} was read for {listed} at place {place}.
      </Trans>
    </li>
  );
}

function Grammar({ reasons }: { reasons: HitReasons }) {
  if (reasons.kind === 'exact' || reasons.kind === 'partial') return null;
  if (reasons.read_is_known) {
    return (
      <li>
        <Trans>The read is itself a known plate.</Trans>
      </li>
    );
  }
  if (reasons.obeys_grammar === false) {
    return (
      <li>
        <Trans>The read is no plate that its country gives out, which speaks for a misread.</Trans>
      </li>
    );
  }
  return (
    <li>
      <Trans>No such plate as the read is known.</Trans>
    </li>
  );
}

function Country({ reasons }: { reasons: HitReasons }) {
  const { read_country: seen, entry_country: listed } = reasons;
  const texts = {
    both_sides: <Trans>Country {seen} on both sides.</Trans>,
    entry_only: <Trans>The camera did not tell the country; the entry is for {listed}.</Trans>,
    read_only: <Trans>The entry is for any country; the camera saw {seen}.</Trans>,
    neither: <Trans>Neither the camera nor the entry names a country.</Trans>,
  };
  return <li>{texts[reasons.country]}</li>;
}

function SeenVehicle({ vehicle }: { vehicle: NonNullable<HitReasons['vehicle']> }) {
  const word = useVehicleWords();
  const list = (side: 'seen' | 'listed') =>
    vehicle.facts.map((fact) => word(fact[side])).join(', ');
  const seen = list('seen');
  const listed = list('listed');
  const speaks = {
    for: <Trans>That speaks for it.</Trans>,
    against: <Trans>That speaks against it.</Trans>,
    little: <Trans>That says little.</Trans>,
  };
  return (
    <li>
      {seen === listed ? (
        <Trans>The camera saw {seen}, as the entry says.</Trans>
      ) : (
        <Trans>
          The camera saw {seen}; the entry names {listed}.
        </Trans>
      )}{' '}
      {speaks[vehicle.speaks]}{' '}
      {vehicle.plate_follows_person && <Trans>But plates follow the person there.</Trans>}
    </li>
  );
}
