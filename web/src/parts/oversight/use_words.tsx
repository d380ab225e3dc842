import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Use } from '../../api/generated';

// The six verbs of the law.
export function VerbWords({ verb }: { verb: Use['verb'] }) {
  switch (verb) {
    case 'collect':
      return <Trans>collected</Trans>;
    case 'alter':
      return <Trans>changed</Trans>;
    case 'consult':
      return <Trans>consulted</Trans>;
    case 'disclose':
      return <Trans>disclosed</Trans>;
    case 'combine':
      return <Trans>combined</Trans>;
    case 'erase':
      return <Trans>erased</Trans>;
  }
}

// What was used, in words; what is not known here is shown as it is written.
export function WhatWords({ what }: { what: string }): ReactNode {
  switch (what) {
    case 'search':
      return <Trans>Search</Trans>;
    case 'ledger':
      return <Trans>This log</Trans>;
    case 'ledger patterns':
      return <Trans>What stands out in this log</Trans>;
    case 'audit sample':
      return <Trans>Sample of a month, drawn</Trans>;
    case 'audits':
      return <Trans>Samples to judge</Trans>;
    case 'audit verdict':
      return <Trans>Use of a sample, judged</Trans>;
    case 'register of processing':
      return <Trans>Register of processing</Trans>;
    case 'register of cameras':
      return <Trans>Register of cameras</Trans>;
    case 'package for a data subject':
      return <Trans>Package for the holder of a plate</Trans>;
    case 'statistics':
      return <Trans>Public numbers</Trans>;
    case 'grant':
      return <Trans>Grant</Trans>;
    case 'grant revoked':
      return <Trans>Grant, revoked</Trans>;
    case 'authorisation':
      return <Trans>Authorisation, registered</Trans>;
    case 'authorisation confirmed':
      return <Trans>Authorisation, confirmed</Trans>;
    case 'authorisation revoked':
      return <Trans>Authorisation, revoked</Trans>;
    case 'document of an authorisation':
      return <Trans>Document of an authorisation</Trans>;
    case 'authorisations':
      return <Trans>Authorisations</Trans>;
    case 'day':
      return <Trans>A day of reads</Trans>;
    case 'details of uses':
      return <Trans>Details of uses</Trans>;
    case 'account':
      return <Trans>Account, added</Trans>;
    case 'account changed':
      return <Trans>Account, changed</Trans>;
    case 'token':
      return <Trans>Token, made</Trans>;
    case 'second factor reset':
      return <Trans>Second factor, reset</Trans>;
    case 'break glass':
      return <Trans>Break-glass account, signed in</Trans>;
    case 'software':
      return <Trans>Software and law at a start</Trans>;
    default:
      return what;
  }
}
