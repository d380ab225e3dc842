// The address holds the period and whose cameras count.
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { PERIODS } from '../../parts/statistics/period';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const StatisticsPage = screen_of(() => import('./statistics_pages'))(
  (pages) => pages.StatisticsPage,
);

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: z.object({
    days: z
      .union(PERIODS.map((days) => z.literal(days)))
      .optional()
      .catch(undefined),
    zones: z.enum(['own', 'all']).optional().catch(undefined),
  }),
  component: StatisticsAt,
});

function StatisticsAt() {
  const { days = 28, zones = 'own' } = statistics.useSearch();
  const navigate = statistics.useNavigate();
  return (
    <StatisticsPage
      days={days}
      zones={zones}
      onChoose={(chosen) =>
        void navigate({ search: (was) => ({ ...was, ...chosen }), replace: true })
      }
    />
  );
}

export const statistics_routes = [statistics] as const;
