import { CalendarOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const calendar = { zh: '日历', en: 'Calendar' }

export const campaignsPages: readonly Page[] = [
  {
    path: 'campaigns/calendar',
    title: calendar,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'campaigns/calendar', title: calendar, icon: CalendarOutlined }],
    load: () => import('./calendar/calendar-page.tsx'),
  },
]
