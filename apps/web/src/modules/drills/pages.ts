import { RobotOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const playbooks = { zh: '自动化', en: 'Playbooks' }

export const drillsPages: readonly Page[] = [
  {
    path: 'drills/playbooks',
    title: playbooks,
    permission: 'plan:read',
    nav: [{ section: 'live', to: 'drills/playbooks', title: playbooks, icon: RobotOutlined }],
    load: () => import('./playbooks/playbooks-page.tsx'),
  },
]
