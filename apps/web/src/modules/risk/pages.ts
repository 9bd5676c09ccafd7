import { SafetyOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const risk = { zh: '风控', en: 'Risk' }

export const riskPages: readonly Page[] = [
  {
    path: 'risk',
    title: risk,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'risk', title: risk, icon: SafetyOutlined }],
    load: () => import('./payment/risk-page.tsx'),
  },
]
