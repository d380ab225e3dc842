import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useState } from 'react';
import type { ImportMode, List } from '../../api/generated';
import { profiles_query } from '../../api/list_queries';
import type { ImportWish } from '../../api/upload';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { Icon } from '../signs/icon';
import styles from './lists.module.css';

type Props = { list: List; onStart: (wish: ImportWish) => void };

// Which file, what it is, and how it is read. The first press only tries.
export function ImportForm({ list, onStart }: Props) {
  const [file, set_file] = useState<File | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file) return;
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '').trim() || undefined;
    onStart({
      list: list.name,
      file,
      dry_run: true,
      mode: text('mode') as ImportMode | undefined,
      profile: text('profile'),
      map: text('map'),
    });
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <FileDrop file={file} onFile={set_file} />
      <ReadingFields list={list} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={file === null}>
          <Icon name="search" />
          <Trans>Try it: change nothing yet</Trans>
        </button>
      </div>
    </form>
  );
}

function FileDrop({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const [is_over, set_over] = useState(false);
  const over = (is_now: boolean) => (event: DragEvent) => {
    event.preventDefault();
    set_over(is_now);
  };
  const drop = (event: DragEvent) => {
    over(false)(event);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the field inside does the same
    <div
      className={styles.drop}
      data-over={is_over}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={drop}
    >
      <Field name={<Trans>File of entries: CSV, fixed width or JSON</Trans>}>
        <input type="file" onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)} />
      </Field>
      <p className={form.hint}>
        {file ? <strong>{file.name}</strong> : <Trans>Choose it, or let it fall here.</Trans>}
      </p>
    </div>
  );
}

function ReadingFields({ list }: { list: List }) {
  const profiles = useQuery(profiles_query);
  return (
    <div className={form.row}>
      <Field name={<Trans>What the file is</Trans>}>
        <select name="mode" defaultValue="">
          <option value="">
            <As of="profile" />
          </option>
          <option value="full">
            <As of="full" />
          </option>
          <option value="delta">
            <As of="delta" />
          </option>
          <option value="merge">
            <As of="merge" />
          </option>
        </select>
      </Field>
      <Field name={<Trans>Profile</Trans>}>
        <select name="profile" defaultValue="">
          <option value="">{list.profile ? <As of="own" /> : <As of="none" />}</option>
          {(profiles.data ?? []).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        name={<Trans>Or how its columns are named</Trans>}
        hint={<Trans>Such as plate=Kenteken;country=Land</Trans>}
      >
        <input name="map" spellCheck={false} />
      </Field>
    </div>
  );
}

type Way = 'profile' | 'full' | 'delta' | 'merge' | 'own' | 'none';

function As({ of }: { of: Way }) {
  if (of === 'full') return <Trans>The whole list: what is not in it is removed</Trans>;
  if (of === 'delta') return <Trans>Changes only: lines that add, change or end</Trans>;
  if (of === 'merge') return <Trans>Entries to add or change; nothing is removed</Trans>;
  if (of === 'own') return <Trans>The profile of this list</Trans>;
  if (of === 'none') return <Trans>None: the first line names the columns</Trans>;
  return <Trans>As the profile says</Trans>;
}
