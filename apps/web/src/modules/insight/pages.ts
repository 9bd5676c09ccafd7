import { BookOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const metrics = { zh: '指标', en: 'Metrics' }

export const insightPages: Page[] = [
  {
    path: 'insight/metrics',
    title: metrics,
    permission: 'metrics:read',
    nav: [{ section: 'data', to: 'insight/metrics', title: metrics, icon: BookOutlined }],
    load: () => import('./dictionary/dictionary-page.tsx'),
  },
]
