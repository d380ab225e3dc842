// A real identity provider for the tests: oidc-provider on a free port of this machine. Prints its
// issuer; what it is to be comes by POST /setup, before anybody is sent here.
//
//   POST /setup               {client_id, client_secret, redirect_uri, logout_uri, people}
//   POST /people              {<subject>: {name, groups, …}}: from now on
//   GET  /interaction/<uid>   ?subject=: that person proves who it is; without one it declines
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

let provider;
let people = {};

async function signing_key(alg, kid) {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

async function set_up(wanted) {
  people = wanted.people;
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: wanted.client_id,
        client_secret: wanted.client_secret,
        redirect_uris: [wanted.redirect_uri],
        backchannel_logout_uri: wanted.logout_uri,
        backchannel_logout_session_required: true,
        id_token_signed_response_alg: wanted.algorithm ?? 'RS256',
        require_auth_time: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'locale', 'groups'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = form;
        },
      },
    },
    // It refuses to speak to this machine, which is all there is here.
    fetch: (url, { dispatcher: _unused, ...options }) => fetch(url, options),
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people[subject] }),
    }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [await signing_key('RS256', 'r1'), await signing_key('ES256', 'e1')] },
    // Nobody is asked for consent: the zone has given it.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
  });
  provider.on('server_error', (_ctx, error) => console.error(error));
}

async function body_of(request) {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}

async function answer(request, response) {
  const url = new URL(request.url, issuer);
  if (url.pathname === '/setup') await set_up(await body_of(request));
  else if (url.pathname === '/people') people = await body_of(request);
  else if (url.pathname.startsWith('/interaction/')) {
    const subject = url.searchParams.get('subject');
    const result = subject
      ? { login: { accountId: subject } }
      : { error: 'access_denied', error_description: 'declined' };
    await provider.interactionFinished(request, response, result);
    return;
  } else {
    provider.callback()(request, response);
    return;
  }
  response.writeHead(204).end();
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
console.log(`ready ${issuer}`);
