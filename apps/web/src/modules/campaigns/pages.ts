import { CalendarOutlined, ExperimentOutlined, RocketOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const calendar = { zh: '日历', en: 'Calendar' }
const initiatives = { zh: '改善项目', en: 'Initiatives' }
const campaigns = { zh: '活动', en: 'Campaigns' }

export const campaignsPages: readonly Page[] = [
  {
    path: 'campaigns/calendar',
    title: calendar,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'campaigns/calendar', title: calendar, icon: CalendarOutlined }],
    load: () => import('./calendar/calendar-page.tsx'),
  },
  {
    path: 'campaigns',
    title: campaigns,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'campaigns', title: campaigns, icon: RocketOutlined }],
    load: () => import('./list/campaigns-page.tsx'),
  },
  {
    path: 'campaigns/initiatives',
    title: initiatives,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'campaigns/initiatives', title: initiatives, icon: ExperimentOutlined }],
    load: () => import('./initiatives/initiatives-page.tsx'),
  },
  {
    path: 'campaigns/:campaign',
    title: { zh: '活动', en: 'Campaign' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./campaign/campaign-page.tsx'),
  },
]
