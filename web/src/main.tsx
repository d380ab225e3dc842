import { CSPProvider } from '@base-ui/react/csp-provider';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { cache } from './api/queries';
import { router } from './pages/routes';
import './parts/base.css';
import { start_device } from './parts/device/apply';
import { use_profile_language } from './text/language';

// The language comes first, so that no word is ever shown in another.
async function start(): Promise<void> {
  await use_profile_language();
  start_device();
  const box = document.getElementById('root');
  if (!box) throw new Error('the page has no root');
  createRoot(box).render(
    <I18nProvider i18n={i18n}>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={cache}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </CSPProvider>
    </I18nProvider>,
  );
}

void start();
