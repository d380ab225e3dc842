// A provider that lies as it is told to: it publishes keys, and gives out whatever token the test
// wants, signed as the test wants. Prints its issuer.
//
//   POST /sign    {how, header, claims}: the token as text; see `signed`
//   POST /give    {token}: what the token endpoint gives from now on
//   POST /rotate  another key in the place of the one it has
//   GET  /asked   what it was asked: {keys, token: [{authorization, form}]}
import { createServer } from 'node:http';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

let keys = 0;
const asked = { keys: 0, token: [] };
let given = '';
let pair;
let stranger;

async function rotate() {
  keys += 1;
  pair = { kid: `k${keys}`, ...(await generateKeyPair('RS256', { extractable: true })) };
  stranger = await generateKeyPair('RS256', { extractable: true });
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function signed({ how, header = {}, claims }) {
  const usual = { alg: 'RS256', kid: pair.kid, typ: 'JWT', ...header };
  const made = new SignJWT(claims);
  if (how === 'none') return `${part({ ...usual, alg: 'none' })}.${part(claims)}.`;
  if (how === 'stranger') return made.setProtectedHeader(usual).sign(stranger.privateKey);
  if (how === 'stranger with its key') {
    const jwk = await exportJWK(stranger.publicKey);
    return made.setProtectedHeader({ ...usual, jwk }).sign(stranger.privateKey);
  }
  if (how === 'mac') {
    const secret = new TextEncoder().encode(await exportSPKI(pair.publicKey));
    return made.setProtectedHeader({ ...usual, alg: 'HS256' }).sign(secret);
  }
  if (how === 'no object') {
    const content = new TextEncoder().encode(JSON.stringify(claims));
    return new CompactSign(content).setProtectedHeader(usual).sign(pair.privateKey);
  }
  return made.setProtectedHeader(usual).sign(pair.privateKey);
}

async function text_of(request) {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

const answers = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  }),
  '/jwks': async () => {
    asked.keys += 1;
    return { keys: [{ ...(await exportJWK(pair.publicKey)), kid: pair.kid, use: 'sig' }] };
  },
  '/token': async (request) => {
    const form = Object.fromEntries(new URLSearchParams(await text_of(request)));
    asked.token.push({ authorization: request.headers.authorization, form });
    return { access_token: 'unused', token_type: 'Bearer', id_token: given };
  },
  '/sign': async (request) => ({ token: await signed(JSON.parse(await text_of(request))) }),
  '/give': async (request) => {
    given = JSON.parse(await text_of(request)).token;
    return {};
  },
  '/rotate': async () => {
    await rotate();
    return {};
  },
  '/asked': () => asked,
};

async function answer(request, response) {
  const made = answers[new URL(request.url, issuer).pathname];
  response.setHeader('content-type', 'application/json');
  if (!made) response.writeHead(404).end('{}');
  else response.end(JSON.stringify(await made(request)));
}

await rotate();
const server = createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
console.log(`ready ${issuer}`);
