import { FileDoneOutlined, ImportOutlined, SwapOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const imports = { zh: '导入', en: 'Import' }
const review = { zh: '核对文件', en: 'Check files' }
const result = { zh: '导入结果', en: 'Import result' }
const mappings = { zh: '列对应', en: 'Column mappings' }
const quality = { zh: '质量', en: 'Quality' }

export const dataPages: Page[] = [
  {
    path: 'data/imports',
    title: imports,
    permission: 'data:import',
    nav: [{ section: 'data', to: 'data/imports', title: imports, icon: ImportOutlined }],
    load: () => import('./imports/imports-page.tsx'),
  },
  {
    path: 'data/imports/new',
    title: review,
    permission: 'data:import',
    nav: [],
    load: () => import('./imports/review-page.tsx'),
  },
  {
    path: 'data/imports/:job',
    title: result,
    permission: 'data:import',
    nav: [],
    load: () => import('./imports/result-page.tsx'),
  },
  {
    path: 'data/mappings',
    title: mappings,
    permission: 'data:import',
    nav: [{ section: 'data', to: 'data/mappings', title: mappings, icon: SwapOutlined }],
    load: () => import('./mappings/mappings-page.tsx'),
  },
  {
    path: 'data/quality',
    title: quality,
    permission: 'metrics:read',
    nav: [{ section: 'data', to: 'data/quality', title: quality, icon: FileDoneOutlined }],
    load: () => import('./quality/quality-page.tsx'),
  },
]
