import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { PurposeWords } from '../access/purpose_words';

const WORDS: Readonly<Record<string, MessageDescriptor>> = {
  basis: msg`Legal basis`,
  cameras: msg`Cameras`,
  capacity: msg`Acts as`,
  categories_of_data: msg`Categories of data`,
  category: msg`Category`,
  certainty: msg`Certainty of the source`,
  controllers: msg`Controllers`,
  entries_by_priority: msg`Entries, by priority`,
  entry_days_most: msg`Days an entry stands at most`,
  from: msg`From`,
  from_zone: msg`Data of`,
  grants: msg`Grants between zones`,
  heading_deg: msg`Heading, degrees`,
  impact_assessment: msg`Version of the impact assessment`,
  in_use: msg`In use`,
  kind: msg`Kind`,
  lanes: msg`Lanes`,
  latitude: msg`Latitude`,
  legal_source: msg`Stands by the act`,
  lists: msg`Lists`,
  log: msg`The log of all uses`,
  longitude: msg`Longitude`,
  municipality: msg`Municipality`,
  name: msg`Name`,
  needs_danger: msg`Needs a serious danger`,
  owner: msg`Owner`,
  place: msg`Place`,
  prohibited_attributes: msg`What is never searched by`,
  purposes: msg`Purposes`,
  reads: msg`Reads`,
  reads_of_camera_act: msg`Reads of cameras of the camera act`,
  reads_of_designated_places: msg`Reads at designated places`,
  recipients: msg`Recipients`,
  regime: msg`The law as it is applied`,
  road: msg`Road`,
  sha256: msg`Digest, SHA-256`,
  since: msg`Since`,
  supervisor: msg`Supervisor`,
  terms: msg`How long data are kept`,
  title: msg`Title`,
  to_zone: msg`For people of`,
  until: msg`Until`,
  without_authorisation: msg`Without an authorisation`,
  zone: msg`Zone`,
};

// The name of a member of a register. One that is not known here is shown as it is written.
export function MemberWords({ name }: { name: string }) {
  const { _ } = useLingui();
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  return words ? _(words) : <PurposeWords code={name} />;
}
