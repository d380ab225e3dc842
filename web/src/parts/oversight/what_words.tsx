import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';

// What the ledger says was used, and how it is called here.
const WORDS: Record<string, MessageDescriptor> = {
  search: msg`Search`,
  'look back': msg`Look-back of a list`,
  purpose: msg`Purpose, stated`,
  read: msg`Read`,
  picture: msg`Picture of a read`,
  'picture with people': msg`Picture of a read, with the people in it`,
  hits: msg`Hits`,
  hit: msg`Hit`,
  'picture of a hit': msg`Picture of a hit`,
  incidents: msg`Incidents`,
  incident: msg`Incident`,
  'withdrawn hits': msg`Withdrawn hits`,
  validate_hit: msg`Hit, judged`,
  entries: msg`Entries of a list`,
  entry: msg`Entry of a list`,
  'past of an entry': msg`Past of an entry`,
  'wrong entries': msg`Entries declared wrong`,
  'changed entries': msg`Changed entries of a list`,
  'preview of a list': msg`Preview of a list`,
  import_entry: msg`Entry of a list, put`,
  withdraw_entry: msg`Entry of a list, ended`,
  mark_wrong: msg`Entry of a list, called wrong`,
  change_list: msg`List, changed`,
  check_plates: msg`Plates, checked by a program`,
  change_settings: msg`Cameras and settings, changed`,
  tend_quarantine: msg`Message from quarantine, replayed`,
  see_people: msg`Accounts`,
  ledger: msg`This log`,
  'ledger patterns': msg`What stands out in this log`,
  'audit sample': msg`Sample of a month, drawn`,
  audits: msg`Samples to judge`,
  'audit verdict': msg`Use of a sample, judged`,
  'register of processing': msg`Register of processing`,
  'register of cameras': msg`Register of cameras`,
  'package for a data subject': msg`Package for the holder of a plate`,
  statistics: msg`Public numbers`,
  grant: msg`Grant`,
  'grant revoked': msg`Grant, revoked`,
  authorisation: msg`Authorisation, registered`,
  'authorisation confirmed': msg`Authorisation, confirmed`,
  agreements: msg`Agreements to wide searches`,
  'agreement asked': msg`Agreement to a wide search, asked for`,
  'agreement given': msg`Agreement to a wide search, given`,
  'authorisation revoked': msg`Authorisation, revoked`,
  'document of an authorisation': msg`Document of an authorisation`,
  authorisations: msg`Authorisations`,
  day: msg`A day of reads`,
  'details of uses': msg`Details of uses`,
  account: msg`Account, added`,
  'account changed': msg`Account, changed`,
  'close plates': msg`Plates that an account may not look up, told`,
  token: msg`Token, made`,
  'second factor reset': msg`Second factor, reset`,
  'break glass': msg`Break-glass account, signed in`,
  software: msg`Software and law at a start`,
};

// What was used, in words; what is not known here is shown as it is written.
export function WhatWords({ what }: { what: string }) {
  const { i18n } = useLingui();
  const words = WORDS[what];
  return <>{words ? i18n._(words) : what}</>;
}
