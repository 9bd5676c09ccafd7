import { SafetyOutlined, UsergroupAddOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const risk = { zh: '风控', en: 'Risk' }
const accounts = { zh: '关联账号', en: 'Linked accounts' }

export const riskPages: readonly Page[] = [
  {
    path: 'risk',
    title: risk,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'risk', title: risk, icon: SafetyOutlined }],
    load: () => import('./payment/risk-page.tsx'),
  },
  {
    path: 'risk/accounts',
    title: accounts,
    permission: 'trade:write',
    nav: [{ section: 'trade', to: 'risk/accounts', title: accounts, icon: UsergroupAddOutlined }],
    load: () => import('./accounts/accounts-page.tsx'),
  },
]
