import { AlertOutlined, RobotOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const playbooks = { zh: '自动化', en: 'Playbooks' }
const drills = { zh: '预案与演练', en: 'Plans and drills' }

export const drillsPages: readonly Page[] = [
  {
    path: 'drills/playbooks',
    title: playbooks,
    permission: 'plan:read',
    nav: [{ section: 'live', to: 'drills/playbooks', title: playbooks, icon: RobotOutlined }],
    load: () => import('./playbooks/playbooks-page.tsx'),
  },
  {
    path: 'drills',
    title: drills,
    permission: 'plan:read',
    nav: [{ section: 'live', to: 'drills', title: drills, icon: AlertOutlined }],
    load: () => import('./desk/drills-page.tsx'),
  },
]
