// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useKeys } from './use_keys';

const next = vi.fn();
const help = vi.fn();
const enlarge = vi.fn();

function Screen() {
  const list = useRef<HTMLDivElement>(null);
  useKeys({ help });
  useKeys({ next_row: next, enlarge }, list);
  return (
    <>
      <div ref={list} tabIndex={-1} data-testid="list">
        <button type="button">press</button>
        <input aria-label="text" />
      </div>
      <div tabIndex={-1} data-testid="elsewhere" />
    </>
  );
}

afterEach(cleanup);

it('lets letters act only where they belong', async () => {
  render(<Screen />);
  const user = userEvent.setup();
  screen.getByTestId('elsewhere').focus();
  await user.keyboard('j');
  expect(next).not.toHaveBeenCalled();
  screen.getByTestId('list').focus();
  await user.keyboard('j');
  expect(next).toHaveBeenCalledTimes(1);
});

it('leaves typing and the space of a button alone', async () => {
  render(<Screen />);
  const user = userEvent.setup();
  next.mockClear();
  screen.getByLabelText('text').focus();
  await user.keyboard('j');
  screen.getByRole('button').focus();
  await user.keyboard(' ');
  expect(next).not.toHaveBeenCalled();
  expect(enlarge).not.toHaveBeenCalled();
  screen.getByTestId('list').focus();
  await user.keyboard(' ');
  expect(enlarge).toHaveBeenCalledTimes(1);
});

it('takes F1 everywhere, and nothing that AltGr makes', () => {
  render(<Screen />);
  help.mockClear();
  const press = (key: string, altgr: boolean) =>
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, modifierAltGraph: altgr, bubbles: true }),
    );
  press('F1', true);
  expect(help).not.toHaveBeenCalled();
  press('F1', false);
  expect(help).toHaveBeenCalledTimes(1);
});
