import { Trans } from '@lingui/react/macro';
import { Choice } from '../page/field';
import form from '../page/form.module.css';
import styles from './cameras.module.css';

export const MAKES = ['axis', 'hikvision', 'openalpr', 'bas'] as const;
export type Make = (typeof MAKES)[number];

export function MakeName({ make }: { make: Make }) {
  switch (make) {
    case 'axis':
      return 'Axis, FF Group CAMMRA';
    case 'hikvision':
      return 'Hikvision (ISAPI)';
    case 'openalpr':
      return 'OpenALPR, Rekor Scout';
    default:
      return <Trans>Another sender, in BAS's own format</Trans>;
  }
}

type ChoiceProps = { make: Make; onChoose: (make: Make) => void };

export function MakeChoice({ make, onChoose }: ChoiceProps) {
  return (
    <fieldset className={form.choices}>
      <legend>
        <Trans>Make</Trans>
      </legend>
      <div className={styles.makes}>
        {MAKES.map((one) => (
          <Choice
            key={one}
            name="make"
            value={one}
            title={<MakeName make={one} />}
            is_checked={make === one}
            onChoose={() => onChoose(one)}
          />
        ))}
      </div>
    </fieldset>
  );
}

// What is set on the device, after docs/protocols. Its own words stand as they are on its screen.
export function MakeSettings({ make, address }: { make: Make; address: string }) {
  return (
    <ol className={styles.settings}>
      <Lines make={make} address={address} />
      <li>
        <Trans>Set its clock by NTP: what it captured more than a minute ahead is put aside.</Trans>
      </li>
    </ol>
  );
}

function Lines({ make, address }: { make: Make; address: string }) {
  const { host, pathname } = new URL(address);
  switch (make) {
    case 'axis':
      return (
        <>
          <li>
            <Trans>Under “Integration → push events”, choose HTTP POST (JSON), multipart on.</Trans>
          </li>
          <li>
            <Trans>The server URL is the address above.</Trans>
          </li>
          <li>
            <Trans>
              Send the events “new” and “lost”; switch the event buffer and second image on.
            </Trans>
          </li>
        </>
      );
    case 'hikvision':
      return (
        <>
          <li>
            <Trans>
              Under “Network → Advanced → HTTP Listening”: host {host}, URL {pathname}, protocol
              HTTPS.
            </Trans>
          </li>
          <li>
            <Trans>In the linkage of the event, switch on “notify surveillance centre”.</Trans>
          </li>
          <li>
            <Trans>Send the pictures of plate and scene, none of the cabin.</Trans>
          </li>
        </>
      );
    case 'openalpr':
      return (
        <li>
          <Trans>In “alprd.conf”: upload_data = 1, and upload_address is the address above.</Trans>
        </li>
      );
    default:
      return (
        <li>
          <Trans>POST each read as JSON to the address above, as docs/protocols/bas.md says.</Trans>
        </li>
      );
  }
}
