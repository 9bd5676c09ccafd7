import { FundProjectionScreenOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const wall = { zh: '大屏', en: 'War room' }

export const livePages: readonly Page[] = [
  {
    path: 'live',
    title: wall,
    permission: 'metrics:read',
    nav: [{ section: 'live', to: 'live', title: wall, icon: FundProjectionScreenOutlined }],
    load: () => import('./wall/wall-page.tsx'),
  },
]
