import { ApartmentOutlined, BranchesOutlined, MedicineBoxOutlined, SolutionOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const drivers = { zh: '归因', en: 'Why it changed' }
const attribution = { zh: '渠道归因', en: 'Attribution' }
const surveys = { zh: '用户调研', en: 'Surveys' }
const diagnosis = { zh: '诊断', en: 'Diagnosis' }

/** Why it changed, who led buyers here, what is weak, what buyers ask for. */
export const analysisPages: readonly Page[] = [
  {
    path: 'review/drivers',
    title: drivers,
    permission: 'metrics:read',
    range: 'comparison',
    nav: [{ section: 'review', to: 'review/drivers', title: drivers, icon: ApartmentOutlined }],
    load: () => import('./drivers/drivers-page.tsx'),
  },
  {
    path: 'review/attribution',
    title: attribution,
    permission: 'metrics:read',
    range: 'range',
    nav: [{ section: 'review', to: 'review/attribution', title: attribution, icon: BranchesOutlined }],
    load: () => import('./attribution/attribution-page.tsx'),
  },
  {
    path: 'review/diagnosis',
    title: diagnosis,
    permission: 'plan:read',
    range: 'range',
    nav: [{ section: 'review', to: 'review/diagnosis', title: diagnosis, icon: MedicineBoxOutlined }],
    load: () => import('./diagnosis/diagnosis-page.tsx'),
  },
  {
    path: 'review/surveys',
    title: surveys,
    permission: 'plan:read',
    nav: [{ section: 'review', to: 'review/surveys', title: surveys, icon: SolutionOutlined }],
    load: () => import('./surveys/survey-page.tsx'),
  },
]
