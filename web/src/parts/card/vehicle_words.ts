import { useLingui } from '@lingui/react/macro';

// The words that the server settles on for colours and classes; a make is a name in any language.
export function useVehicleWords(): (word: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    white: t`white`,
    grey: t`grey`,
    silver: t`silver`,
    black: t`black`,
    blue: t`blue`,
    red: t`red`,
    green: t`green`,
    brown: t`brown`,
    beige: t`beige`,
    yellow: t`yellow`,
    orange: t`orange`,
    purple: t`purple`,
    pink: t`pink`,
    gold: t`gold`,
    car: t`car`,
    van: t`van`,
    truck: t`truck`,
    bus: t`bus`,
    motorcycle: t`motorcycle`,
    moped: t`moped`,
    trailer: t`trailer`,
    tractor: t`tractor`,
    motorhome: t`motorhome`,
  };
  return (word) => words[word] ?? word;
}
