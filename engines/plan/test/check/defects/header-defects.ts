import type { Defect } from '../planted-defects.ts'

export const HEADER_DEFECTS: Readonly<Record<string, Defect>> = {
  'profile-missing': {
    plant: (plan) => {
      plan.profile = null
    },
    alone: true,
  },
  'profile-unknown': {
    plant: (plan) => {
      plan.profile = 'nothing'
    },
    alone: true,
  },
  'profile-departed': {
    plant: (plan) => {
      const line = plan.budget.find(({ id }) => id === 'q1-keyword')
      if (line) line.period = '2027-02'
      plan.budgetRules.stages = plan.budgetRules.stages.filter(({ id }) => id !== 'foundation')
    },
    alone: true,
  },
  'chapter-empty': {
    plant: (plan) => {
      plan.texts.monitoring = ' '
    },
  },
  'dossier-incomplete': {
    plant: (_, facts) => {
      facts.dossier = { missing: ['公司情况', '组织架构'] }
    },
  },
  'contract-missing': {
    plant: (_, facts) => {
      facts.contract = 'none'
    },
    alone: true,
  },
  'contract-short': {
    plant: (_, facts) => {
      facts.contract = { fromDay: '2026-07-01', toDay: '2028-01-01', yearsMin: 2 }
    },
  },
  'contract-outside-year': {
    plant: (plan, facts) => {
      facts.contract = { fromDay: '2025-07-01', toDay: '2027-10-01', yearsMin: 2 }
      plan.stages = []
    },
    alone: true,
  },
  'assumption-unknown': { plant: (plan) => void plan.assumptions.push('a-nobody') },
  'assumption-expired': { plant: (plan) => void plan.assumptions.push('a-old') },
  'assumption-contradicted': { plant: (plan) => void plan.assumptions.push('a-wrong') },
  'assumption-unsourced': { plant: (plan) => void plan.assumptions.push('a-hearsay') },
}
