import { afterEach, expect, test, vi } from 'vitest';
import { answer_proof, is_proof_asked, on_proof_asked, proving } from './proof';

const ADDRESS = 'http://bas.test/api/v1/users/7';

const refusal = () =>
  new Response(JSON.stringify({ type: '/problems/proof-needed', title: '', status: 403 }), {
    status: 403,
  });

// A server that asks for a proof until it has one, and keeps what it was sent.
function server() {
  const got: string[] = [];
  let is_proved = false;
  const send: typeof fetch = async (input) => {
    const request = input as Request;
    got.push(`${request.method} ${await request.text()}`);
    return is_proved ? new Response('{}') : refusal();
  };
  const prove = () => {
    is_proved = true;
    answer_proof(true);
  };
  return { got, ask: proving(send), prove };
}

const change = (body: string) => ({ method: 'PATCH', body });

afterEach(() => answer_proof(false));

test('an act is repeated whole once who is there has been shown', async () => {
  const { got, ask, prove } = server();
  const answer = ask(ADDRESS, change('{"role":"operator"}'));
  await vi.waitFor(() => expect(is_proof_asked()).toBe(true));
  expect(got).toHaveLength(1);
  prove();
  expect((await answer).status).toBe(200);
  expect(got).toEqual(['PATCH {"role":"operator"}', 'PATCH {"role":"operator"}']);
  expect(is_proof_asked()).toBe(false);
});

test('two acts at once ask one question', async () => {
  const { got, ask, prove } = server();
  const heard = vi.fn();
  const forget = on_proof_asked(heard);
  const answers = Promise.all([ask(ADDRESS, change('1')), ask(ADDRESS, change('2'))]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  prove();
  expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
  expect(got).toHaveLength(4);
  expect(is_proof_asked()).toBe(false);
  forget();
});

test('who does not answer has the refusal, and nothing is sent again', async () => {
  const { got, ask } = server();
  const answer = ask(ADDRESS, change('{}'));
  await vi.waitFor(() => expect(is_proof_asked()).toBe(true));
  answer_proof(false);
  const told = await answer;
  expect(told.status).toBe(403);
  expect(await told.json()).toMatchObject({ type: '/problems/proof-needed' });
  expect(got).toHaveLength(1);
});

test('a proof that did not help is not asked for without end', async () => {
  const { got, ask } = server();
  const answer = ask(ADDRESS, change('{}'));
  await vi.waitFor(() => expect(is_proof_asked()).toBe(true));
  answer_proof(true);
  expect((await answer).status).toBe(403);
  expect(got).toHaveLength(2);
});

test('a wrong proof is told to who gave it, and another refusal to who asked', async () => {
  const { ask } = server();
  const proof = await ask('http://bas.test/api/v1/session/proof', change('{}'));
  expect(proof.status).toBe(403);
  const forbidden = proving(
    async () => new Response('{"type":"/problems/forbidden"}', { status: 403 }),
  );
  expect((await forbidden(ADDRESS)).status).toBe(403);
  const odd = proving(async () => new Response('<html>', { status: 403 }));
  expect((await odd(ADDRESS)).status).toBe(403);
  expect(is_proof_asked()).toBe(false);
});
