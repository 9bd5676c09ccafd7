import { ThunderboltOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const core = { zh: '交易核心', en: 'Order core' }

export const tradePages: readonly Page[] = [
  {
    path: 'trade',
    title: core,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'trade', title: core, icon: ThunderboltOutlined }],
    load: () => import('./core/core-page.tsx'),
  },
]
