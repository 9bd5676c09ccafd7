import { AlertOutlined, ClockCircleOutlined, FundProjectionScreenOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const clocks = { zh: '时限', en: 'Deadlines' }
const alerts = { zh: '告警', en: 'Alerts' }
const wall = { zh: '大屏', en: 'War room' }

export const livePages: readonly Page[] = [
  {
    path: 'live',
    title: wall,
    permission: 'metrics:read',
    nav: [{ section: 'live', to: 'live', title: wall, icon: FundProjectionScreenOutlined }],
    load: () => import('./wall/wall-page.tsx'),
  },
  {
    path: 'live/alerts',
    title: alerts,
    permission: 'plan:read',
    nav: [{ section: 'live', to: 'live/alerts', title: alerts, icon: AlertOutlined }],
    load: () => import('./alerts/alerts-page.tsx'),
  },
  {
    path: 'live/alerts/:incident',
    title: { zh: '告警详情', en: 'Alert' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./alerts/incident/incident-page.tsx'),
  },
  {
    path: 'live/clocks',
    title: clocks,
    permission: 'plan:read',
    nav: [{ section: 'live', to: 'live/clocks', title: clocks, icon: ClockCircleOutlined }],
    load: () => import('./clocks/clocks-page.tsx'),
  },
]
